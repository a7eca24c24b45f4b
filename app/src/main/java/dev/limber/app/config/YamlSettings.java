package dev.limber.app.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The settings in {@code limber.yaml}: one flat list of keys and values. */
final class YamlSettings {
    static final String FILE_NAME = "limber.yaml";

    private final Map<Setting, Value> values = new EnumMap<>(Setting.class);
    private final List<ConfigFault> faults;
    private final List<String> warnings;

    private YamlSettings(List<ConfigFault> faults, List<String> warnings) {
        this.faults = faults;
        this.warnings = warnings;
    }

    static YamlSettings none() {
        return new YamlSettings(new ArrayList<>(), new ArrayList<>());
    }

    /** Reads the file where there is one. */
    static YamlSettings read(Path home, List<ConfigFault> faults, List<String> warnings) {
        var settings = new YamlSettings(faults, warnings);
        Path file = home.resolve(FILE_NAME);
        if (Files.exists(file)) {
            settings.load(file);
        }
        return settings;
    }

    Optional<Value> find(Setting setting) {
        return Optional.ofNullable(values.get(setting));
    }

    private void load(Path file) {
        try {
            compose(Files.readString(file));
        } catch (CharacterCodingException e) {
            faults.add(new ConfigFault(FILE_NAME, "is not text in UTF-8", "Save it as UTF-8."));
        } catch (IOException e) {
            faults.add(new ConfigFault(
                    FILE_NAME, "cannot be read", "Make " + file + " a file that you may read, or remove it."));
        }
    }

    private void compose(String text) {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        try {
            Optional<Node> root = Optional.ofNullable(new Yaml(options).compose(new StringReader(text)));
            root.filter(node -> !Tag.NULL.equals(node.getTag())).ifPresent(this::entries);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            faults.add(new ConfigFault(FILE_NAME + ":" + line, "is not YAML", "Write one 'key: value' a line."));
        } catch (YAMLException e) {
            faults.add(new ConfigFault(FILE_NAME, "is not YAML", "Write one 'key: value' a line."));
        }
    }

    private void entries(Node root) {
        if (root instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::entry);
        } else {
            faults.add(new ConfigFault(at(root), "is not a list of settings", "Write one 'key: value' a line."));
        }
    }

    private void entry(NodeTuple tuple) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        Optional<Setting> setting = Setting.findByKey(key);
        if (setting.isEmpty()) {
            warnings.add(at(tuple.getKeyNode()) + ": '" + key + "' is no setting, so it is left aside." + nearest(key));
            return;
        }
        String place = at(tuple.getKeyNode()) + ": " + key;
        if (!(tuple.getValueNode() instanceof ScalarNode scalar)) {
            faults.add(new ConfigFault(place, "must be a single value", "Write '" + key + ": value'."));
        } else if (values.containsKey(setting.get())) {
            faults.add(new ConfigFault(place, "is set twice", "Keep one of them."));
        } else if (!Tag.NULL.equals(scalar.getTag()) && !scalar.getValue().isBlank()) {
            values.put(setting.get(), new Value(scalar.getValue().strip(), place));
        }
    }

    private static String nearest(String key) {
        List<String> keys = Arrays.stream(Setting.values())
                .filter(setting -> setting.place() == Setting.Place.BOTH)
                .map(Setting::key)
                .toList();
        return Nearest.among(keys, key)
                .map(found -> " The nearest setting is '" + found + "'.")
                .orElse("");
    }

    private static String at(Node node) {
        return FILE_NAME + ":" + (node.getStartMark().getLine() + 1);
    }
}
