package dev.limber.storage;

import dev.limber.core.runtime.Beat;
import dev.limber.core.runtime.Store;
import dev.limber.testkit.DurableStoreContract;
import dev.limber.testkit.TurnBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class PostgresStoreTest implements DurableStoreContract {
    private final List<StorageConfig.Postgres> databases = new ArrayList<>();

    @Override
    public Store open() {
        databases.add(Servers.withTables());
        return PostgresStore.open(databases.getLast());
    }

    /** Takes over what the instance before has left. */
    @Override
    public Store reopen() {
        Store store = PostgresStore.open(databases.getLast());
        store.beat(new Beat(TurnBuilder.NOON, Map.of(TurnBuilder.PLATFORM, 0L), Duration.ofSeconds(5)));
        return store;
    }

    @AfterEach
    void giveDatabasesBack() {
        databases.forEach(Servers::giveBack);
    }
}
