package dev.limber.core.exercise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes a catalog of the structure files of all layers, or says all that is wrong with them. */
public final class CatalogReader {
    /** What packs may say of themselves in {@code pack.yaml}. */
    public static final int FORMAT_VERSION = 1;

    private static final String PACK = "pack.yaml";
    private static final String POSES = "poses";

    private final Faults faults;
    private final Shelf<SourceId, Source> sources;
    private final Shelf<EquipmentId, EquipmentId> equipment;
    private final Shelf<SetUpId, SetUp> setUps;
    private final Shelf<ConditionId, Condition> conditions;
    private final Shelf<ExerciseId, Exercise> exercises;
    private final Shelf<RoutineId, Routine> routines;
    private final List<RoutineId> routineOrder = new ArrayList<>();
    private final Map<String, Place> poses = new LinkedHashMap<>();
    private final List<Reference> orderReferences = new ArrayList<>();

    private CatalogReader(Faults faults) {
        this.faults = faults;
        sources = new Shelf<>(faults);
        equipment = new Shelf<>(faults);
        setUps = new Shelf<>(faults);
        conditions = new Shelf<>(faults);
        exercises = new Shelf<>(faults);
        routines = new Shelf<>(faults);
    }

    /**
     * What all layers together define. Worth using only where {@code faults} has no errors afterwards: what could not be
     * read is left out, or a stand-in.
     *
     * @param layers the first one is the base
     */
    public static Catalog read(List<Layer> layers, Faults faults) {
        var reader = new CatalogReader(faults);
        layers.forEach(reader::readLayer);
        reader.check(layers);
        return reader.catalog();
    }

    private void readLayer(Layer layer) {
        List.of(sources, equipment, setUps, conditions, exercises, routines).forEach(Shelf::startLayer);
        if (!layer.documents().containsKey(PACK)) {
            faults.error(
                    layer.file(PACK), "the file is missing", "with the line 'formatVersion: " + FORMAT_VERSION + "'");
        }
        layer.documents().forEach((path, document) -> readFile(layer, path, document));
    }

    private void readFile(Layer layer, String path, YamlNode document) {
        var parts = new PartsReader(faults);
        switch (path) {
            case PACK -> readPack(document);
            case "sources.yaml" -> parts.sources(document, sources);
            case "equipment.yaml" -> parts.equipment(document, equipment);
            case "conditions.yaml" -> parts.conditions(document, conditions);
            case PicturesReader.INDEX -> {}
            default -> {
                int slash = path.lastIndexOf('/');
                String folder = path.substring(0, Math.max(slash, 0));
                String name = path.substring(slash + 1, path.length() - ".yaml".length());
                switch (folder) {
                    case "set-ups" -> {
                        requireName(document, name);
                        parts.setUp(document, setUps);
                    }
                    case "routines" -> {
                        requireName(document, name);
                        parts.routine(document, routines);
                    }
                    case "exercises" -> {
                        requireName(document, name);
                        new ExerciseReader(faults)
                                .read(document)
                                .ifPresent(draft -> exercises.put(draft.value().id(), draft));
                    }
                    case POSES -> poses.put(name, layer.file(path));
                    default -> warnOfUnknown(layer, path, folder);
                }
            }
        }
    }

    private void warnOfUnknown(Layer layer, String path, String folder) {
        if (!path.startsWith("texts/")) {
            List<String> known = folder.isEmpty()
                    ? List.of(PACK, "sources.yaml", "equipment.yaml", "conditions.yaml")
                    : List.of("exercises", "routines", "set-ups", POSES, "texts");
            faults.warning(
                    layer.file(path), "the file is not used", Nearest.hint(folder.isEmpty() ? path : folder, known));
        }
    }

