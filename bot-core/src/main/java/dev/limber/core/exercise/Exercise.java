package dev.limber.core.exercise;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An exercise; its texts stand in the phrasebook, under {@code exercise.<id>}.
 *
 * @param eachSide whether it is done on one side, then on the other
 * @param variants in the order in which they are considered; the first one of level {@link Level#STANDARD} is the
 *     exercise as its source describes it
 * @param basis what each of {@link #BASIS_FIELDS} rests on; fields that do not apply are absent
 */
public record Exercise(
        ExerciseId id,
        SourceId source,
        Set<BodyArea> areas,
        boolean eachSide,
        List<Variant> variants,
        Map<String, Basis> basis,
        ClinicalReview review) {
    /** All that a basis can be given for, data and texts alike. */
    public static final List<String> BASIS_FIELDS = List.of(
            "areas",
            "position",
            "equipment",
            "sides",
            "movement",
            "dose",
            "rounds",
            "breath",
            "feel",
            "cautions",
            "easier",
            "harder");

    public Exercise {
        areas = Set.copyOf(areas);
        variants = List.copyOf(variants);
        basis = Map.copyOf(basis);
    }

    public Optional<Variant> findVariant(VariantId variant) {
        return variants.stream().filter(v -> v.id().equals(variant)).findFirst();
    }
}
