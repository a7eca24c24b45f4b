package dev.limber.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.sqlite.JDBC;

/** Opens connections to one database file, each set up for its task. */
final class Connections {
    /** How long to wait for a program beside Limber, such as a backup, that holds a lock. */
    static final int BUSY_MILLIS = 3000;

    private static final List<String> WRITER = List.of(
            "PRAGMA busy_timeout = " + BUSY_MILLIS,
            "PRAGMA journal_mode = WAL",
            "PRAGMA synchronous = FULL",
            // What is deleted is overwritten, in free pages too.
            "PRAGMA secure_delete = ON",
            "PRAGMA foreign_keys = ON",
            // Savepoints copy old pages: they must not reach a temporary file.
            "PRAGMA temp_store = MEMORY",
            // Enough for the inner pages of a million people; the rest is the operating system's to cache.
            "PRAGMA cache_size = -8192",
            // However far the log had to grow, it is cut back when it starts anew.
            "PRAGMA journal_size_limit = 8388608");

    private static final List<String> READER =
            List.of("PRAGMA busy_timeout = " + BUSY_MILLIS, "PRAGMA query_only = ON", "PRAGMA cache_size = -1024");

    private final String url;

    Connections(Path file) {
        // As a URI, so that no character of the path means anything.
        url = "jdbc:sqlite:file:" + file.toUri().getRawPath();
    }

    Connection openWriter() throws SQLException {
        return open(WRITER);
    }

    /** For looking at a file that another process may be using; changes nothing, and creates none. */
    Connection openWatcher() throws SQLException {
        return JDBC.createConnection(url + "?mode=ro", new Properties());
    }

    Connection openReader() throws SQLException {
        return open(READER);
    }

    private Connection open(List<String> settings) throws SQLException {
        Connection connection = JDBC.createConnection(url, new Properties());
        try (Statement statement = connection.createStatement()) {
            for (String setting : settings) {
                statement.execute(setting);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
