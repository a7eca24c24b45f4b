package dev.limber.core.coach;

import dev.limber.core.session.PlanStep;
import dev.limber.core.session.Stretch;
import java.util.Optional;

/**
 * How a step's prompt begins.
 *
 * @param key the line above the step, if any
 * @param full whether the way into the position is told again
 * @param otherWay whether the exercise is done in another way from here on
 */
record Opening(Optional<String> key, boolean full, boolean otherWay) {
    static Opening none() {
        return new Opening(Optional.empty(), true, false);
    }

    static Opening of(String key) {
        return new Opening(Optional.of(key), true, false);
    }

    static Opening otherWay(String key) {
        return new Opening(Optional.of(key), true, true);
    }

    /** On going on by a person's word. */
    static Opening afterMove(Stretch from, int to) {
        return after(from, to, "step.opening.");
    }

    /** On going on by itself: the hold before must be let go. */
    static Opening afterCue(Stretch from, int to) {
        return after(from, to, "hands-free.let-go.");
    }

    private static Opening after(Stretch from, int to, String prefix) {
        if (from.current() instanceof PlanStep.Work before
                && from.plan().steps().get(to) instanceof PlanStep.Work next
                && before.exercise() == next.exercise()) {
            String how = next.side().isPresent() ? "switch-sides" : "once-more";
            return new Opening(Optional.of(prefix + how), false, false);
        }
        return from.current() instanceof PlanStep.Work ? of(prefix + "next-exercise") : none();
    }
}
