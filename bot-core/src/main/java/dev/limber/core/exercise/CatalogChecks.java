package dev.limber.core.exercise;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Checks what only all layers together can tell: whether what is named is there, and fits. */
final class CatalogChecks {
    private final Faults faults;
    private final Shelf<ConditionId, Condition> conditions;
    private final Shelf<ExerciseId, Exercise> exercises;
    private final Shelf<SetUpId, SetUp> setUps;
    private final Function<Reference.Kind, List<String>> known;
    private final List<Layer> layers;

    CatalogChecks(
            Faults faults,
            Shelf<ConditionId, Condition> conditions,
            Shelf<ExerciseId, Exercise> exercises,
            Shelf<SetUpId, SetUp> setUps,
            Function<Reference.Kind, List<String>> known,
            List<Layer> layers) {
        this.faults = faults;
        this.conditions = conditions;
        this.exercises = exercises;
        this.setUps = setUps;
        this.known = known;
        this.layers = layers;
    }

    /** A pose is found by its name alone, so a slip there would go unnoticed. */
    void warnOfUnusedPoses(Map<String, Place> poses) {
        Set<String> known = new TreeSet<>(setUps.ids());
        exercises.drafts().stream().map(Draft::value).forEach(exercise -> {
            known.add(exercise.id().value());
            known.add(exercise.id() + "-easier");
            exercise.variants().forEach(variant -> known.add(exercise.id() + "-" + variant.id()));
        });
        poses.forEach((pose, place) -> {
            if (!known.contains(pose)) {
                faults.warning(place, "no exercise has this pose", Nearest.hint(pose, known));
            }
        });
    }

    void resolve(Reference reference) {
        Optional<List<String>> candidates = reference.kind() == Reference.Kind.VARIANT
                ? exercises.find(new ExerciseId(reference.within())).map(CatalogChecks::variantIds)
                : Optional.of(known.apply(reference.kind()));
        if (candidates.isPresent() && !candidates.get().contains(reference.id()) && !isInFaultyFile(reference)) {
            faults.error(
                    reference.place(),
                    "unknown " + name(reference) + " '" + reference.id() + "'",
                    Nearest.hint(reference.id(), candidates.get()));
        }
    }

    /** Whether what is named has a file of its own, which then has a fault told already. */
    private boolean isInFaultyFile(Reference reference) {
        String file = switch (reference.kind()) {
            case SOURCE -> "sources.yaml";
            case EQUIPMENT -> "equipment.yaml";
            case CONDITION -> "conditions.yaml";
            case SET_UP -> "set-ups/" + reference.id() + ".yaml";
            case EXERCISE -> "exercises/" + reference.id() + ".yaml";
            case VARIANT -> "exercises/" + reference.within() + ".yaml";
            case ROUTINE -> "routines/" + reference.id() + ".yaml";
        };
        return switch (reference.kind()) {
            case SOURCE, EQUIPMENT, CONDITION, VARIANT ->
                layers.stream().anyMatch(layer -> layer.unreadable().contains(file));
            case SET_UP, EXERCISE, ROUTINE -> layers.stream().anyMatch(layer -> layer.has(file));
        };
    }

    /** A variant needs at least what its set-up needs: else nobody could be told what is missing. */
    void checkSetUps() {
        for (Draft<Exercise> exercise : exercises.drafts()) {
            for (Reference reference : ofKind(exercise, Reference.Kind.SET_UP)) {
                Optional<SetUp> setUp = setUps.find(new SetUpId(reference.id()));
                Optional<Variant> variant = exercise.value().variants().stream()
                        .filter(v -> v.id().value().equals(reference.within()))
                        .findFirst();
                if (setUp.isPresent() && variant.isPresent()) {
                    requireEquipment(
                            reference.place(), setUp.get(), variant.get().equipment());
                }
            }
        }
    }

    private void requireEquipment(Place at, SetUp setUp, Set<EquipmentId> listed) {
        setUp.equipment().stream()
                .filter(needed -> !listed.contains(needed))
                .sorted()
                .forEach(missing ->
                        faults.error(at, "the set-up needs '" + missing + "'", "add it to the variant's equipment"));
    }

    /** What is offered instead must not be what the same condition rules out. */
    void checkAlternatives() {
        for (Draft<Condition> condition : conditions.drafts()) {
            for (Reference reference : ofKind(condition, Reference.Kind.VARIANT)) {
                exercises
                        .find(new ExerciseId(reference.within()))
                        .flatMap(exercise -> exercise.findVariant(new VariantId(reference.id())))
                        .filter(variant -> isRuledOut(variant, condition.value()))
                        .ifPresent(_ -> refuse(reference, condition.value()));
            }
            for (Reference reference : ofKind(condition, Reference.Kind.EXERCISE)) {
                exercises
                        .find(new ExerciseId(reference.id()))
                        .filter(exercise -> exercise.variants().stream()
                                .allMatch(variant -> isRuledOut(variant, condition.value())))
                        .ifPresent(_ -> refuse(reference, condition.value()));
            }
        }
    }

    private void refuse(Reference reference, Condition condition) {
        faults.error(
                reference.place(),
                "'" + reference.id() + "' is left out with '" + condition.id() + "', so it cannot be done instead",
                "see avoidWith and avoidPositions");
    }

    private static boolean isRuledOut(Variant variant, Condition condition) {
        return variant.avoidWith().contains(condition.id())
                || condition.avoidPositions().contains(variant.position());
    }

    private static List<Reference> ofKind(Draft<?> draft, Reference.Kind kind) {
        return draft.references().stream()
                .filter(reference -> reference.kind() == kind)
                .toList();
    }

    private static List<String> variantIds(Exercise exercise) {
        return exercise.variants().stream().map(variant -> variant.id().value()).toList();
    }

    private static String name(Reference reference) {
        return switch (reference.kind()) {
            case SOURCE -> "source";
            case EQUIPMENT -> "equipment";
            case CONDITION -> "condition";
            case SET_UP -> "set-up";
            case EXERCISE -> "exercise";
            case VARIANT -> "variant of '" + reference.within() + "'";
            case ROUTINE -> "routine";
        };
    }
}
