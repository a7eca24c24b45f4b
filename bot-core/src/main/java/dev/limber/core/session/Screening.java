package dev.limber.core.session;

import dev.limber.core.exercise.ConditionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What the health check told.
 *
 * @param skipped whether the person preferred not to answer; then the careful set is used
 * @param conditions what applies to the person, empty when skipped
 */
public record Screening(Instant at, boolean skipped, Set<ConditionId> conditions) {
    /** How long an answer is relied upon. */
    public static final Duration VALID_FOR = Duration.ofDays(90);

    public Screening {
        conditions = Set.copyOf(conditions);
    }

    public boolean isValid(Instant now) {
        return now.isBefore(at.plus(VALID_FOR));
    }
}
