package dev.limber.core.exercise;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that can be suggested. Immutable; what refers to something by id refers to something that is there.
 *
 * @param equipment all things that exercises may need
 * @param conditions in the order in which the health check asks for them
 * @param exercises in the order of the content
 * @param poses the names of the pose files that pictures are drawn from
 */
public record Catalog(
        Map<SourceId, Source> sources,
        List<EquipmentId> equipment,
        Map<SetUpId, SetUp> setUps,
        Map<ConditionId, Condition> conditions,
        Map<ExerciseId, Exercise> exercises,
        Map<RoutineId, Routine> routines,
        Set<String> poses) {
    private static final String EASIER = "-easier";

    public Catalog {
        poses = Set.copyOf(poses);
    }

    /** What shows a variant: a picture of its own, or the one of all easier variants, or the one of the exercise. */
    public Optional<Depiction> findDepiction(Exercise exercise, Variant variant) {
        return depictions(exercise)
                .filter(depiction -> depiction.pose().equals(exercise.id() + "-" + variant.id())
                        || (depiction.pose().equals(exercise.id() + EASIER) && variant.level() == Level.EASIER)
                        || depiction.pose().equals(exercise.id().value()))
                .findFirst();
    }

    public Optional<Depiction> findDepiction(SetUpId setUp) {
        return Optional.of(new Depiction(setUp.value(), "set-up." + setUp + ".picture"))
                .filter(depiction -> poses.contains(depiction.pose()));
    }

    /** All that show an exercise, the most particular first. */
    public Stream<Depiction> depictions(Exercise exercise) {
        String key = "exercise." + exercise.id() + ".";
        Stream<Depiction> own = exercise.variants().stream()
                .map(variant -> new Depiction(exercise.id() + "-" + variant.id(), key + variant.id() + ".picture"));
        Stream<Depiction> shared = Stream.of(
                new Depiction(exercise.id() + EASIER, key + "picture" + EASIER),
                new Depiction(exercise.id().value(), key + "picture"));
        return Stream.concat(own, shared).filter(depiction -> poses.contains(depiction.pose()));
    }

    /** @throws java.util.NoSuchElementException where there is none */
    public Exercise exercise(ExerciseId id) {
        return findExercise(id).orElseThrow();
    }

    public Optional<Exercise> findExercise(ExerciseId id) {
        return Optional.ofNullable(exercises.get(id));
    }

    public Optional<Source> findSource(SourceId id) {
        return Optional.ofNullable(sources.get(id));
    }

    public Optional<Routine> findRoutine(RoutineId id) {
        return Optional.ofNullable(routines.get(id));
    }

    public Optional<Condition> findCondition(ConditionId id) {
        return Optional.ofNullable(conditions.get(id));
    }

    /** @throws java.util.NoSuchElementException where there is none */
    public SetUp setUp(SetUpId id) {
        return Optional.ofNullable(setUps.get(id)).orElseThrow();
    }
}
