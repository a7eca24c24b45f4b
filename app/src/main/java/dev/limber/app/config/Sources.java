package dev.limber.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Looks settings up: environment variables first, then {@code limber.yaml}. */
final class Sources {
    private static final long MOST_SECRET_BYTES = 64 * 1024L;

    private final Machine machine;
    private final YamlSettings yaml;
    private final List<ConfigFault> faults;

    Sources(Machine machine, YamlSettings yaml, List<ConfigFault> faults) {
        this.machine = machine;
        this.yaml = yaml;
        this.faults = faults;
    }

    /** Empty where it is not set, or set wrongly, which is a fault then. */
    Optional<Value> find(Setting setting) {
        Optional<Value> direct = fromEnvironment(machine, setting);
        Optional<Value> file = setting.fileVariable().flatMap(name -> variable(machine, name));
        if (direct.isPresent() && file.isPresent()) {
            String other = file.get().place();
            faults.add(new ConfigFault(direct.get().place(), "is set, and " + other + " as well", "Keep one of them."));
            return Optional.empty();
        }
        return direct.or(() -> file.isPresent() ? file.flatMap(this::inFile) : yaml.find(setting));
    }

    static Optional<Value> fromEnvironment(Machine machine, Setting setting) {
        return variable(machine, setting.variable());
    }

    /** A warning for each variable that looks like one of ours and is none. */
    static List<String> unknownVariables(Machine machine) {
        List<String> known = Arrays.stream(Setting.values())
                .flatMap(setting -> {
                    var names = new ArrayList<String>(List.of(setting.variable()));
                    setting.fileVariable().ifPresent(names::add);
                    return names.stream();
                })
                .toList();
        var warnings = new ArrayList<String>();
        for (String name : new TreeSet<>(machine.environment().keySet())) {
            if (Setting.isOurs(name) && !known.contains(name)) {
                String nearest = Nearest.among(known, name).orElse(Setting.HOME.variable());
                warnings.add(name + " is no setting, so it is left aside. The nearest one is " + nearest + ".");
            }
        }
        return warnings;
    }

    /** A secret may stand in a file, so that it is in no environment. */
    private Optional<Value> inFile(Value named) {
        try {
            Path file = Paths.resolve(machine, machine.workingFolder(), named.text());
            return Optional.of(new Value(readSecret(file), named.place()));
        } catch (IOException | InvalidPathException e) {
            faults.add(new ConfigFault(
                    named.place(), "names no file with a value", "Name a readable text file with just the value."));
            return Optional.empty();
        }
    }

    private static String readSecret(Path file) throws IOException {
        if (Files.size(file) > MOST_SECRET_BYTES) {
            throw new IOException("too big for a secret");
        }
        String text = Files.readString(file).strip();
        if (text.isEmpty()) {
            throw new IOException("empty");
        }
        return text;
    }

    private static Optional<Value> variable(Machine machine, String name) {
        return Optional.ofNullable(machine.environment().get(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> new Value(text, name));
    }
}
