package dev.limber.core.exercise;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads one exercise. */
final class ExerciseReader {
    private static final int MOST_TEMPO_SECONDS = 30;

    private final Faults faults;
    private final List<Reference> references = new ArrayList<>();

    ExerciseReader(Faults faults) {
        this.faults = faults;
    }

    Optional<Draft<Exercise>> read(YamlNode document) {
        var fields = new Fields(document, faults);
        Optional<ExerciseId> id = fields.id("id", ExerciseId::new);
        Optional<SourceId> source = BasisReader.source(fields, references);
        ClinicalReview review = fields.word("review", ClinicalReview.class);
        Set<BodyArea> areas = areas(fields);
        boolean eachSide = fields.flag("eachSide", false);
        List<Variant> variants = variants(fields);
        Map<String, Basis> basis = new BasisReader(faults, references).read(fields, source, Exercise.BASIS_FIELDS);
        requireBasis(fields.place("basis"), basis.keySet(), eachSide, variants);
        fields.refuseOthers();
        return id.flatMap(exercise -> source.map(from -> new Draft<>(
                new Exercise(exercise, from, areas, eachSide, variants, basis, review),
                fields.place("id"),
                references)));
    }

    private Set<BodyArea> areas(Fields fields) {
        Set<BodyArea> areas = new HashSet<>();
        fields.list("areas")
                .forEach(node -> Fields.word(node, BodyArea.class, faults).ifPresent(areas::add));
        if (areas.isEmpty() && fields.keys().contains("areas")) {
            faults.error(fields.place("areas"), "no area", "name at least one part of the body");
        }
        return areas;
    }

    private List<Variant> variants(Fields fields) {
        List<Variant> variants = new ArrayList<>();
        Map<VariantId, Integer> lines = new HashMap<>();
        for (YamlNode node : fields.list("variants")) {
            Optional<Variant> variant = variant(new Fields(node, faults));
            variant.ifPresent(v -> {
                Integer first = lines.putIfAbsent(v.id(), node.place().line());
                if (first == null) {
                    variants.add(v);
                } else {
                    faults.error(node.place(), "the id '" + v.id() + "' is taken", "first on line " + first);
                }
            });
        }
        if (fields.keys().contains("variants")) {
            Place at = fields.place("variants");
            if (variants.stream().noneMatch(v -> v.level() == Level.STANDARD)) {
                faults.error(at, "no variant of level standard", "the exercise as its source describes it");
            }
            if (variants.stream().noneMatch(v -> v.level() == Level.EASIER)) {
                faults.warning(
                        at, "no variant of level easier", "whoever skips the health check gets the standard one");
            }
        }
        return variants;
    }

    private Optional<Variant> variant(Fields fields) {
        Optional<VariantId> id = fields.id("id", VariantId::new);
        Level level = fields.word("level", Level.class);
        Position position = fields.word("position", Position.class);
        Set<EquipmentId> equipment = ids(fields, "equipment", Reference.Kind.EQUIPMENT, EquipmentId::new);
        Optional<SetUpId> setUp = fields.findId("setUp", SetUpId::new);
        setUp.ifPresent(needed -> references.add(new Reference(
                fields.place("setUp"),
                Reference.Kind.SET_UP,
                needed.value(),
                id.map(VariantId::value).orElse(""))));
        Set<ConditionId> avoidWith = ids(fields, "avoidWith", Reference.Kind.CONDITION, ConditionId::new);
        Dose dose = dose(fields);
        int rounds = fields.number("rounds", 1, Variant.MOST_ROUNDS);
        fields.refuseOthers();
        return id.map(variant -> new Variant(variant, level, position, equipment, setUp, avoidWith, dose, rounds));
    }

    private <T> Set<T> ids(Fields fields, String key, Reference.Kind kind, Function<String, T> make) {
        Set<T> ids = new HashSet<>();
        for (YamlNode node : fields.list(key)) {
            Fields.id(node, Function.identity(), faults).ifPresent(id -> {
                references.add(new Reference(node.place(), kind, id));
                ids.add(make.apply(id));
            });
        }
        return ids;
    }

    private Dose dose(Fields variant) {
        var standIn = new Dose.Hold(Dose.SHORTEST_HOLD);
        Optional<YamlNode> node = variant.get("dose");
        if (node.isEmpty()) {
            return standIn;
        }
        var fields = new Fields(node.get(), faults);
        Dose dose = standIn;
        if (fields.find("holdSeconds").isPresent()) {
            dose = new Dose.Hold(Duration.ofSeconds(fields.number(
                    "holdSeconds", (int) Dose.SHORTEST_HOLD.toSeconds(), (int) Dose.LONGEST_HOLD.toSeconds())));
        } else if (fields.find("repetitions").isPresent()) {
            int count = fields.number("repetitions", 1, Dose.MOST_REPETITIONS);
            int most = fields.number("upTo", count, Dose.MOST_REPETITIONS);
            dose = new Dose.Repetitions(count, most, tempo(fields, "repetitionSeconds"));
        } else if (fields.find("breaths").isPresent()) {
            dose = new Dose.Breaths(fields.number("breaths", 1, Dose.MOST_BREATHS), tempo(fields, "breathSeconds"));
        } else if (fields.keys().isEmpty() && node.get() instanceof YamlNode.Mapping) {
            faults.error(fields.place(), "no dose", "{holdSeconds: 30}");
        }
        fields.refuseOthers();
        return dose;
    }

    private static Duration tempo(Fields fields, String key) {
        return Duration.ofSeconds(fields.number(key, 1, MOST_TEMPO_SECONDS));
    }

    private void requireBasis(Place at, Set<String> given, boolean eachSide, List<Variant> variants) {
        for (String field : Exercise.BASIS_FIELDS) {
            boolean applies = switch (field) {
                case "sides" -> eachSide;
                case "equipment" ->
                    variants.stream()
                            .anyMatch(v -> v.level() == Level.STANDARD
                                    && !v.equipment().isEmpty());
                case "easier" -> variants.stream().anyMatch(v -> v.level() == Level.EASIER);
                case "harder" -> variants.stream().anyMatch(v -> v.level() == Level.HARDER);
                default -> true;
            };
            if (applies && !given.contains(field) && !given.isEmpty()) {
                faults.error(at, "no basis for '" + field + "'", "source, editorial, or the id of another source");
            }
        }
    }
}
