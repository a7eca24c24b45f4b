package dev.limber.core.exercise;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads one mapping key by key. What is wrong goes to the faults, and a stand-in is returned, so that reading goes on
 * and finds the other faults too; a pack with faults is never served. Call {@link #refuseOthers} last.
 */
public final class Fields {
    private static final int LONGEST_TEXT = 1000;

    private final Place place;
    private final Map<String, YamlNode> entries;
    private final boolean unusable;
    private final Faults faults;
    private final Set<String> asked = new LinkedHashSet<>();

    /** @param node a mapping; anything else is a fault, and then all keys are taken to be absent without a further one */
    public Fields(YamlNode node, Faults faults) {
        this.place = node.place();
        this.faults = faults;
        this.entries = node instanceof YamlNode.Mapping mapping ? mapping.entries() : Map.of();
        this.unusable = !(node instanceof YamlNode.Mapping);
        if (unusable) {
            faults.error(place, "expected a mapping, found " + node.kind(), "lines of 'key: value'");
        }
    }

    public Place place() {
        return place;
    }

    /** Where the value of {@code key} stands; this mapping where there is none. */
    public Place place(String key) {
        return Optional.ofNullable(entries.get(key)).map(YamlNode::place).orElse(place);
    }

    /** The keys that are there. */
    public Set<String> keys() {
        return entries.keySet();
    }

    public Optional<YamlNode> find(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.get(key));
    }

    /** Absence is a fault. */
    public Optional<YamlNode> get(String key) {
        Optional<YamlNode> found = find(key);
        if (found.isEmpty() && !unusable) {
            faults.error(place, "'" + key + "' is missing", "add it");
        }
        return found;
    }

    /** One line of text, required. */
    public String text(String key) {
        return get(key).flatMap(node -> text(node, faults)).orElse("");
    }

    /** A whole number, required. */
    public int number(String key, int least, int most) {
        Optional<YamlNode> node = get(key);
        Optional<String> text = node.flatMap(n -> text(n, faults));
        if (node.isEmpty() || text.isEmpty()) {
            return least;
        }
        Place at = node.get().place();
        String bounds = "from " + least + " to " + most;
        if (!text.get().matches("-?[0-9]{1,9}")) {
            faults.error(at, "'" + text.get() + "' is not a whole number", bounds);
            return least;
        }
        int value = Integer.parseInt(text.get());
        if (value < least || value > most) {
            faults.error(at, value + " is out of bounds", bounds);
            return least;
        }
        return value;
    }

    /** {@code true} or {@code false}, or {@code absent} where the key is missing. */
    public boolean flag(String key, boolean absent) {
        Optional<YamlNode> node = find(key);
        if (node.isEmpty()) {
            return absent;
        }
        if (node.get() instanceof YamlNode.Scalar(Place _, String value)
                && (value.equals("true") || value.equals("false"))) {
            return value.equals("true");
        }
        faults.error(node.get().place(), "expected true or false", "");
        return absent;
    }

    /** An identifier, required. */
    public <T> Optional<T> id(String key, Function<String, T> make) {
        return get(key).flatMap(node -> id(node, make, faults));
    }

    public <T> Optional<T> findId(String key, Function<String, T> make) {
        return find(key).flatMap(node -> id(node, make, faults));
    }

    /** One of the words that {@code type} has, lower-case with hyphens; required. */
    public <E extends Enum<E>> E word(String key, Class<E> type) {
        return get(key).flatMap(node -> word(node, type, faults)).orElse(type.getEnumConstants()[0]);
    }

    /** The items of a list, required; it may be empty. */
    public List<YamlNode> list(String key) {
        return get(key).map(node -> items(node, faults)).orElse(List.of());
    }

    public List<YamlNode> findList(String key) {
        return find(key).map(node -> items(node, faults)).orElse(List.of());
    }

    /** Whatever was not asked for is a fault. */
    public void refuseOthers() {
        entries.forEach((key, node) -> {
            if (!asked.contains(key)) {
                faults.error(node.place(), "unknown key '" + key + "'", Nearest.hint(key, asked));
            }
        });
    }

    /** One line of text. */
    public static Optional<String> text(YamlNode node, Faults faults) {
        if (!(node instanceof YamlNode.Scalar(Place place, String value)) || value.isBlank()) {
            faults.error(node.place(), "expected text, found " + node.kind(), "");
            return Optional.empty();
        }
        if (value.length() > LONGEST_TEXT) {
            faults.error(place, "the text is too long", "at most " + LONGEST_TEXT + " characters");
            return Optional.empty();
        }
        return Optional.of(value);
    }

    public static <T> Optional<T> id(YamlNode node, Function<String, T> make, Faults faults) {
        return text(node, faults).filter(id -> isId(id, node.place(), faults)).map(make);
    }

    public static <E extends Enum<E>> Optional<E> word(YamlNode node, Class<E> type, Faults faults) {
        Optional<String> text = text(node, faults);
        Optional<E> constant = text.flatMap(word -> Arrays.stream(type.getEnumConstants())
                .filter(candidate -> wordFor(candidate).equals(word))
                .findFirst());
        if (text.isPresent() && constant.isEmpty()) {
            List<String> known =
                    Arrays.stream(type.getEnumConstants()).map(Fields::wordFor).toList();
            faults.error(node.place(), "unknown value '" + text.get() + "'", Nearest.hint(text.get(), known));
        }
        return constant;
    }

    /** How content writes a constant: {@code lying-on-back}. */
    public static String wordFor(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<YamlNode> items(YamlNode node, Faults faults) {
        if (node instanceof YamlNode.Sequence(Place _, List<YamlNode> items)) {
            return items;
        }
        faults.error(node.place(), "expected a list, found " + node.kind(), "[a, b], or a line with '- ' for each");
        return List.of();
    }

    private static boolean isId(String id, Place place, Faults faults) {
        if (Ids.isId(id)) {
            return true;
        }
        faults.error(
                place,
                "'" + id + "' is not an id",
                "lower-case words joined by hyphens, at most " + Ids.MAX_CHARACTERS + " characters");
        return false;
    }
}
