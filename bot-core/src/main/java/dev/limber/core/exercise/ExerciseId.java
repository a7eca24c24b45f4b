package dev.limber.core.exercise;

/** Names an exercise, such as {@code upper-back-reach}. */
public record ExerciseId(String value) implements Comparable<ExerciseId> {
    public ExerciseId {
        Ids.requireShape(value);
    }

    @Override
    public int compareTo(ExerciseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
