package dev.limber.core.exercise;

/** Names an answer of the health check that changes what is suggested, such as {@code wrist-trouble}. */
public record ConditionId(String value) implements Comparable<ConditionId> {
    public ConditionId {
        Ids.requireShape(value);
    }

    @Override
    public int compareTo(ConditionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
