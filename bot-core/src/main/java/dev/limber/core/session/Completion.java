package dev.limber.core.session;

import dev.limber.core.exercise.RoutineId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A routine that ended, for the history.
 *
 * @param name the routine's name as the person saw it
 * @param active the time that the steps done are made of
 * @param whole whether the person reached its end
 */
public record Completion(
        String id,
        RoutineId routine,
        String name,
        Instant startedAt,
        Instant endedAt,
        int stepsDone,
        int stepsTotal,
        Duration active,
        boolean whole,
        Optional<Feeling> feeling) {
    /** How it feels afterwards. */
    public enum Feeling {
        BETTER,
        SAME,
        WORSE
    }

    public Completion withFeeling(Feeling value) {
        return new Completion(
                id, routine, name, startedAt, endedAt, stepsDone, stepsTotal, active, whole, Optional.of(value));
    }
}
