package dev.limber.app.config;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads the settings of one platform or part, and keeps in mind which are set. No message holds a value: a token may have got into
 * any of these by mistake.
 */
final class PlatformReading {
    private final Sources sources;
    private final List<ConfigFault> faults;
    private final List<String> warnings;
    private final Map<Setting, Value> set = new EnumMap<>(Setting.class);

    PlatformReading(Sources sources, List<ConfigFault> faults, List<String> warnings) {
        this.sources = sources;
        this.faults = faults;
        this.warnings = warnings;
    }

    /** Empty where it is not set, or set wrongly, which is a fault then. */
    <T> Optional<T> read(Setting setting, Function<String, Optional<T>> reader, String problem, String hint) {
        Optional<Value> value = find(setting);
        Optional<T> found = value.map(Value::text).flatMap(reader);
        if (found.isEmpty()) {
            value.ifPresent(wrong -> faults.add(new ConfigFault(wrong.place(), problem, hint)));
        }
        return found;
    }

    /** Likewise, with what is wrong said by the reader. */
    Optional<URI> address(Setting setting, Function<String, WebAddress.Read> reader, String hint) {
        return find(setting).flatMap(value -> switch (reader.apply(value.text())) {
            case WebAddress.Read.Fine(URI url) -> Optional.of(url);
            case WebAddress.Read.Wrong(String problem) -> {
                faults.add(new ConfigFault(value.place(), problem, hint));
                yield Optional.empty();
            }
        });
    }

    /** Reads what the platform cannot be served without. */
    <T> Token<T> token(Setting setting, Function<String, Optional<T>> reader, String problem, String hint) {
        int before = faults.size();
        Optional<T> found = read(setting, reader, problem, hint);
        return new Token<>(found, found.isEmpty() && faults.size() == before);
    }

    /**
     * @param value empty where there is none that can be used
     * @param missing whether nobody meant to set it
     */
    record Token<T>(Optional<T> value, boolean missing) {}

    private Optional<Value> find(Setting setting) {
        Optional<Value> value = sources.find(setting);
        value.ifPresent(found -> set.put(setting, found));
        return value;
    }

    /** Whether somebody set it, however wrongly. Known once it was read. */
    boolean isSet(Setting setting) {
        return set.containsKey(setting);
    }

    void fault(Setting setting, String problem, String hint) {
        faults.add(new ConfigFault(place(setting), problem, hint));
    }

    /** @param words follow the place, as a sentence */
    void warn(Setting setting, String words) {
        warnings.add(place(setting) + ": " + words);
    }

    private String place(Setting setting) {
        return Optional.ofNullable(set.get(setting)).map(Value::place).orElse(setting.variable());
    }

    /** Says of all that is set and meant that it has no effect. */
    void leaveAside(Predicate<Setting> meant, Setting missing) {
        set.forEach((setting, value) -> {
            if (meant.test(setting)) {
                warnings.add(value.place() + " is left aside, because there is no " + missing.variable() + ".");
            }
        });
    }
}
