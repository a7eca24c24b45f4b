package dev.limber.core.text;

import dev.limber.core.exercise.Catalog;
import dev.limber.core.exercise.ConditionId;
import dev.limber.core.exercise.Faults;
import dev.limber.core.exercise.Fields;
import dev.limber.core.exercise.Nearest;
import dev.limber.core.exercise.Place;
import dev.limber.core.exercise.RoutineId;
import dev.limber.core.exercise.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Reads one file {@code words.yaml}. */
final class VocabularyReader {
    private final Catalog catalog;
    private final Faults faults;
    private final List<Written> written = new ArrayList<>();

    /** @param catalog has all routines and conditions that there are */
    VocabularyReader(Catalog catalog, Faults faults) {
        this.catalog = catalog;
        this.faults = faults;
    }

    /** A phrase and where it stands. */
    record Written(String text, Place place, Optional<Intent> intent) {}

    /** All phrases that were read, in the order of the file. */
    List<Written> written() {
        return written;
    }

    /** What the file has; what is wrong goes to the faults and is left out. */
    Vocabulary read(YamlNode document) {
        var fields = new Fields(document, faults);
        var groups = new LinkedHashMap<String, List<String>>();
        each(fields, "groups", (name, node) -> groups.put(name, phrases(node, Optional.empty())));
        var vocabulary = new Vocabulary(
                spelling(fields),
                groups,
                ignored(fields),
                negators(fields),
                intents(fields),
                feelings(fields),
                routines(fields),
                conditions(fields));
        fields.refuseOthers();
        return vocabulary;
    }

    private Vocabulary.Spelling spelling(Fields file) {
        Optional<Fields> section = section(file, "spelling");
        var alternatives = new LinkedHashMap<String, String>();
        section.ifPresent(fields -> each(
                fields,
                "alternatives",
                (letter, node) -> Fields.text(node, faults).ifPresent(other -> alternatives.put(letter, other))));
        List<String> notTypos = phrases(section, "notTypos");
        section.ifPresent(Fields::refuseOthers);
        return new Vocabulary.Spelling(alternatives, notTypos);
    }

    private Vocabulary.Ignored ignored(Fields file) {
        Optional<Fields> section = section(file, "ignored");
        var ignored = new Vocabulary.Ignored(phrases(section, "fillers"), phrases(section, "asks"));
        section.ifPresent(Fields::refuseOthers);
        return ignored;
    }

    private Vocabulary.Negators negators(Fields file) {
        Optional<Fields> section = section(file, "negators");
        var negators = new Vocabulary.Negators(phrases(section, "before"), phrases(section, "after"));
        section.ifPresent(Fields::refuseOthers);
        return negators;
    }

    private Vocabulary.Feelings feelings(Fields file) {
        Optional<Fields> section = section(file, "feelings");
        var feelings = new Vocabulary.Feelings(
                phrases(section, "allWell"),
                phrases(section, "complaints"),
                phrases(section, "aches"),
                phrases(section, "alarms"),
                phrases(section, "despair"),
                phrases(section, "exaggerations"));
        section.ifPresent(Fields::refuseOthers);
        return feelings;
    }

    private Map<Intent, Vocabulary.Sayings> intents(Fields file) {
        var intents = new EnumMap<Intent, Vocabulary.Sayings>(Intent.class);
        each(
                file,
                "intents",
                (name, node) -> findIntent(name, node.place()).ifPresent(intent -> {
                    var fields = new Fields(node, faults);
                    intents.put(
                            intent,
                            new Vocabulary.Sayings(
                                    phrases(fields, "alone", Optional.of(intent)),
                                    phrases(fields, "within", Optional.of(intent))));
                    fields.refuseOthers();
                }));
        return intents;
    }

    private Optional<Intent> findIntent(String name, Place place) {
        Optional<Intent> found = Arrays.stream(Intent.values())
                .filter(intent -> Fields.wordFor(intent).equals(name))
                .findFirst();
        if (found.isEmpty()) {
            List<String> known =
                    Arrays.stream(Intent.values()).map(Fields::wordFor).toList();
            faults.error(place, "unknown intent '" + name + "'", Nearest.hint(name, known));
        }
        return found;
    }

    private Map<RoutineId, Vocabulary.RoutineWords> routines(Fields file) {
        var words = new LinkedHashMap<RoutineId, Vocabulary.RoutineWords>();
        each(
                file,
                "routines",
                (name, node) -> findRoutine(name, node.place()).ifPresent(id -> {
                    var fields = new Fields(node, faults);
                    words.put(
                            id,
                            new Vocabulary.RoutineWords(
                                    phrases(fields, "names", Optional.empty()),
                                    phrases(fields, "wishes", Optional.empty())));
                    fields.refuseOthers();
                }));
        return words;
    }

    private Optional<RoutineId> findRoutine(String name, Place place) {
        return findId("routine", catalog.routines().keySet(), RoutineId::value, name, place);
    }

    private Map<ConditionId, List<String>> conditions(Fields file) {
        var words = new LinkedHashMap<ConditionId, List<String>>();
        each(
                file,
                "conditions",
                (name, node) -> findId(
                                "condition", catalog.conditions().keySet(), ConditionId::value, name, node.place())
                        .ifPresent(id -> words.put(id, phrases(node, Optional.empty()))));
        return words;
    }

    private <T> Optional<T> findId(
            String kind, Collection<T> all, Function<T, String> value, String name, Place place) {
        Optional<T> found =
                all.stream().filter(id -> value.apply(id).equals(name)).findFirst();
        if (found.isEmpty()) {
            faults.error(
                    place,
                    "there is no " + kind + " '" + name + "'",
                    Nearest.hint(name, all.stream().map(value).toList()));
        }
        return found;
    }

    private Optional<Fields> section(Fields file, String key) {
        return file.find(key).map(node -> new Fields(node, faults));
    }

    /** Goes through the mapping under {@code key}, if there is one. */
    private void each(Fields fields, String key, BiConsumer<String, YamlNode> action) {
        section(fields, key).ifPresent(section -> {
            for (String name : List.copyOf(section.keys())) {
                section.find(name).ifPresent(node -> action.accept(name, node));
            }
        });
    }

    private List<String> phrases(Optional<Fields> section, String key) {
        return section.map(fields -> phrases(fields, key, Optional.empty())).orElse(List.of());
    }

    private List<String> phrases(Fields fields, String key, Optional<Intent> intent) {
        return fields.find(key).map(node -> phrases(node, intent)).orElse(List.of());
    }

    private List<String> phrases(YamlNode node, Optional<Intent> intent) {
        if (!(node instanceof YamlNode.Sequence(Place _, List<YamlNode> items))) {
            faults.error(node.place(), "expected a list, found " + node.kind(), "[a, b], or a line with '- ' for each");
            return List.of();
        }
        var phrases = new ArrayList<String>();
        for (YamlNode item : items) {
            Fields.text(item, faults).ifPresent(text -> {
                written.add(new Written(text, item.place(), intent));
                phrases.add(text);
            });
        }
        return phrases;
    }
}
