package dev.limber.core.exercise;

import java.time.Duration;
import java.util.Set;

/**
 * Something to prepare before an exercise, such as rolling up a towel; its steps stand under {@code set-up.<id>}.
 *
 * @param time how long it takes unhurried
 */
public record SetUp(SetUpId id, Set<EquipmentId> equipment, Duration time) {
    public SetUp {
        equipment = Set.copyOf(equipment);
    }
}
