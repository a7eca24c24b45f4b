package dev.limber.core.exercise;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something about a person that changes what is suggested; its texts stand under {@code condition.<id>}.
 *
 * @param avoidPositions every variant in one of these is left out
 * @param locks whether nothing at all is suggested until the person's doctor agrees
 * @param instead what to offer for what was left out, best first
 */
public record Condition(ConditionId id, Set<Position> avoidPositions, boolean locks, List<Alternative> instead) {
    /** The condition of whoever skipped the health check: the careful set. */
    public static final ConditionId UNSCREENED = new ConditionId("unscreened");

    public Condition {
        avoidPositions = Set.copyOf(avoidPositions);
        instead = List.copyOf(instead);
    }

    /** @param variant the one to take; the first that is allowed where none is named */
    public record Alternative(ExerciseId exercise, Optional<VariantId> variant) {}
}
