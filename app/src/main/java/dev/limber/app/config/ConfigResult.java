package dev.limber.app.config;

import java.util.List;

/** What came of reading the configuration. */
public sealed interface ConfigResult {
    /** @param warnings what was left aside, a sentence each */
    record Loaded(Config config, List<String> warnings) implements ConfigResult {
        public Loaded {
            warnings = List.copyOf(warnings);
        }
    }

    /** @param faults all of them, at least one */
    record Faulty(List<ConfigFault> faults, List<String> warnings) implements ConfigResult {
        public Faulty {
            faults = List.copyOf(faults);
            warnings = List.copyOf(warnings);
        }
    }
}
