package dev.limber.storage;

import dev.limber.core.runtime.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Copies all that a SQLite file has to an empty PostgreSQL database, wholly or not at all. The file is brought to the tables
 * that this program knows, and stays as it is otherwise.
 */
public final class DatabaseMove {
    /** Those that others refer to come first. What instances note about themselves stays. */
    private static final List<String> TABLES = List.of(
            "subject",
            "plan",
            "history",
            "wake_up",
            "nudge",
            "nudge_note",
            "outbox",
            "seen",
            "adapter_memory",
            "lease");

    private static final String LOCK =
            "LOCK TABLE " + String.join(", ", TABLES) + ", instance IN ACCESS EXCLUSIVE MODE";
    private static final String HIGHEST_ID = "SELECT seq FROM sqlite_sequence WHERE name = 'outbox'";
    private static final String GO_ON_BEHIND = "SELECT setval(pg_get_serial_sequence('outbox', 'id'), ?)";

    private final StorageConfig.Sqlite from;
    private final PostgresServer to;
    private final Progress progress;

    private DatabaseMove(StorageConfig.Sqlite from, PostgresServer to, Progress progress) {
        this.from = from;
        this.to = to;
        this.progress = progress;
    }

    /** Hears how far it is. */
    public interface Progress {
        /** @param rows how many of {@code all} are copied */
        void copied(long rows, long all);
    }

    /**
     * @return how many rows were copied, by table
     * @throws StoreException where the file is missing or in use, the database cannot be used or is not empty, or the
     *     copying fails; the database is as empty as before then
     */
    public static Map<String, Long> run(StorageConfig.Sqlite from, StorageConfig.Postgres to, Progress progress) {
        Path file = from.file().toAbsolutePath();
        if (!Files.isRegularFile(file)) {
            throw new StoreException("There is no database " + file + ", so there is nothing to move.", null);
        }
        var server = new PostgresServer(to);
        // As long as it is open, nobody else has it.
        try (var _ = SqliteStore.open(from)) {
            PostgresSchema.bringUpToDate(server);
            return new DatabaseMove(from, server, progress).run();
        }
    }

    private Map<String, Long> run() {
        try (Connection source = new Connections(from.file().toAbsolutePath()).openReader();
                Connection target = to.openForLong()) {
            source.setAutoCommit(false);
            target.setAutoCommit(false);
            var reading = new DirectSession(source, Dialect.SQLITE);
            var writing = new DirectSession(target, Dialect.POSTGRESQL);
            writing.update(LOCK);
            requireEmpty(writing);
            Map<String, Long> counts = count(reading);
            copy(source, target, counts);
            for (long id : reading.list(HIGHEST_ID, row -> row.number(1))) {
                writing.list(GO_ON_BEHIND, row -> row.number(1), id);
            }
            if (!count(writing).equals(counts)) {
                throw new StoreException("Not all rows arrived, so none was kept: please report it.", null);
            }
            commit(target);
            return counts;
        } catch (SQLException e) {
            StoreException fault = Faults.fromSqlite(e)
                    ? new Faults(from.file()).of(e)
                    : to.faults().of(e);
            throw new StoreException(fault.getMessage() + " Nothing was moved.", fault);
        }
    }

    private void commit(Connection target) throws SQLException {
        try {
            target.commit();
        } catch (SQLException e) {
            if (PostgresFaults.connectionLost(e)) {
                throw to.faults().inDoubt(e);
            }
            throw e;
        }
    }

    private void copy(Connection source, Connection target, Map<String, Long> counts) throws SQLException {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        long done = 0;
        progress.copied(done, all);
        for (String table : TABLES) {
            try (var copy = new TableCopy(table, source, target)) {
                for (long rows = copy.some(); rows > 0; rows = copy.some()) {
                    done += rows;
                    progress.copied(done, all);
                }
            }
        }
    }

    private void requireEmpty(Session target) throws SQLException {
        boolean used = count(target).values().stream().anyMatch(rows -> rows > 0) || count(target, "instance") > 0;
        if (used) {
            throw to.faults().notEmpty();
        }
    }

    private static Map<String, Long> count(Session session) throws SQLException {
        var counts = new LinkedHashMap<String, Long>();
        for (String table : TABLES) {
            counts.put(table, count(session, table));
        }
        return counts;
    }

    private static long count(Session session, String table) throws SQLException {
        return session.first("SELECT count(*) FROM " + table, row -> row.number(1))
                .orElse(0L);
    }
}
