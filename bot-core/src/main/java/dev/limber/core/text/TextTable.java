package dev.limber.core.text;

import dev.limber.core.exercise.Faults;
import dev.limber.core.exercise.Nearest;
import dev.limber.core.exercise.Place;
import dev.limber.core.exercise.YamlNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The texts of one language, gathered file by file and layer by layer. */
final class TextTable {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern LAST_OF_LIST = Pattern.compile("(.+)\\.([0-9]+)");

    /** For a text with a fault, lest it counts as missing too. */
    private static final String STAND_IN = "-";

    private final Locale language;
    private final Faults faults;
    private final Map<String, Text> texts = new TreeMap<>();
    private final Map<String, Text> ofLayer = new HashMap<>();
    private final Set<String> listsOfLayer = new HashSet<>();

    TextTable(Locale language, Faults faults) {
        this.language = language;
        this.faults = faults;
    }

    Locale language() {
        return language;
    }

    /** Adds one file of the current layer. */
    void addFile(YamlNode document) {
        flatten("", document);
    }

    /** What the files added since say, replaces what earlier layers said; lists as a whole. */
    void endLayer() {
        texts.keySet()
                .removeIf(key -> listOf(key).filter(listsOfLayer::contains).isPresent());
        texts.putAll(ofLayer);
        ofLayer.clear();
        listsOfLayer.clear();
    }

    Optional<Text> find(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    Set<String> keys() {
        return Set.copyOf(texts.keySet());
    }

    void putIfAbsent(String key, Text text) {
        texts.putIfAbsent(key, text);
    }

    void remove(String key) {
        texts.remove(key);
    }

    /** The items of a list, empty where there is none. */
    List<Text> list(String key) {
        return IntStream.iterate(0, i -> texts.containsKey(key + "." + i), i -> i + 1)
                .mapToObj(i -> texts.get(key + "." + i))
                .toList();
    }

    Phrases phrases(Optional<Phrases> fallback) {
        Map<String, String> patterns = new HashMap<>();
        texts.forEach((key, text) -> patterns.put(key, text.pattern()));
        return new Phrases(language, patterns, fallback.orElse(null));
    }

    /** Says what this language lacks, and what the complete one does not know. */
    void compareWith(TextTable complete) {
        for (String key : complete.texts.keySet()) {
            if (!texts.containsKey(key) && !hasList(key)) {
                faults.warning(
                        new Place("texts/" + language.toLanguageTag(), 0, key),
                        "there is no text",
                        "the one in " + complete.language.toLanguageTag() + " is used");
            }
        }
        texts.forEach((key, text) -> {
            Text original = complete.texts.get(key);
            if (original != null) {
                warnOfArguments(text, original);
            } else if (!complete.hasList(key)) {
                faults.warning(
                        text.place(),
                        "'" + key + "' has no text in " + complete.language.toLanguageTag(),
                        Nearest.find(key, complete.texts.keySet())
                                .map(near -> "did you mean '" + near + "'?")
                                .orElse("it is not used"));
            }
        });
    }

    /** Lists may differ in length from language to language. */
    private boolean hasList(String key) {
        return listOf(key).filter(list -> texts.containsKey(list + ".0")).isPresent();
    }

    private void warnOfArguments(Text text, Text original) {
        Set<String> known = Patterns.arguments(original.pattern());
        for (String name : Patterns.arguments(text.pattern())) {
            if (!known.contains(name)) {
                faults.warning(text.place(), "the argument {" + name + "} is not given", Nearest.hint(name, known));
            }
        }
    }

    private void flatten(String key, YamlNode node) {
        switch (node) {
            case YamlNode.Scalar(Place place, String value) -> put(key, value, place);
            case YamlNode.Sequence(Place place, List<YamlNode> items) -> {
                listsOfLayer.add(key);
                if (items.isEmpty()) {
                    faults.error(place, "the list is empty", "write at least one line, or leave the key out");
                }
                for (int i = 0; i < items.size(); i++) {
                    flatten(key + "." + i, items.get(i));
                }
            }
            case YamlNode.Mapping(Place _, Map<String, YamlNode> entries) ->
                entries.forEach((name, value) -> {
                    if (KEY.matcher(name).matches()) {
                        flatten(key.isEmpty() ? name : key + "." + name, value);
                    } else {
                        faults.error(
                                value.place(),
                                "'" + name + "' is not a key",
                                "letters, digits, hyphens and underscores");
                    }
                });
        }
    }

    private void put(String key, String pattern, Place place) {
        Text first = ofLayer.get(key);
        Optional<String> problem = Patterns.problem(pattern);
        if (key.isEmpty()) {
            faults.error(place, "expected a mapping, found text", "lines of 'key: text'");
        } else if (first != null) {
            faults.error(
                    place,
                    "'" + key + "' has a text already",
                    "in " + first.place().file() + ":" + first.place().line());
        } else if (pattern.isBlank()) {
            faults.error(place, "the text is empty", "write one, or leave the key out");
            ofLayer.put(key, new Text(STAND_IN, place));
        } else if (problem.isPresent()) {
            faults.error(place, problem.get(), "see ICU message format: {name}, {n, plural, one {…} other {…}}");
            ofLayer.put(key, new Text(STAND_IN, place));
        } else {
            ofLayer.put(key, new Text(pattern.strip(), place));
        }
    }

    private static Optional<String> listOf(String key) {
        var matcher = LAST_OF_LIST.matcher(key);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
