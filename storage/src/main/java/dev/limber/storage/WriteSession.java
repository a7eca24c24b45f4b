package dev.limber.storage;

import java.sql.Connection;
import java.sql.SQLException;

/** SQLite's one session that writes; for the writer's thread alone. */
final class WriteSession extends DirectSession {
    /** How long emptying the log may wait for readers; turns wait with it, so it is tried again later instead. */
    private static final int EMPTYING_WAIT_MILLIS = 200;

    private boolean awaitsWiping;

    WriteSession(Connection connection) {
        super(connection, Dialect.SQLITE);
    }

    /** Fails now rather than at the first turn where the file cannot be written. */
    void checkWritable() throws SQLException {
        begin();
        rollback();
    }

    void begin() throws SQLException {
        update("BEGIN IMMEDIATE");
    }

    void commit() throws SQLException {
        update("COMMIT");
    }

    void rollback() throws SQLException {
        update("ROLLBACK");
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

    /** Notes it in the file. */
    @Override
    public void noteErased() throws SQLException {
        update("PRAGMA user_version = 1");
    }

    /** Notes in the file that there are no traces of what was erased. */
    void noteWiped() throws SQLException {
        update("PRAGMA user_version = 0");
    }

    boolean hasTraces() throws SQLException {
        return first("PRAGMA user_version", row -> row.number(1) == 1).orElse(false);
    }

    @Override
    public void awaitWiping() {
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
        waitForOthers(EMPTYING_WAIT_MILLIS);
        try {
            return first("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.number(1) == 0)
                    .orElse(false);
        } finally {
            waitForOthers(Connections.BUSY_MILLIS);
        }
    }

    /** Forgets all pages in memory. */
    void dropCache() throws SQLException {
        update("PRAGMA shrink_memory");
    }

    private void waitForOthers(int millis) throws SQLException {
        first("PRAGMA busy_timeout = " + millis, row -> row.number(1));
    }
}
