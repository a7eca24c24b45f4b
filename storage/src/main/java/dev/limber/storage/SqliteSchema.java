package dev.limber.storage;

import dev.limber.core.runtime.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;

/** Brings a database file to the tables that this program knows. */
final class SqliteSchema {
    private SqliteSchema() {}

    /**
     * @throws StoreException where a newer program wrote the file, or it cannot be brought up to date
     * @throws SQLException where it cannot be read
     */
    static void bringUpToDate(Path file, Connection connection, Connections connections, Faults faults)
            throws SQLException {
        int version = version(connection);
        if (version > Schema.LATEST) {
            throw new StoreException(
                    file + " was written by a newer Limber: start that one, or restore a backup from before it; the "
                            + "file was left as it is.",
                    null);
        }
        // Loading Flyway takes longer than all the rest of opening: only where there is something to do.
        if (version < Schema.LATEST) {
            migrate(file, connections, faults);
        }
    }

    /** The highest version that was applied, 0 for none. */
    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet table = statement.executeQuery(
                    "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'flyway_schema_history'")) {
                if (!table.next()) {
                    return 0;
                }
            }
            try (ResultSet highest = statement.executeQuery(
                    "SELECT coalesce(max(CAST(version AS INTEGER)), 0) FROM flyway_schema_history WHERE success")) {
                return highest.next() ? highest.getInt(1) : 0;
            }
        }
    }

    private static void migrate(Path file, Connections connections, Faults faults) {
        try {
            Schema.of(Dialect.SQLITE)
                    .dataSource(new PlainSource(connections::openWriter))
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            if (Faults.fromSqlite(e)) {
                throw faults.of(e);
            }
            throw new StoreException(
                    file
                            + " is not a database of Limber's, or one that somebody changed: move it away to start afresh, "
                            + "or restore it from a backup; it was left as it is.",
                    e);
        }
    }
}
