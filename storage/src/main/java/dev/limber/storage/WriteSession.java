package dev.limber.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one connection that writes; for the writer's thread alone.
 *
 * <p>Plain JDBC, unlike the reading side: a turn is eight or so small statements on one thread, and with each of them
 * prepared once and kept, that thread stores about four times as many turns as with Jdbi, which prepares anew.
 */
final class WriteSession implements AutoCloseable {
    /** How long emptying the log may wait for readers; turns wait with it, so it is tried again later instead. */
    private static final int EMPTYING_WAIT_MILLIS = 200;

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private boolean awaitsWiping;

    WriteSession(Connection connection) {
        this.connection = connection;
    }

    /** Reads one row of a result. */
    interface Row<T> {
        T read(ResultSet columns) throws SQLException;
    }

    /** Fails now rather than at the first turn where the file cannot be written. */
    void checkWritable() throws SQLException {
        begin();
        update("ROLLBACK");
    }

    void begin() throws SQLException {
        update("BEGIN IMMEDIATE");
    }

    void commit() throws SQLException {
        update("COMMIT");
    }

    void openSavepoint() throws SQLException {
        update("SAVEPOINT one");
    }

    void undoToSavepoint() throws SQLException {
        update("ROLLBACK TO one");
    }

    void closeSavepoint() throws SQLException {
        update("RELEASE one");
    }

    /** @return how many rows it changed */
    int update(String sql, @Nullable Object... arguments) throws SQLException {
        return bind(sql, arguments).executeUpdate();
    }

    <T> List<T> list(String sql, Row<T> row, @Nullable Object... arguments) throws SQLException {
        try (ResultSet results = bind(sql, arguments).executeQuery()) {
            var list = new ArrayList<T>();
            while (results.next()) {
                list.add(row.read(results));
            }
            return list;
        }
    }

    <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... arguments) throws SQLException {
        try (ResultSet results = bind(sql, arguments).executeQuery()) {
            return results.next() ? Optional.of(row.read(results)) : Optional.empty();
        }
    }

    /** Notes in the file, as part of the transaction, whether it may have traces of what was erased. */
    void noteTraces(boolean present) throws SQLException {
        update(present ? "PRAGMA user_version = 1" : "PRAGMA user_version = 0");
    }

    boolean hasTraces() throws SQLException {
        return first("PRAGMA user_version", row -> row.getInt(1) == 1).orElse(false);
    }

    /** Says that whoever's job is being done waits until no trace is left. */
    void awaitWiping() {
        awaitsWiping = true;
    }

    /** Whether that was said since the last call. */
    boolean takeAwaitsWiping() {
        boolean was = awaitsWiping;
        awaitsWiping = false;
        return was;
    }

    /**
     * Moves everything from the write-ahead log, which still has what was erased, into the file, and empties it.
     *
     * @return whether it is done: a reader may stand in the way
     */
    boolean emptyLog() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + EMPTYING_WAIT_MILLIS);
            try (ResultSet result = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
                return result.next() && result.getInt(1) == 0;
            } finally {
                statement.execute("PRAGMA busy_timeout = " + Connections.BUSY_MILLIS);
            }
        }
    }

    /** Forgets all pages in memory. */
    void dropCache() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA shrink_memory");
        }
    }

    /** Drops what is not committed. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private PreparedStatement bind(String sql, @Nullable Object... arguments) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }
}
