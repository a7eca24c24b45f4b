package dev.limber.core.exercise;

import java.util.Optional;
import java.util.Set;

/**
 * One way of doing an exercise.
 *
 * @param equipment what must be at hand
 * @param setUp what must be prepared first, if anything
 * @param avoidWith the answers of the health check with which this variant is left out, those that follow from its
 *     position included
 * @param rounds how often it is repeated by default, on each side
 */
public record Variant(
        VariantId id,
        Level level,
        Position position,
        Set<EquipmentId> equipment,
        Optional<SetUpId> setUp,
        Set<ConditionId> avoidWith,
        Dose dose,
        int rounds) {
    public static final int MOST_ROUNDS = 4;

    public Variant {
        equipment = Set.copyOf(equipment);
        avoidWith = Set.copyOf(avoidWith);
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new IllegalArgumentException("rounds go from 1 to 4, not " + rounds);
        }
    }
}
