package dev.limber.core.coach;

import dev.limber.core.exercise.Catalog;
import dev.limber.core.exercise.Condition;
import dev.limber.core.exercise.ConditionId;
import dev.limber.core.exercise.EquipmentId;
import dev.limber.core.exercise.Exercise;
import dev.limber.core.exercise.ExerciseId;
import dev.limber.core.exercise.Level;
import dev.limber.core.exercise.Routine;
import dev.limber.core.exercise.RoutineItem;
import dev.limber.core.exercise.SetUpId;
import dev.limber.core.exercise.Side;
import dev.limber.core.exercise.Variant;
import dev.limber.core.exercise.VariantId;
import dev.limber.core.session.Plan;
import dev.limber.core.session.PlanStep;
import dev.limber.core.session.PlannedExercise;
import dev.limber.core.session.Preferences;
import dev.limber.core.text.Phrases;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Expands a routine for one person: leaves out what their answers rule out, and puts in what suits instead. */
final class Planner {
    private final Catalog catalog;
    private final Phrases phrases;
    private final Doses doses;
    private final Set<ConditionId> conditions;
    private final Set<EquipmentId> notAtHand;
    private final boolean careful;

    /** @param conditions what applies to the person, {@link Condition#UNSCREENED} for whoever skipped the check */
    Planner(Catalog catalog, Phrases phrases, Preferences preferences, Set<ConditionId> conditions) {
        this.catalog = catalog;
        this.phrases = phrases;
        this.conditions = conditions;
        this.notAtHand = preferences.notAtHand();
        this.careful = conditions.contains(Condition.UNSCREENED);
        this.doses = new Doses(preferences, careful);
    }

    /**
     * @param agreed the routine's questions to which the person said yes
     * @return empty where nothing of the routine is left
     */
    Optional<Plan> plan(String id, Routine routine, Set<String> agreed) {
        Selection selection = select(routine, agreed);
        List<Chosen> chosen = selection.chosen;
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        List<PlannedExercise> exercises = chosen.stream().map(this::planned).toList();
        String name = phrases.say("routine." + routine.id() + ".name");
        return Optional.of(new Plan(
                id,
                routine.id(),
                name,
                exercises,
                steps(chosen),
                selection.omitted.stream().map(this::leftOut).toList(),
                adapted(chosen, selection.items),
                careful,
                Optional.of(phrases.language())));
    }

    /** Whether {@link #plan} would find anything, without making a plan, which takes many times as long. */
    boolean isPossible(Routine routine) {
        return usual(routine).anyMatch(this::isPossible)
                || !select(routine, Set.of()).chosen.isEmpty();
    }

    /** Whether a plan would leave nothing out and put nothing else in its place. */
    boolean isWhole(Routine routine) {
        return usual(routine).allMatch(this::isPossible);
    }

    /** What is done without a question asked before. */
    private static Stream<RoutineItem> usual(Routine routine) {
        return routine.items().stream().filter(item -> item.onlyIf().isEmpty());
    }

    /** What {@link #choose} would find a variant for. */
    private boolean isPossible(RoutineItem item) {
        for (Variant variant : catalog.exercise(item.exercise()).variants()) {
            boolean fits = variant.level() != Level.HARDER || item.preferred().equals(Optional.of(variant.id()));
            if (fits && isAllowed(variant)) {
                return true;
            }
        }
        return false;
    }

    /** An exercise with the variant that was picked for this person. */
    private record Chosen(Exercise exercise, List<Variant> allowed, Variant variant) {}

    /** An exercise of which nothing is possible. */
    private record Omitted(Exercise exercise, Optional<Chosen> instead) {}

    private record Selection(List<RoutineItem> items, List<Chosen> chosen, List<Omitted> omitted) {}

    private Selection select(Routine routine, Set<String> agreed) {
        var chosen = new ArrayList<Chosen>();
        var omitted = new ArrayList<Omitted>();
        List<RoutineItem> items = routine.items().stream()
                .filter(item -> item.onlyIf().map(agreed::contains).orElse(true))
                .toList();
        var taken = new HashSet<ExerciseId>();
        items.forEach(item -> taken.add(item.exercise()));
        for (RoutineItem item : items) {
            Exercise exercise = catalog.exercise(item.exercise());
            Optional<Chosen> own = choose(exercise, item.preferred());
            if (own.isPresent()) {
                chosen.add(own.get());
            } else {
                Optional<Chosen> instead = instead(exercise, taken);
                instead.ifPresent(alternative -> {
                    taken.add(alternative.exercise.id());
                    chosen.add(alternative);
                });
                omitted.add(new Omitted(exercise, instead));
            }
        }
        return new Selection(items, chosen, omitted);
    }

