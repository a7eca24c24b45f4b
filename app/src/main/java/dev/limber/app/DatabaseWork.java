package dev.limber.app;

import dev.limber.app.cli.Console;
import dev.limber.app.cli.ExitCode;
import dev.limber.app.config.Config;
import dev.limber.app.config.ConfigFault;
import dev.limber.app.config.Databases;
import dev.limber.app.logging.Logging;
import dev.limber.core.runtime.StoreException;
import dev.limber.storage.DatabaseMove;
import dev.limber.storage.SqliteBackup;
import dev.limber.storage.StorageConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;

/** Backs up what is stored, and moves it. */
final class DatabaseWork {
    private DatabaseWork() {}

    static int backup(Config config, Path file, Console console) {
        return switch (config.storage()) {
            case StorageConfig.Sqlite sqlite -> backup(sqlite, file, console);
            case StorageConfig.Postgres postgres -> {
                console.err().println(postgres + " is PostgreSQL's to back up: use its pg_dump.");
                yield ExitCode.FAULT;
            }
        };
    }

    private static int backup(StorageConfig.Sqlite sqlite, Path file, Console console) {
        Path to = console.machine().workingFolder().resolve(file);
        try (var _ = Logging.to(console.err(), Level.WARNING)) {
            long bytes = SqliteBackup.write(sqlite, to);
            console.out().println("Backed up to " + to + ": " + bytes + " bytes, complete and checked.");
            return ExitCode.FINE;
        } catch (StoreException e) {
            console.err().println(e.getMessage());
            return ExitCode.FAULT;
        }
    }

    static int move(Config config, String from, String to, Console console) {
        var faults = new ArrayList<ConfigFault>();
        Optional<StorageConfig> source = Databases.read(console.machine(), config.home(), "FROM", from, faults);
        Optional<StorageConfig> target = Databases.read(console.machine(), config.home(), "TO", to, faults);
        if (!faults.isEmpty() || source.isEmpty() || target.isEmpty()) {
            faults.forEach(fault -> console.err().println(fault));
            return ExitCode.USAGE;
        }
        if (source.get() instanceof StorageConfig.Sqlite sqlite
                && target.get() instanceof StorageConfig.Postgres postgres) {
            return move(sqlite, postgres, console);
        }
        console.err()
                .println("It moves from SQLite to PostgreSQL alone:"
                        + " 'limber db move sqlite:limber.db postgresql://user:password@host/database'.");
        return ExitCode.USAGE;
    }

    private static int move(StorageConfig.Sqlite from, StorageConfig.Postgres to, Console console) {
        var progress = ProgressLine.to(console.err());
        try (var _ = Logging.to(console.err(), Level.WARNING)) {
            Map<String, Long> counts = DatabaseMove.run(from, to, progress);
            counts.forEach((table, rows) -> console.out().println(table + ": " + rows));
            console.out()
                    .println("All of it is in " + to + " now: set LIMBER_DATABASE_URL to it, and start Limber. "
                            + from.file() + " is as it was.");
            return ExitCode.FINE;
        } catch (StoreException e) {
            progress.end();
            console.err().println(e.getMessage());
            return ExitCode.FAULT;
        }
    }
}
