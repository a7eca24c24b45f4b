package dev.limber.storage;

import dev.limber.core.runtime.Store;
import dev.limber.core.runtime.StoreException;

/** Opens the store that is configured. */
public final class Stores {
    private Stores() {}

    /** @throws StoreException where it cannot be used; the message says what would help */
    public static Store open(StorageConfig config) {
        return switch (config) {
            case StorageConfig.Sqlite sqlite -> SqliteStore.open(sqlite);
            case StorageConfig.Postgres postgres -> PostgresStore.open(postgres);
        };
    }
}
