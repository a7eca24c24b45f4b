package dev.limber.core.exercise;

import java.util.Optional;

/**
 * An exercise's place in a routine.
 *
 * @param preferred the variant to take where the person can do it
 * @param onlyIf the question to which the person must have said yes, such as {@code tight-hamstrings}
 */
public record RoutineItem(ExerciseId exercise, Optional<VariantId> preferred, Optional<String> onlyIf) {}
