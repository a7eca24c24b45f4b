package dev.limber.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code limber db backup}. */
@Command(
        name = "backup",
        description = {
            "Writes a copy of the SQLite database to FILE, complete and checked, while Limber goes on serving.",
            "To restore it: stop Limber, put the copy in the place of limber.db, and delete limber.db-wal beside it."
        })
final class BackupCommand implements Callable<Integer> {
    private final Console console;
    private final Work work;

    @Parameters(index = "0", paramLabel = "FILE", description = "The copy; it must not be there yet.")
    private Path file = Path.of("");

    BackupCommand(Console console, Work work) {
        this.console = console;
        this.work = work;
    }

    @Override
    public Integer call() {
        return Configured.run(console, config -> work.backup(config, file, console));
    }
}
