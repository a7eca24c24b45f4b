package dev.limber.core.exercise;

/** Names a routine, such as {@code desk-break}. */
public record RoutineId(String value) implements Comparable<RoutineId> {
    public RoutineId {
        Ids.requireShape(value);
    }

    @Override
    public int compareTo(RoutineId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
