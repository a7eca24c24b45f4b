package dev.limber.storage;

import static org.awaitility.Awaitility.await;

import dev.limber.core.runtime.Store;
import dev.limber.testkit.StoreInstancesContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

class PostgresInstancesTest implements StoreInstancesContract {
    private final StorageConfig.Postgres database = Servers.withTables();

    @Override
    public Store open() {
        return openForAnother();
    }

    @Override
    public Store openForAnother() {
        return PostgresStore.open(database);
    }

    /** The database's clock cannot be set. */
    @Override
    public void pass(Duration time) {
        await().pollDelay(time).until(() -> true);
    }

    @AfterEach
    void giveDatabaseBack() {
        Servers.giveBack(database);
    }
}
