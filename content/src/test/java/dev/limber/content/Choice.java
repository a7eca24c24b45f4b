package dev.limber.content;

import dev.limber.core.exercise.Condition;
import dev.limber.core.exercise.ConditionId;
import dev.limber.core.exercise.Exercise;
import dev.limber.core.exercise.Level;
import dev.limber.core.exercise.Variant;
import java.util.List;
import java.util.Optional;

/**
 * Which variant somebody gets: the first allowed one that is standard, else the first that is easier; the other way
 * round for whoever skipped the health check.
 */
final class Choice {
    private Choice() {}

    static Optional<Variant> of(Exercise exercise, ConditionId condition) {
        if (Lookup.catalog().findCondition(condition).orElseThrow().locks()) {
            return Optional.empty();
        }
        List<Level> order = condition.equals(Condition.UNSCREENED)
                ? List.of(Level.EASIER, Level.STANDARD)
                : List.of(Level.STANDARD, Level.EASIER);
        return order.stream()
                .flatMap(level -> exercise.variants().stream().filter(variant -> variant.level() == level))
                .filter(variant -> !variant.avoidWith().contains(condition))
                .findFirst();
    }
}
