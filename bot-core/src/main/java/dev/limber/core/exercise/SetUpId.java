package dev.limber.core.exercise;

/** Names a set-up, such as {@code towel-roll}. */
public record SetUpId(String value) implements Comparable<SetUpId> {
    public SetUpId {
        Ids.requireShape(value);
    }

    @Override
    public int compareTo(SetUpId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
