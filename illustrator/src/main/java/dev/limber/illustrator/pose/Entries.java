package dev.limber.illustrator.pose;

import dev.limber.illustrator.geometry.Vec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads one mapping key by key. What is wrong goes to the faults, and a stand-in is returned, so that reading goes on
 * and finds the other faults too. Call {@link #refuseOthers} last.
 */
final class Entries {
    private final Place place;
    private final List<Fault> faults;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> asked = new TreeSet<>();

    Entries(Place place, Node node, List<Fault> faults) {
        this.place = place;
        this.faults = faults;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::take);
        } else {
            faults.add(new Fault(place, "expected a mapping", "lines of 'key: value'"));
        }
    }

    private void take(NodeTuple entry) {
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
            faults.add(new Fault(place, "a key is not a word", ""));
            return;
        }
        lines.put(key.getValue(), line(key));
        if (values.put(key.getValue(), entry.getValueNode()) != null) {
            faults.add(new Fault(at(key.getValue()), "the key '" + key.getValue() + "' stands here twice", ""));
        }
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    Place place() {
        return place;
    }

    Place at(String key) {
        return place.key(key, lines.getOrDefault(key, place.line()));
    }

    Set<String> keys() {
        return values.keySet();
    }

    boolean has(String key) {
        asked.add(key);
        return values.containsKey(key);
    }

    void fault(String key, String problem, String hint) {
        faults.add(new Fault(at(key), problem, hint));
    }

    private Optional<Node> find(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(key));
    }

    /** One of some words, where the key is there. */
    Optional<String> word(String key, Collection<String> known) {
        Optional<String> word = text(key);
        if (word.isPresent() && !known.contains(word.get())) {
            fault(key, "unknown value '" + word.get() + "'", "one of " + String.join(", ", new TreeSet<>(known)));
            return Optional.empty();
        }
        return word;
    }

    Optional<String> text(String key) {
        return find(key).flatMap(node -> {
            if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                return Optional.of(scalar.getValue());
            }
            fault(key, "expected text", "");
            return Optional.empty();
        });
    }

    boolean flag(String key, boolean absent) {
        return word(key, List.of("true", "false")).map("true"::equals).orElse(absent);
    }

    double number(String key, double least, double most, double absent) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return absent;
        }
        double value;
        try {
            value = Double.parseDouble(text.get());
        } catch (NumberFormatException words) {
            fault(key, "'" + text.get() + "' is not a number", bounds(least, most));
            return absent;
        }
        if (!(value >= least && value <= most)) {
            fault(key, text.get() + " is out of bounds", bounds(least, most));
            return absent;
        }
        return value;
    }

    private static String bounds(double least, double most) {
        return "from " + (long) least + " to " + (long) most;
    }

    /** What stands under a key, as a mapping of its own. */
    Optional<Entries> mapping(String key) {
        return find(key).map(node -> new Entries(at(key), node, faults));
    }

    /** The items of a list; none where the key is not there. */
    List<Entries> mappings(String key) {
        List<Entries> items = new ArrayList<>();
        for (Node node : items(key)) {
            items.add(new Entries(at(key).item(items.size(), line(node)), node, faults));
        }
        return items;
    }

    /** The words of a list, each one of those known. */
    List<String> words(String key, Collection<String> known) {
        List<String> words = new ArrayList<>();
        for (Node node : items(key)) {
            if (node instanceof ScalarNode scalar && known.contains(scalar.getValue())) {
                words.add(scalar.getValue());
            } else {
                String found = node instanceof ScalarNode scalar ? "'" + scalar.getValue() + "'" : "";
                fault(key, "unknown value " + found, "one of " + String.join(", ", new TreeSet<>(known)));
            }
        }
        return words;
    }

    private List<Node> items(String key) {
        Optional<Node> node = find(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        fault(key, "expected a list", "[a, b], or a line with '- ' for each");
        return List.of();
    }

    /** A place in the room; what it leaves out is 0. */
    Vec vec(String key) {
        return mapping(key).map(Entries::vec).orElse(Vec.ZERO);
    }

    Vec vec() {
        var vec = new Vec(number("left", -300, 300, 0), number("up", -300, 300, 0), number("ahead", -300, 300, 0));
        refuseOthers();
        return vec;
    }

    /** Whatever was not asked for is a fault. */
    void refuseOthers() {
        values.keySet().stream()
                .filter(key -> !asked.contains(key))
                .forEach(key -> fault(key, "unknown key '" + key + "'", "known: " + String.join(", ", asked)));
    }
}
