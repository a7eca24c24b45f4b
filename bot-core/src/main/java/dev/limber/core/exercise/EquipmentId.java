package dev.limber.core.exercise;

/** Names a thing that an exercise needs, such as {@code towel}. */
public record EquipmentId(String value) implements Comparable<EquipmentId> {
    public EquipmentId {
        Ids.requireShape(value);
    }

    @Override
    public int compareTo(EquipmentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
