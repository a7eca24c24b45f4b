package dev.limber.core.exercise;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads all that stands beside the exercises: sources, equipment, set-ups, conditions, routines. */
final class PartsReader {
    private static final int MOST_MINUTES = 60;
    private static final int LONGEST_SET_UP_SECONDS = 600;
    private static final int MOST_ITEMS = 20;

    private final Faults faults;

    PartsReader(Faults faults) {
        this.faults = faults;
    }

    void sources(YamlNode document, Shelf<SourceId, Source> shelf) {
        for (YamlNode item : onlyList(document, "sources")) {
            var fields = new Fields(item, faults);
            boolean published = fields.flag("published", true);
            Optional<SourceId> id = fields.id("id", SourceId::new);
            String author = fields.text("author");
            String title = fields.text("title");
            fields.refuseOthers();
            id.ifPresent(it ->
                    shelf.put(it, new Draft<>(new Source(it, author, title, published), item.place(), List.of())));
        }
    }

    void equipment(YamlNode document, Shelf<EquipmentId, EquipmentId> shelf) {
        for (YamlNode item : onlyList(document, "equipment")) {
            Fields.id(item, EquipmentId::new, faults)
                    .ifPresent(id -> shelf.put(id, new Draft<>(id, item.place(), List.of())));
        }
    }

    void conditions(YamlNode document, Shelf<ConditionId, Condition> shelf) {
        for (YamlNode item : onlyList(document, "conditions")) {
            var fields = new Fields(item, faults);
            List<Reference> references = new ArrayList<>();
            Optional<ConditionId> id = fields.id("id", ConditionId::new);
            Set<Position> positions = words(fields.findList("avoidPositions"), Position.class);
            boolean locks = fields.flag("locks", false);
            List<Condition.Alternative> instead = new ArrayList<>();
            for (YamlNode alternative : fields.findList("instead")) {
                alternative(alternative, references).ifPresent(instead::add);
            }
            fields.refuseOthers();
            id.ifPresent(it ->
                    shelf.put(it, new Draft<>(new Condition(it, positions, locks, instead), item.place(), references)));
        }
    }

    private Optional<Condition.Alternative> alternative(YamlNode node, List<Reference> references) {
        var fields = new Fields(node, faults);
        Optional<ExerciseId> exercise = exercise(fields, references);
        Optional<VariantId> variant = variant(fields, exercise, references);
        fields.refuseOthers();
        return exercise.map(it -> new Condition.Alternative(it, variant));
    }

    void setUp(YamlNode document, Shelf<SetUpId, SetUp> shelf) {
        var fields = new Fields(document, faults);
        List<Reference> references = new ArrayList<>();
        Optional<SetUpId> id = fields.id("id", SetUpId::new);
        Optional<SourceId> source = BasisReader.source(fields, references);
        var basis = new BasisReader(faults, references).read(fields, source, SetUp.BASIS_FIELDS);
        Set<EquipmentId> equipment = new HashSet<>();
        for (YamlNode item : fields.list("equipment")) {
            Fields.id(item, EquipmentId::new, faults).ifPresent(it -> {
                equipment.add(it);
                references.add(new Reference(item.place(), Reference.Kind.EQUIPMENT, it.value()));
            });
        }
        var time = Duration.ofSeconds(fields.number("timeSeconds", 1, LONGEST_SET_UP_SECONDS));
        fields.refuseOthers();
        id.ifPresent(it -> shelf.put(
                it,
                new Draft<>(
                        new SetUp(it, source.orElse(BasisReader.STAND_IN), basis, equipment, time),
                        fields.place("id"),
                        references)));
    }

    void routine(YamlNode document, Shelf<RoutineId, Routine> shelf) {
        var fields = new Fields(document, faults);
        List<Reference> references = new ArrayList<>();
        Optional<RoutineId> id = fields.id("id", RoutineId::new);
        var about = Duration.ofMinutes(fields.number("aboutMinutes", 1, MOST_MINUTES));
        Set<Routine.Place> places = words(fields.list("places"), Routine.Place.class);
        Set<Routine.PartOfDay> partsOfDay = words(fields.findList("partsOfDay"), Routine.PartOfDay.class);
        List<RoutineItem> items = new ArrayList<>();
        for (YamlNode node : fields.list("items")) {
            var item = new Fields(node, faults);
            Optional<ExerciseId> exercise = exercise(item, references);
            Optional<VariantId> variant = variant(item, exercise, references);
            Optional<String> onlyIf = item.findId("onlyIf", Function.identity());
            item.refuseOthers();
            exercise.ifPresent(it -> items.add(new RoutineItem(it, variant, onlyIf)));
        }
        requireSome(fields, "items", items.size());
        requireSome(fields, "places", places.size());
        if (items.size() > MOST_ITEMS) {
            faults.error(fields.place("items"), items.size() + " exercises", "at most " + MOST_ITEMS);
        }
        fields.refuseOthers();
        id.ifPresent(it -> shelf.put(
                it, new Draft<>(new Routine(it, items, about, places, partsOfDay), fields.place("id"), references)));
    }

    private void requireSome(Fields fields, String key, int count) {
        if (count == 0 && fields.keys().contains(key)) {
            faults.error(fields.place(key), "'" + key + "' is empty", "name at least one");
        }
    }

    private static Optional<ExerciseId> exercise(Fields fields, List<Reference> references) {
        Optional<ExerciseId> exercise = fields.id("exercise", ExerciseId::new);
        exercise.ifPresent(
                id -> references.add(new Reference(fields.place("exercise"), Reference.Kind.EXERCISE, id.value())));
        return exercise;
    }

    private static Optional<VariantId> variant(
            Fields fields, Optional<ExerciseId> exercise, List<Reference> references) {
        Optional<VariantId> variant = fields.findId("variant", VariantId::new);
        if (variant.isPresent() && exercise.isPresent()) {
            references.add(new Reference(
                    fields.place("variant"),
                    Reference.Kind.VARIANT,
                    variant.get().value(),
                    exercise.get().value()));
        }
        return variant;
    }

    private List<YamlNode> onlyList(YamlNode document, String key) {
        var fields = new Fields(document, faults);
        List<YamlNode> items = fields.list(key);
        fields.refuseOthers();
        return items;
    }

    private <E extends Enum<E>> Set<E> words(List<YamlNode> nodes, Class<E> type) {
        Set<E> words = EnumSet.noneOf(type);
        nodes.forEach(node -> Fields.word(node, type, faults).ifPresent(words::add));
        return words;
    }
}
