package dev.limber.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code limber db move}. */
@Command(
        name = "move",
        description = {
            "Copies all that a SQLite database has to an empty PostgreSQL database, wholly or not at all.",
            "Stop Limber before; afterwards set LIMBER_DATABASE_URL to TO. The SQLite file stays as it is.",
            "Others can see a command line: leave the password out of TO and let ~/.pgpass hold it where that matters."
        })
final class MoveCommand implements Callable<Integer> {
    private final Console console;
    private final Work work;

    @Parameters(index = "0", paramLabel = "FROM", description = "Such as sqlite:limber.db, in the data folder.")
    private String from = "";

    @Parameters(index = "1", paramLabel = "TO", description = "Such as postgresql://user:password@host/database.")
    private String to = "";

    MoveCommand(Console console, Work work) {
        this.console = console;
        this.work = work;
    }

    @Override
    public Integer call() {
        return Configured.run(console, config -> work.move(config, from, to, console));
    }
}
