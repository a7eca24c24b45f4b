package dev.limber.core.runtime;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.UserId;
import dev.limber.core.coach.GroupCoach;
import dev.limber.core.session.Subject;
import java.util.Optional;

/**
 * Something to take a turn for.
 *
 * @param message its update id tells it from all others, and says nothing about the person
 */
record Event(Subject subject, IncomingMessage message, Origin origin) {
    /** No platform's name begins like this. */
    private static final String OUR_OWN = "#";

    /** What is used up by the turn. */
    sealed interface Origin {
        /** @param seenKey by which it is known when it comes again */
        record Seen(String seenKey) implements Origin {}

        /** @param seenKey by which it is known when it comes again */
        record Rung(String seenKey, DeliveryId wakeUp) implements Origin {}

        /** @param prefetched what its first attempt starts from, if it was read already */
        record Nudge(NudgeKey key, Optional<Prefetched> prefetched) implements Origin {}
    }

    /** @param subject whose turn it is */
    static Event of(IncomingMessage message, Subject subject) {
        return new Event(
                subject,
                message,
                new Origin.Seen(
                        message.address().platform() + "/" + message.address().bot() + "/" + message.updateId()));
    }

    static Event of(WakeUp wakeUp) {
        String key = OUR_OWN + "wake-up/" + wakeUp.after();
        var body = new Body.WokenUp(wakeUp.cue(), wakeUp.due());
        return new Event(
                wakeUp.subject(),
                unasked(key, wakeUp.subject(), wakeUp.address(), wakeUp.circumstances(), body),
                new Origin.Rung(key, wakeUp.after()));
    }

    static Event of(DueNudge nudge, Optional<Prefetched> prefetched) {
        String key =
                OUR_OWN + "nudge/" + nudge.key().nudge() + "/" + nudge.key().occurrence();
        var body = new Body.NudgeDue(nudge.key().nudge(), nudge.key().occurrence());
        return new Event(
                nudge.subject(),
                unasked(key, nudge.subject(), nudge.address(), nudge.circumstances(), body),
                new Origin.Nudge(nudge.key(), prefetched));
    }

    static Event unreachable(Owed owed, String reason) {
        String key = OUR_OWN + "unreachable/" + owed.id();
        Address to = owed.outgoing().to();
        var body = new Body.UserUnreachable(reason);
        return new Event(
                owed.subject(),
                unasked(key, owed.subject(), to, owed.outgoing().circumstances(), body),
                new Origin.Seen(key));
    }

    private static IncomingMessage unasked(
            String key, Subject subject, Address address, Circumstances circumstances, Body body) {
        UserId user = switch (subject) {
            case Subject.Person(UserId person) -> person;
            case Subject.Group _ -> GroupCoach.chatAsUser(address);
        };
        return new IncomingMessage(
                key,
                user,
                address,
                circumstances.privateChat(),
                circumstances.privateChat() ? Optional.of(address) : Optional.empty(),
                circumstances.languageHint(),
                Optional.empty(),
                body);
    }

    /** What happened concerns another subject, too: for that one the same is something of its own. */
    Event passedTo(Subject other, Body body) {
        var passed = new IncomingMessage(
                message.updateId(),
                message.user(),
                message.address(),
                message.privateChat(),
                message.direct(),
                message.languageHint(),
                message.replyHandle(),
                body);
        return new Event(other, passed, new Origin.Seen(seenKey().orElse(message.updateId()) + "/passed"));
    }

    Circumstances circumstances() {
        return new Circumstances(message.privateChat(), message.languageHint());
    }

    Optional<String> seenKey() {
        return switch (origin) {
            case Origin.Seen(String key) -> Optional.of(key);
            case Origin.Rung(String key, var _) -> Optional.of(key);
            case Origin.Nudge _ -> Optional.empty();
        };
    }

    Optional<DeliveryId> wakeUp() {
        return origin instanceof Origin.Rung(var _, DeliveryId wakeUp) ? Optional.of(wakeUp) : Optional.empty();
    }

    Optional<NudgeKey> nudge() {
        return origin instanceof Origin.Nudge nudge ? Optional.of(nudge.key()) : Optional.empty();
    }

    Optional<Prefetched> prefetched() {
        return origin instanceof Origin.Nudge nudge ? nudge.prefetched() : Optional.empty();
    }

    /** For the log: nothing of what the person wrote. */
    String ids() {
        return message.body().getClass().getSimpleName() + " " + seenKey().orElse(message.updateId()) + " of "
                + subject.key();
    }
}
