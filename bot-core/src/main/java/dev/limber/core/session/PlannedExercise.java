package dev.limber.core.session;

import dev.limber.core.exercise.Dose;
import dev.limber.core.exercise.ExerciseId;
import dev.limber.core.exercise.Level;
import dev.limber.core.exercise.VariantId;
import java.util.List;

/**
 * An exercise as planned for one person.
 *
 * @param options the variants that the person may do, from easier to harder
 * @param chosen index into the options
 */
public record PlannedExercise(ExerciseId id, String name, List<Option> options, int chosen) {
    public PlannedExercise {
        options = List.copyOf(options);
    }

    public Option option() {
        return options.get(chosen);
    }

    public PlannedExercise choosing(int option) {
        return new PlannedExercise(id, name, options, option);
    }

    /**
     * A variant, with the dose and the texts for this person; texts are message patterns, for {@code side} differs
     * from step to step.
     *
     * @param name of the exercise done this way
     * @param start how to get into position, one line
     * @param cues what to do, at most two lines
     * @param breath how to breathe
     * @param feel what one should feel
     * @param caution what to mind
     */
    public record Option(
            VariantId variant,
            Level level,
            String name,
            Dose dose,
            String start,
            List<String> cues,
            String breath,
            String feel,
            String caution) {
        public Option {
            cues = List.copyOf(cues);
        }
    }
}
