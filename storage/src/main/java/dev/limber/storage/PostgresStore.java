package dev.limber.storage;

import dev.limber.core.runtime.StoreException;

/** The store in a PostgreSQL database, which several processes may use at a time. */
public final class PostgresStore extends SqlStore {
    /** By measurement a third as many do a third less in a second: while some wait for the server, others share its next trip. */
    private static final int BACKGROUND_TURNS = 96;

    private PostgresStore(PostgresAccess access) {
        super(access, new Shared(access));
    }

    /**
     * Opens the store, creating its tables where they are missing.
     *
     * @throws StoreException where the database cannot be reached or used, is too old, or has the tables of a newer
     *     program; it is then as it was
     */
    public static PostgresStore open(StorageConfig.Postgres config) {
        var server = new PostgresServer(config);
        PostgresSchema.bringUpToDate(server);
        return new PostgresStore(new PostgresAccess(server));
    }

    @Override
    public int backgroundTurns() {
        return BACKGROUND_TURNS;
    }
}
