package dev.limber.core.coach;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.UserId;
import dev.limber.core.session.Completion;
import dev.limber.core.session.CueAfter;
import dev.limber.core.session.Lane;
import dev.limber.core.session.NudgeDecision;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a decision asks of the world. */
public sealed interface Effect {
    /**
     * @param then asks to be woken after the message was delivered
     * @param notAfter from then on it is better not sent at all
     */
    record Say(OutgoingMessage message, Lane lane, Optional<CueAfter> then, Optional<Instant> notAfter)
            implements Effect {
        /** What is worth sending whenever that is possible. */
        public Say(OutgoingMessage message, Lane lane, Optional<CueAfter> then) {
            this(message, lane, then, Optional.empty());
        }
    }

    /** Adds to the history; replaces the entry with the same id. */
    record Remember(Completion completion) implements Effect {}

    /** No wake-up that was asked for earlier matters any more. */
    record DropWakeUps() implements Effect {}

    /** From now on these nudges are planned, and no others. */
    record PlanNudges(List<Planned> nudges) implements Effect {
        public PlanNudges {
            nudges = List.copyOf(nudges);
        }

        /**
         * @param nudge comes back in {@link dev.limber.core.chat.Body.NudgeDue}
         * @param privateChat whether only the person reads what is said at the address
         */
        public record Planned(
                String nudge, Instant due, Address address, boolean privateChat, Optional<Locale> languageHint) {}
    }

    /** Remembers what became of a nudge; replaces what was remembered of the same occurrence. */
    record Note(NudgeDecision decision) implements Effect {}

    /** Nudges that have not left yet stay here. */
    record WithdrawNudges() implements Effect {}

    /** What happened concerns this person, too: they have a turn of their own for it, where it happened, after this one. */
    record Pass(UserId user, Body body) implements Effect {}

    /** Erases all that is stored about the person; messages said in the same decision still go out. */
    record Forget() implements Effect {}
}
