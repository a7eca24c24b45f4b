package dev.limber.core.session;

import dev.limber.core.exercise.ConditionId;
import dev.limber.core.exercise.RoutineId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A routine expanded for one person, texts included, so that nothing done to the content later can break it.
 *
 * @param id tells this plan's buttons and cues from those of another
 * @param adapted what is done in another way than usual
 * @param careful whether it is made of the careful set
 * @param language that of its texts; empty in a plan from before it was noted
 */
public record Plan(
        String id,
        RoutineId routine,
        String name,
        List<PlannedExercise> exercises,
        List<PlanStep> steps,
        List<LeftOut> leftOut,
        List<Adapted> adapted,
        boolean careful,
        Optional<Locale> language) {
    public Plan {
        exercises = List.copyOf(exercises);
        steps = List.copyOf(steps);
        leftOut = List.copyOf(leftOut);
        adapted = List.copyOf(adapted);
    }

    public Plan withExercises(List<PlannedExercise> value) {
        return new Plan(id, routine, name, value, steps, leftOut, adapted, careful, language);
    }

    /**
     * An exercise that this person does in another way than most.
     *
     * @param way the name of how this person does it
     * @param because the answers of the health check that speak against the usual way
     */
    public record Adapted(String exercise, String way, List<ConditionId> because) {
        public Adapted {
            because = List.copyOf(because);
        }
    }

    /**
     * An exercise of the routine that this person does not get.
     *
     * @param because the answers of the health check that speak against it; empty where it is equipment
     * @param equipment the names of what is missing
     * @param instead the name of what the plan has in its place
     */
    public record LeftOut(
            String exercise, List<ConditionId> because, List<String> equipment, Optional<String> instead) {
        public LeftOut {
            because = List.copyOf(because);
            equipment = List.copyOf(equipment);
        }
    }
}
