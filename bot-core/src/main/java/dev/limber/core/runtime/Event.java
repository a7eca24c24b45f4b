package dev.limber.core.runtime;

import dev.limber.core.chat.Body;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.UserId;
import dev.limber.core.session.Subject;
import java.util.Optional;

/**
 * Something to take a turn for.
 *
 * @param seenKey tells it from all others, and says nothing about the person
 * @param wakeUp the one that it stands for
 */
record Event(Subject subject, IncomingMessage message, String seenKey, Optional<DeliveryId> wakeUp) {
    /** No platform's name begins like this. */
    private static final String OUR_OWN = "#";

    static Event of(IncomingMessage message) {
        return new Event(
                new Subject.Person(message.user()),
                message,
                message.address().platform() + "/" + message.address().bot() + "/" + message.updateId(),
                Optional.empty());
    }

    static Event of(WakeUp wakeUp, UserId user) {
        String key = OUR_OWN + "wake-up/" + wakeUp.after();
        var message = new IncomingMessage(
                key,
                user,
                wakeUp.address(),
                wakeUp.circumstances().privateChat(),
                wakeUp.circumstances().languageHint(),
                Optional.empty(),
                new Body.WokenUp(wakeUp.cue(), wakeUp.due()));
        return new Event(wakeUp.subject(), message, key, Optional.of(wakeUp.after()));
    }

    static Event unreachable(Owed owed, UserId user, String reason) {
        String key = OUR_OWN + "unreachable/" + owed.id();
        Circumstances circumstances = owed.outgoing().circumstances();
        var message = new IncomingMessage(
                key,
                user,
                owed.outgoing().to(),
                circumstances.privateChat(),
                circumstances.languageHint(),
                Optional.empty(),
                new Body.UserUnreachable(reason));
        return new Event(owed.subject(), message, key, Optional.empty());
    }

    Circumstances circumstances() {
        return new Circumstances(message.privateChat(), message.languageHint());
    }

    /** For the log: nothing of what the person wrote. */
    String ids() {
        return message.body().getClass().getSimpleName() + " " + seenKey + " of " + subject.key();
    }
}
