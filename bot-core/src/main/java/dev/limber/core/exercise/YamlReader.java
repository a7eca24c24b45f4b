package dev.limber.core.exercise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads one YAML document into nodes. Built on the parser's events, so that nothing is ever constructed from a file:
 * anchors, aliases and tags are faults, and so are keys given twice.
 */
public final class YamlReader {
    static final int MOST_CODE_POINTS = 256 * 1024;
    static final int DEEPEST = 16;

    private final String file;
    private final Faults faults;
    private final Parser events;

    private YamlReader(String file, Parser events, Faults faults) {
        this.file = file;
        this.events = events;
        this.faults = faults;
    }

    /**
     * The document in {@code text}; empty, with a fault, where there is none to go on with.
     *
     * @param file as faults are to name it
     */
    public static Optional<YamlNode> read(String file, String text, Faults faults) {
        var options = new LoaderOptions();
        options.setCodePointLimit(MOST_CODE_POINTS);
        if (text.length() > MOST_CODE_POINTS) {
            faults.error(Place.ofFile(file), "the file is too big", "at most 256 KiB");
            return Optional.empty();
        }
        try {
            // The parser alone: all that Yaml adds is for constructing objects, and slow to start.
            Parser events = new ParserImpl(new StreamReader(text), options);
            return new YamlReader(file, events, faults).document();
        } catch (MarkedYAMLException broken) {
            Mark mark = broken.getProblemMark();
            faults.error(
                    new Place(file, mark == null ? 0 : mark.getLine() + 1, ""),
                    "not YAML: " + broken.getProblem(),
                    "check indentation, quotes and brackets here and on the line before");
        } catch (ReaderException unprintable) {
            int line = (int) text.codePoints()
                            .limit(unprintable.getPosition())
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            faults.error(new Place(file, line, ""), "a character that YAML does not allow", "remove it");
        } catch (YAMLException broken) {
            faults.error(Place.ofFile(file), "not YAML: " + broken.getMessage(), "");
        }
        return Optional.empty();
    }

    private Optional<YamlNode> document() {
        Event event = events.getEvent();
        while (!(event instanceof DocumentStartEvent)) {
            if (event instanceof StreamEndEvent) {
                faults.error(Place.ofFile(file), "the file is empty", "");
                return Optional.empty();
            }
            event = events.getEvent();
        }
        Event root = events.getEvent();
        Optional<YamlNode> node = node(root, new Place(file, line(root), ""), 0);
        while (!events.checkEvent(Event.ID.StreamEnd)) {
            if (events.getEvent() instanceof DocumentStartEvent second) {
                faults.error(new Place(file, line(second), ""), "a second document", "one document a file");
                return Optional.empty();
            }
        }
        return node;
    }

    private Optional<YamlNode> node(Event event, Place place, int depth) {
        refuseUnsafe(event, place);
        if (depth > DEEPEST && event instanceof CollectionStartEvent) {
            faults.error(place, "nested too deep", "at most " + DEEPEST + " levels");
            skip(event);
            return Optional.empty();
        }
        return switch (event) {
            case ScalarEvent scalar -> Optional.of(new YamlNode.Scalar(place, scalar.getValue()));
            case SequenceStartEvent _ -> Optional.of(sequence(place, depth));
            case MappingStartEvent _ -> Optional.of(mapping(place, depth));
            default -> Optional.empty();
        };
    }

    private YamlNode sequence(Place place, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event event = events.getEvent(); !(event instanceof SequenceEndEvent); event = events.getEvent()) {
            node(event, place.item(items.size(), line(event)), depth + 1).ifPresent(items::add);
        }
        return new YamlNode.Sequence(place, items);
    }

    private YamlNode mapping(Place place, int depth) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        for (Event key = events.getEvent(); !(key instanceof MappingEndEvent); key = events.getEvent()) {
            int line = line(key);
            refuseUnsafe(key, place);
            if (!(key instanceof ScalarEvent scalar)) {
                faults.error(place, "a key that is not text", "keys are single words");
                skip(key);
                skip(events.getEvent());
                continue;
            }
            Place at = place.key(scalar.getValue(), line);
            Optional<YamlNode> value = node(events.getEvent(), at, depth + 1);
            if (entries.containsKey(scalar.getValue())) {
                int first = entries.get(scalar.getValue()).place().line();
                faults.error(at, "the key '" + scalar.getValue() + "' stands here twice", "first on line " + first);
            } else {
                value.ifPresent(node -> entries.put(scalar.getValue(), node));
            }
        }
        return new YamlNode.Mapping(place, entries);
    }

    private void refuseUnsafe(Event event, Place place) {
        var at = new Place(place.file(), line(event), place.path());
        if (event instanceof AliasEvent alias) {
            faults.error(at, "the alias *" + alias.getAnchor() + " is not allowed", "write the value out");
        } else if (event instanceof NodeEvent node && node.getAnchor() != null) {
            faults.error(at, "the anchor &" + node.getAnchor() + " is not allowed", "write the value out where needed");
        }
        String tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> null;
        };
        if (tag != null) {
            faults.error(at, "the tag " + tag + " is not allowed", "plain text, lists and mappings are enough");
        }
    }

    private void skip(Event start) {
        int open = start instanceof CollectionStartEvent ? 1 : 0;
        while (open > 0) {
            Event event = events.getEvent();
            if (event instanceof CollectionStartEvent) {
                open++;
            } else if (event instanceof SequenceEndEvent || event instanceof MappingEndEvent) {
                open--;
            }
        }
    }

    private static int line(Event event) {
        return event.getStartMark().getLine() + 1;
    }
}