    private Optional<Chosen> choose(Exercise exercise, Optional<VariantId> preferred) {
        List<Variant> possible =
                exercise.variants().stream().filter(this::isAllowed).toList();
        List<Variant> easier = possible.stream()
                .filter(variant -> variant.level() == Level.EASIER)
                .toList();
        List<Variant> allowed = careful && !easier.isEmpty() ? easier : possible;
        Optional<Variant> asked = preferred
                .flatMap(exercise::findVariant)
                .filter(allowed::contains)
                .filter(variant -> !careful || variant.level() == Level.EASIER);
        Stream<Level> order =
                careful ? Stream.of(Level.EASIER, Level.STANDARD) : Stream.of(Level.STANDARD, Level.EASIER);
        return asked.or(() -> order.flatMap(level -> allowed.stream().filter(variant -> variant.level() == level))
                        .findFirst())
                .map(variant -> new Chosen(exercise, allowed, variant));
    }

    private boolean isAllowed(Variant variant) {
        return Collections.disjoint(variant.avoidWith(), conditions)
                && Collections.disjoint(variant.equipment(), notAtHand)
                && !(careful && variant.level() == Level.HARDER);
    }

    private Optional<Chosen> instead(Exercise exercise, Set<ExerciseId> taken) {
        return reasons(exercise).stream()
                .flatMap(condition -> catalog.findCondition(condition).stream())
                .flatMap(condition -> condition.instead().stream())
                .filter(alternative -> !taken.contains(alternative.exercise()))
                .flatMap(
                        alternative -> choose(catalog.exercise(alternative.exercise()), alternative.variant()).stream())
                .findFirst();
    }

    /** Who skipped the check is told once that everything is in its easier form; the others, what is. */
    private List<Plan.Adapted> adapted(List<Chosen> chosen, List<RoutineItem> items) {
        return chosen.stream()
                .filter(one -> !careful
                        && items.stream().anyMatch(item -> item.exercise().equals(one.exercise.id())))
                .flatMap(one -> one.exercise.variants().stream()
                        .filter(variant -> variant.level() == Level.STANDARD)
                        .findFirst()
                        .filter(usual -> usual.avoidWith().stream().anyMatch(conditions::contains))
                        .filter(usual -> !usual.equals(one.variant))
                        .map(usual -> new Plan.Adapted(
                                name(one.exercise),
                                variantName(one),
                                usual.avoidWith().stream()
                                        .filter(conditions::contains)
                                        .sorted()
                                        .toList()))
                        .stream())
                .toList();
    }

    private List<ConditionId> reasons(Exercise exercise) {
        return exercise.variants().stream()
                .map(Variant::avoidWith)
                .flatMap(Collection::stream)
                .distinct()
                .filter(conditions::contains)
                .sorted()
                .toList();
    }

    private Plan.LeftOut leftOut(Omitted omitted) {
        Exercise exercise = omitted.exercise;
        List<ConditionId> because = reasons(exercise);
        List<String> missing = exercise.variants().stream()
                .flatMap(variant -> variant.equipment().stream())
                .distinct()
                .filter(notAtHand::contains)
                .filter(equipment -> because.isEmpty())
                .map(equipment -> phrases.say("equipment." + equipment))
                .toList();
        return new Plan.LeftOut(name(exercise), because, missing, omitted.instead.map(this::variantName));
    }

    private String variantName(Chosen chosen) {
        return PlanTexts.name(chosen.exercise.id(), chosen.variant.id(), phrases);
    }

    private String name(Exercise exercise) {
        return phrases.say("exercise." + exercise.id() + ".name");
    }

    private PlannedExercise planned(Chosen chosen) {
        List<Variant> ranked = chosen.allowed.stream()
                .filter(variant -> variant.level() != chosen.variant.level() || variant.equals(chosen.variant))
                .sorted(Comparator.comparing(Variant::level))
                .toList();
        List<PlannedExercise.Option> options =
                ranked.stream().map(variant -> option(chosen.exercise, variant)).toList();
        return new PlannedExercise(
                chosen.exercise.id(), name(chosen.exercise), options, ranked.indexOf(chosen.variant));
    }

    private PlannedExercise.Option option(Exercise exercise, Variant variant) {
        return PlanTexts.option(exercise, variant.id(), variant.level(), doses.dose(variant), phrases);
    }

    private List<PlanStep> steps(List<Chosen> chosen) {
        var steps = new ArrayList<PlanStep>();
        var prepared = new HashSet<SetUpId>();
        for (int i = 0; i < chosen.size(); i++) {
            Chosen one = chosen.get(i);
            one.variant.setUp().filter(prepared::add).ifPresent(setUp -> steps.add(prepare(setUp)));
            int rounds = doses.rounds(one.variant);
            for (int round = 1; round <= rounds; round++) {
                if (one.exercise.eachSide()) {
                    steps.add(new PlanStep.Work(i, Optional.of(Side.LEFT), round, rounds));
                    steps.add(new PlanStep.Work(i, Optional.of(Side.RIGHT), round, rounds));
                } else {
                    steps.add(new PlanStep.Work(i, Optional.empty(), round, rounds));
                }
            }
        }
        return steps;
    }

    private PlanStep prepare(SetUpId id) {
        return PlanTexts.prepare(id, catalog.setUp(id).time(), phrases);
    }
}
