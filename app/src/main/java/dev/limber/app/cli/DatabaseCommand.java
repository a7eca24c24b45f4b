package dev.limber.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code limber db}, which does nothing without one of its own commands. */
@Command(
        name = "db",
        description = {
            "Looks after what is stored: backs it up, or moves it to a database server.",
            "What is stored where is set by LIMBER_DATABASE_URL; without it, it is limber.db in the data folder."
        },
        synopsisSubcommandLabel = "COMMAND")
final class DatabaseCommand implements Callable<Integer> {
    private final Console console;

    DatabaseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.err()
                .println("What about the database? 'limber db backup FILE' backs it up, and 'limber db move FROM TO'"
                        + " moves it to PostgreSQL.");
        return ExitCode.USAGE;
    }
}
