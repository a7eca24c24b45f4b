package dev.limber.core.exercise;

/** Names a source, such as {@code perfect-balance}. */
public record SourceId(String value) implements Comparable<SourceId> {
    public SourceId {
        Ids.requireShape(value);
    }

    @Override
    public int compareTo(SourceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
