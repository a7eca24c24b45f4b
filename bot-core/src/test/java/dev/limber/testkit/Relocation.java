package dev.limber.testkit;

import dev.limber.core.chat.Address;
import dev.limber.core.runtime.DueNudge;
import dev.limber.core.runtime.Owed;
import dev.limber.core.runtime.TurnRecord;
import dev.limber.core.runtime.WakeUp;
import dev.limber.core.session.Subject;

/** Rewrites what is stored for a chat that moved. */
record Relocation(Address from, Address to) {
    Address of(Address address) {
        boolean inThatChat = address.platform().equals(from.platform())
                && address.bot().equals(from.bot())
                && address.chat().equals(from.chat());
        return inThatChat ? new Address(to.platform(), to.bot(), to.chat(), address.thread()) : address;
    }

    Subject of(Subject subject) {
        return switch (subject) {
            case Subject.Person person -> person;
            case Subject.Group(Address address) -> new Subject.Group(of(address));
        };
    }

    Owed of(Owed owed) {
        TurnRecord.Outgoing old = owed.outgoing();
        var moved = new TurnRecord.Outgoing(
                of(old.to()),
                old.replyHandle(),
                old.lane(),
                old.message(),
                old.nudge(),
                old.then(),
                old.circumstances(),
                old.notAfter());
        return new Owed(owed.id(), of(owed.subject()), moved);
    }

    DueNudge of(DueNudge old) {
        return new DueNudge(of(old.subject()), old.key(), of(old.address()), old.circumstances());
    }

    WakeUp of(WakeUp old) {
        return new WakeUp(old.after(), of(old.subject()), of(old.address()), old.circumstances(), old.cue(), old.due());
    }
}
