package dev.limber.core.session;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.UserId;

/** Whose state a turn reads and writes; turns of one subject happen one after the other. */
public sealed interface Subject {
    /** Names the subject for ever, in storage too. */
    String key();

    /** Somebody. */
    record Person(UserId user) implements Subject {
        @Override
        public String key() {
            return "person/" + user.platform() + "/" + user.id();
        }
    }

    /** A chat whose members share something. */
    record Group(Address address) implements Subject {
        @Override
        public String key() {
            return "group/" + address.platform() + "/" + address.bot() + "/" + address.chat()
                    + address.thread().map(thread -> "/" + thread).orElse("");
        }
    }
}
