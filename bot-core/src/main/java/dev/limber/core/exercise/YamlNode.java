package dev.limber.core.exercise;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value in a YAML document that knows where it stands. Everything that is written is text until somebody asks. */
public sealed interface YamlNode {
    /** For the value of a key, the line of its key. */
    Place place();

    /** What an author would call it. */
    String kind();

    /** @param value as written, quotes resolved; empty where nothing is written */
    record Scalar(Place place, String value) implements YamlNode {
        @Override
        public String kind() {
            return value.isEmpty() ? "nothing" : "text";
        }
    }

    record Sequence(Place place, List<YamlNode> items) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** @param entries in the order of the file */
    record Mapping(Place place, Map<String, YamlNode> entries) implements YamlNode {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }
}
