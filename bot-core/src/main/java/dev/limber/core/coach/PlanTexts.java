package dev.limber.core.coach;

import dev.limber.core.exercise.Catalog;
import dev.limber.core.exercise.Dose;
import dev.limber.core.exercise.Exercise;
import dev.limber.core.exercise.ExerciseId;
import dev.limber.core.exercise.Level;
import dev.limber.core.exercise.SetUpId;
import dev.limber.core.exercise.VariantId;
import dev.limber.core.session.Plan;
import dev.limber.core.session.PlanStep;
import dev.limber.core.session.PlannedExercise;
import dev.limber.core.text.Content;
import dev.limber.core.text.Phrasebook;
import dev.limber.core.text.Phrases;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The texts that a plan keeps of its own. */
final class PlanTexts {
    private PlanTexts() {}

    static PlannedExercise.Option option(
            Exercise exercise, VariantId variant, Level level, Dose dose, Phrases phrases) {
        String key = "exercise." + exercise.id() + "." + variant;
        return new PlannedExercise.Option(
                variant,
                level,
                name(exercise.id(), variant, phrases),
                dose,
                phrases.pattern(key + ".start"),
                phrases.patterns(key + ".cues"),
                phrases.pattern(key + ".breath"),
                phrases.pattern(key + ".feel"),
                phrases.pattern(key + ".caution"));
    }

    /** A variant's own name, else that of its exercise. */
    static String name(ExerciseId exercise, VariantId variant, Phrases phrases) {
        String key = "exercise." + exercise;
        return phrases.find(key + "." + variant + ".name").orElseGet(() -> phrases.say(key + ".name"));
    }

    static PlanStep.Prepare prepare(SetUpId id, Duration time, Phrases phrases) {
        String key = "set-up." + id;
        return new PlanStep.Prepare(id, phrases.say(key + ".name"), phrases.patterns(key + ".steps"), time);
    }

    /** The same plan in another language; what the content does not have any more keeps its words. */
    static Plan in(Locale language, Plan plan, Content content) {
        Catalog catalog = content.catalog();
        Phrasebook phrasebook = content.phrasebook();
        Phrases phrases = phrasebook.in(language);
        List<PlannedExercise> exercises = plan.exercises().stream()
                .map(planned -> in(planned, catalog, phrases))
                .toList();
        List<PlanStep> steps =
                plan.steps().stream().map(step -> in(step, catalog, phrases)).toList();
        String name = catalog.findRoutine(plan.routine())
                .map(routine -> phrases.say("routine." + routine.id() + ".name"))
                .orElse(plan.name());
        PlanNames names = new PlanNames(catalog, plan.language().map(phrasebook::in), phrases);
        return new Plan(
                plan.id(),
                plan.routine(),
                name,
                exercises,
                steps,
                plan.leftOut().stream().map(names::in).toList(),
                plan.adapted().stream().map(names::in).toList(),
                plan.careful(),
                Optional.of(language));
    }

    private static PlannedExercise in(PlannedExercise planned, Catalog catalog, Phrases phrases) {
        Optional<Exercise> exercise = catalog.findExercise(planned.id());
        if (exercise.isEmpty()) {
            return planned;
        }
        List<PlannedExercise.Option> options = planned.options().stream()
                .map(option -> exercise.get().findVariant(option.variant()).isPresent()
                        ? option(exercise.get(), option.variant(), option.level(), option.dose(), phrases)
                        : option)
                .toList();
        String name = phrases.say("exercise." + planned.id() + ".name");
        return new PlannedExercise(planned.id(), name, options, planned.chosen());
    }

    private static PlanStep in(PlanStep step, Catalog catalog, Phrases phrases) {
        return switch (step) {
            case PlanStep.Prepare prepare
            when catalog.setUps().containsKey(prepare.setUp()) -> prepare(prepare.setUp(), prepare.time(), phrases);
            case PlanStep.Prepare prepare -> prepare;
            case PlanStep.Work work -> work;
        };
    }
}
