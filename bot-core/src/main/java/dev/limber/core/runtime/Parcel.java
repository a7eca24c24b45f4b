package dev.limber.core.runtime;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.ReplyHandle;
import dev.limber.core.session.Lane;
import dev.limber.core.session.Subject;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/**
 * A message on its way.
 *
 * @param to where it goes now, which differs from what is owed once its chat has moved
 * @param anew whether it is posted anew instead of replacing a message
 * @param doubted whether an attempt has been made whose outcome is unknown
 * @param moves how often its chat has moved under it
 * @param held for how long altogether the platform asked to wait with this chat
 */
record Parcel(
        DeliveryId id,
        Subject subject,
        Address to,
        Load load,
        boolean anew,
        boolean doubted,
        int moves,
        Duration held) {
    /** Answers first; what was asked for earlier goes earlier. */
    static final Comparator<Parcel> ORDER = Comparator.comparing(Parcel::lane)
            .thenComparingLong(parcel -> parcel.id().value());

    /** What is in it. */
    sealed interface Load {
        /** Stored, and to be settled. */
        record Stored(Owed owed) implements Load {}

        /** Said once at best: the store does not know of it. */
        record Unstored(OutgoingMessage message, Optional<ReplyHandle> replyHandle) implements Load {}
    }

    static Parcel of(Owed owed) {
        return new Parcel(
                owed.id(), owed.subject(), owed.outgoing().to(), new Load.Stored(owed), false, false, 0, Duration.ZERO);
    }

    Lane lane() {
        return switch (load) {
            case Load.Stored stored -> stored.owed().outgoing().lane();
            case Load.Unstored _ -> Lane.ANSWER;
        };
    }

    boolean isStored() {
        return switch (load) {
            case Load.Stored _ -> true;
            case Load.Unstored _ -> false;
        };
    }

    Parcel postedAnew() {
        return new Parcel(id, subject, to, load, true, doubted, moves, held);
    }

    Parcel inDoubt() {
        return new Parcel(id, subject, to, load, anew, true, moves, held);
    }

    Parcel movedTo(Address address) {
        return new Parcel(id, subject, address, load, anew, doubted, moves + 1, held);
    }

    Parcel heldUp(Duration delay) {
        return new Parcel(id, subject, to, load, anew, doubted, moves, held.plus(delay));
    }
}
