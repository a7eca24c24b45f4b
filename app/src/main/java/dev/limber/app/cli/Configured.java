package dev.limber.app.cli;

import dev.limber.app.config.Config;
import dev.limber.app.config.ConfigFault;
import dev.limber.app.config.ConfigReader;
import dev.limber.app.config.ConfigResult;
import java.util.List;
import java.util.function.ToIntFunction;

/** Work that needs the settings: without ones that can be used it is not begun. */
final class Configured {
    private Configured() {}

    /** @return the exit code */
    static int run(Console console, ToIntFunction<Config> work) {
        return switch (ConfigReader.read(console.machine())) {
            case ConfigResult.Faulty(List<ConfigFault> faults, List<String> warnings) -> {
                warn(console, warnings);
                console.err().println("Limber cannot start with these settings:");
                faults.forEach(fault -> console.err().println("  " + fault));
                yield ExitCode.USAGE;
            }
            case ConfigResult.Loaded loaded -> {
                warn(console, loaded.warnings());
                yield work.applyAsInt(loaded.config());
            }
        };
    }

    private static void warn(Console console, List<String> warnings) {
        warnings.forEach(warning -> console.err().println("Warning: " + warning));
    }
}
