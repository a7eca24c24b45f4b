package dev.limber.storage;

import dev.limber.core.runtime.Store;
import dev.limber.testkit.DurableStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest implements DurableStoreContract {
    @TempDir
    Path folder;

    @Override
    public Store open() {
        return reopen();
    }

    @Override
    public Store reopen() {
        return SqliteStore.open(StorageConfig.in(folder));
    }
}
