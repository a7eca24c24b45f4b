package dev.limber.core.exercise;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that can be suggested. Immutable; what refers to something by id refers to something that is there.
 *
 * @param equipment all things that exercises may need
 * @param conditions in the order in which the health check asks for them
 * @param exercises in the order of the content
 */
public record Catalog(
        Map<SourceId, Source> sources,
        List<EquipmentId> equipment,
        Map<SetUpId, SetUp> setUps,
        Map<ConditionId, Condition> conditions,
        Map<ExerciseId, Exercise> exercises,
        Map<RoutineId, Routine> routines) {

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
