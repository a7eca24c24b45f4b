package dev.limber.app.cli;

import dev.limber.app.config.ConfigFault;
import dev.limber.app.config.ConfigReader;
import dev.limber.app.config.ConfigResult;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code limber chat}. */
@Command(name = "chat", description = "Chats here in the terminal; needs no token.")
final class ChatCommand implements Callable<Integer> {
    private final Console console;
    private final Work work;

    @Option(
            names = {"-u", "--user"},
            paramLabel = "NAME",
            description = "Be somebody else: each name is a person of its own.")
    private Optional<String> user = Optional.empty();

    ChatCommand(Console console, Work work) {
        this.console = console;
        this.work = work;
    }

    @Override
    public Integer call() {
        return switch (ConfigReader.read(console.machine())) {
            case ConfigResult.Faulty(List<ConfigFault> faults, List<String> warnings) -> {
                warn(warnings);
                console.err().println("Limber cannot start with these settings:");
                faults.forEach(fault -> console.err().println("  " + fault));
                yield ExitCode.USAGE;
            }
            case ConfigResult.Loaded loaded -> {
                warn(loaded.warnings());
                yield work.chat(loaded.config(), user, console);
            }
        };
    }

    private void warn(List<String> warnings) {
        warnings.forEach(warning -> console.err().println("Warning: " + warning));
    }
}
