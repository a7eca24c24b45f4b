package dev.limber.core.session;

import dev.limber.core.exercise.SetUpId;
import dev.limber.core.exercise.Side;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What one "next" leads to. */
public sealed interface PlanStep {
    /** Something to prepare. */
    record Prepare(SetUpId setUp, String name, List<String> lines, Duration time) implements PlanStep {
        public Prepare {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One side and one round of an exercise.
     *
     * @param exercise index into the plan's exercises
     * @param round from 1
     */
    record Work(int exercise, Optional<Side> side, int round, int rounds) implements PlanStep {}
}
