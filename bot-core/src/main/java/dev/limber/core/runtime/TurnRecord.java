package dev.limber.core.runtime;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.ReplyHandle;
import dev.limber.core.session.CueAfter;
import dev.limber.core.session.Lane;
import dev.limber.core.session.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that one turn changes.
 *
 * @param seenKey identifies the event that is handled; a turn with a key that is stored already does nothing; empty
 *     where {@code nudges} identifies it
 * @param expectedVersion the version that was read, 0 for none: any other now stored is a conflict
 * @param state the new state's JSON
 * @param plan what becomes of the stored plan
 * @param history entries to add, or to replace where the subject has one with the same id
 * @param wakeUpRung the wake-up that this turn handles, and that is pending no longer afterwards; a turn whose wake-up
 *     is pending no longer already does nothing
 * @param dropWakeUps whether all pending wake-ups of the subject go, those included that would follow a message owed
 *     since an earlier turn
 * @param nudges what becomes of the nudges of the subject
 * @param forget erases everything stored about the subject, free pages included, instead of storing {@code state};
 *     of this turn only {@code seenKey} and {@code outbox} are stored, the latter without trace once settled
 */
public record TurnRecord(
        Subject subject,
        Optional<String> seenKey,
        Instant at,
        long expectedVersion,
        String state,
        PlanChange plan,
        List<HistoryEntry> history,
        List<Outgoing> outbox,
        Optional<DeliveryId> wakeUpRung,
        boolean dropWakeUps,
        NudgeChange nudges,
        boolean forget) {

    public TurnRecord {
        history = List.copyOf(history);
        outbox = List.copyOf(outbox);
    }

    /**
     * The version that is stored once this turn is: the turn's milliseconds since 1970 for somebody new, one more than
     * before for everybody else, 0 where the subject is forgotten. So a subject's version grows with each turn, and is
     * never one that it had before it was forgotten.
     */
    public long versionAfter() {
        if (forget) {
            return 0;
        }
        return expectedVersion == 0 ? Math.max(1, at.toEpochMilli()) : expectedVersion + 1;
    }

    /** What becomes of the stored plan. */
    public sealed interface PlanChange {
        record Keep() implements PlanChange {}

        record Replace(String json) implements PlanChange {}

        record Remove() implements PlanChange {}
    }

    /**
     * A message to owe.
     *
     * @param message JSON
     * @param nudge the occurrence that it tells of
     * @param then the wake-up to schedule once it is delivered
     * @param circumstances for the wake-up
     * @param notAfter from then on it is not sent any more
     */
    public record Outgoing(
            Address to,
            Optional<ReplyHandle> replyHandle,
            Lane lane,
            String message,
            Optional<NudgeKey> nudge,
            Optional<CueAfter> then,
            Circumstances circumstances,
            Optional<Instant> notAfter) {}
}