    private void readPack(YamlNode document) {
        var fields = new Fields(document, faults);
        int version = fields.number("formatVersion", 1, Integer.MAX_VALUE);
        if (version > FORMAT_VERSION) {
            faults.error(
                    fields.place("formatVersion"),
                    "the pack has format " + version,
                    "this Limber reads format " + FORMAT_VERSION + "; use a newer one");
        }
        Set<RoutineId> first = new LinkedHashSet<>();
        for (YamlNode node : fields.findList("routines")) {
            Fields.id(node, RoutineId::new, faults).ifPresent(id -> {
                orderReferences.add(new Reference(node.place(), Reference.Kind.ROUTINE, id.value()));
                first.add(id);
            });
        }
        routineOrder.removeAll(first);
        routineOrder.addAll(0, first);
        fields.refuseOthers();
    }

    private void requireName(YamlNode document, String name) {
        if (document instanceof YamlNode.Mapping mapping
                && mapping.entries().get("id") instanceof YamlNode.Scalar(Place place, String id)
                && !id.equals(name)) {
            faults.error(place, "the id '" + id + "' differs from the file's name", "name the file " + id + ".yaml");
        }
    }

    private void check(List<Layer> layers) {
        var checks = new CatalogChecks(faults, conditions, exercises, setUps, this::known, layers);
        orderReferences.forEach(checks::resolve);
        for (Shelf<?, ?> shelf : List.of(sources, equipment, setUps, conditions, exercises, routines)) {
            shelf.drafts().forEach(draft -> draft.references().forEach(checks::resolve));
        }
        checks.checkSetUps();
        checks.warnOfUnusedPoses(poses);
        checks.checkAlternatives();
        if (conditions.find(Condition.UNSCREENED).isEmpty() && !layers.isEmpty()) {
            faults.error(
                    layers.getFirst().file("conditions.yaml"),
                    "the condition '" + Condition.UNSCREENED + "' is missing",
                    "it says what is left out for whoever skips the health check");
        }
    }

    private List<String> known(Reference.Kind kind) {
        return switch (kind) {
            case SOURCE -> sources.ids();
            case EQUIPMENT -> equipment.ids();
            case CONDITION -> conditions.ids();
            case SET_UP -> setUps.ids();
            case EXERCISE, VARIANT -> exercises.ids();
            case ROUTINE -> routines.ids();
        };
    }

    private Catalog catalog() {
        return new Catalog(
                sources.values(Function.identity()),
                List.copyOf(equipment.values(Function.identity()).keySet()),
                setUps.values(Function.identity()),
                conditions.values(Function.identity()),
                exercises.values(this::withPositions),
                inOrder(),
                poses.keySet());
    }

    /** Where a condition rules a position out, each variant in that position says so itself. */
    private Exercise withPositions(Exercise exercise) {
        List<Variant> variants =
                exercise.variants().stream().map(this::withPositions).toList();
        return new Exercise(
                exercise.id(),
                exercise.source(),
                exercise.areas(),
                exercise.eachSide(),
                variants,
                exercise.basis(),
                exercise.review());
    }

    private Variant withPositions(Variant variant) {
        Set<ConditionId> avoidWith = new HashSet<>(variant.avoidWith());
        conditions.drafts().stream()
                .map(Draft::value)
                .filter(condition -> condition.avoidPositions().contains(variant.position()))
                .forEach(condition -> avoidWith.add(condition.id()));
        return new Variant(
                variant.id(),
                variant.level(),
                variant.position(),
                variant.equipment(),
                variant.setUp(),
                avoidWith,
                variant.dose(),
                variant.rounds());
    }

    private Map<RoutineId, Routine> inOrder() {
        Map<RoutineId, Routine> all = routines.values(Function.identity());
        var ordered = new LinkedHashMap<RoutineId, Routine>();
        routineOrder.forEach(id -> Optional.ofNullable(all.get(id)).ifPresent(routine -> ordered.put(id, routine)));
        all.forEach(ordered::putIfAbsent);
        return Collections.unmodifiableMap(ordered);
    }
}
