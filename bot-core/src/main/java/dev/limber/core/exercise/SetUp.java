package dev.limber.core.exercise;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something to prepare before an exercise, such as rolling up a towel; its steps stand under {@code set-up.<id>}.
 *
 * @param basis what each of {@link #BASIS_FIELDS} rests on
 * @param time how long it takes unhurried
 */
public record SetUp(SetUpId id, SourceId source, Map<String, Basis> basis, Set<EquipmentId> equipment, Duration time) {
    /** All that a basis can be given for. */
    public static final List<String> BASIS_FIELDS = List.of("steps", "equipment", "time");

    public SetUp {
        basis = Map.copyOf(basis);
        equipment = Set.copyOf(equipment);
    }
}
