package dev.limber.core.session;

import dev.limber.core.exercise.RoutineId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The nudge that was said last.
 *
 * @param nudge which of the person's
 * @param occurrence when it was due
 * @param label what its rule says, as the person saw it
 * @param text which of the texts it had, so that the next one has another
 * @param routine what it offered to start
 * @param saidAt when it was said
 * @param answer what the person did since
 * @param answeredAt when; {@code saidAt} while there is no answer
 */
public record LastNudge(
        String nudge,
        Instant occurrence,
        String label,
        String text,
        Optional<RoutineId> routine,
        Instant saidAt,
        Answer answer,
        Instant answeredAt) {
    /** As long as a word such as "later" is taken as said to it. */
    public static final Duration FRESH = Duration.ofHours(1);

    /** What somebody did after a nudge. */
    public enum Answer {
        NONE,
        /** Something, though not to the nudge: they are there. */
        SIGN_OF_LIFE,
        SNOOZED,
        NOT_TODAY,
        STARTED
    }

    public boolean is(String otherNudge, Instant otherOccurrence) {
        return nudge.equals(otherNudge) && occurrence.equals(otherOccurrence);
    }

    public boolean isFresh(Instant now) {
        return now.isBefore(saidAt.plus(FRESH));
    }

    public LastNudge answered(Answer value, Instant now) {
        return new LastNudge(nudge, occurrence, label, text, routine, saidAt, value, now);
    }
}
