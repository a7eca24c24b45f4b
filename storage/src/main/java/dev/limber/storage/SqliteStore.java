package dev.limber.storage;

import dev.limber.core.runtime.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** The store in one SQLite file, which one process alone may use at a time. */
public final class SqliteStore extends SqlStore {
    /** By measurement more are no quicker, and hold up answers: all writing is done one after the other. */
    private static final int BACKGROUND_TURNS = 24;

    private SqliteStore(SqliteAccess access) {
        super(access, new Alone(access));
    }

    /**
     * Opens the store, creating the file and its tables where they are missing, readable by their owner only.
     *
     * @throws StoreException where another process uses the file, it cannot be written, is damaged, or comes from a
     *     newer program; the file is then as it was
     */
    public static SqliteStore open(StorageConfig.Sqlite config) {
        DataFile file = DataFile.take(config.file());
        boolean opened = false;
        try {
            var store = new SqliteStore(open(file));
            opened = true;
            return store;
        } finally {
            if (!opened) {
                SqliteAccess.release(file);
            }
        }
    }

    private static SqliteAccess open(DataFile file) {
        Path path = file.path();
        var faults = new Faults(path);
        var connections = new Connections(path);
        try {
            Connection connection = connections.openWriter();
            var session = new WriteSession(connection);
            boolean ready = false;
            try {
                SqliteSchema.bringUpToDate(path, connection, connections, faults);
                session.checkWritable();
                session.emptyLog();
                ready = true;
            } finally {
                if (!ready) {
                    connection.close();
                }
            }
            return new SqliteAccess(
                    file, new Writer(connections, faults, session, file), new Readers(connections, faults));
        } catch (SQLException e) {
            throw faults.of(e);
        }
    }

    @Override
    public int backgroundTurns() {
        return BACKGROUND_TURNS;
    }
}
