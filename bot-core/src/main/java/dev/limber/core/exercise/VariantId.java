package dev.limber.core.exercise;

/** Names one way of doing an exercise, unique within it, such as {@code forearms}. */
public record VariantId(String value) implements Comparable<VariantId> {
    public VariantId {
        Ids.requireShape(value);
    }

    @Override
    public int compareTo(VariantId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
