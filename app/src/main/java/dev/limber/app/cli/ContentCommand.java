package dev.limber.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code limber content}, which does nothing without one of its own commands. */
@Command(name = "content", description = "Helps authors of content.", synopsisSubcommandLabel = "COMMAND")
final class ContentCommand implements Callable<Integer> {
    private final Console console;

    ContentCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.err()
                .println("What about the content? 'limber content check [DIR]' looks for faults in it, and"
                        + " 'limber content preview EXERCISE' draws its pictures.");
        return ExitCode.USAGE;
    }
}
