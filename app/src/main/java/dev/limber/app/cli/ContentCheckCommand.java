package dev.limber.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code limber content check}. */
@Command(name = "check", description = "Looks for faults in a content pack, and shows all of them.")
final class ContentCheckCommand implements Callable<Integer> {
    private final Console console;
    private final Work work;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DIR",
            description = "The folder of the pack; without it the built-in one is checked.")
    private Optional<Path> folder = Optional.empty();

    ContentCheckCommand(Console console, Work work) {
        this.console = console;
        this.work = work;
    }

    @Override
    public Integer call() {
        return work.checkContent(folder, console);
    }
}
