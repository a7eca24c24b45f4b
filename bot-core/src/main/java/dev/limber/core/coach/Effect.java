package dev.limber.core.coach;

import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.session.Completion;
import dev.limber.core.session.CueAfter;
import dev.limber.core.session.Lane;
import java.util.Optional;

/** What a decision asks of the world. */
public sealed interface Effect {
    /** @param then asks to be woken after the message was delivered */
    record Say(OutgoingMessage message, Lane lane, Optional<CueAfter> then) implements Effect {}

    /** Adds to the history; replaces the entry with the same id. */
    record Remember(Completion completion) implements Effect {}

    /** No wake-up that was asked for earlier matters any more. */
    record DropWakeUps() implements Effect {}

    /** Erases all that is stored about the person; messages said in the same decision still go out. */
    record Forget() implements Effect {}
}
