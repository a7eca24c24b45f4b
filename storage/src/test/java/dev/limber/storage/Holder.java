package dev.limber.storage;

import dev.limber.core.runtime.StoreException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;

/** Opens a store, says whether it got it, and holds it until its input ends or it is killed. */
final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws IOException {
        try (var store = SqliteStore.open(new StorageConfig.Sqlite(Path.of(arguments[0])))) {
            int unused = store.forgetUnusedSince(Instant.EPOCH);
            System.out.println("holding " + unused);
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (StoreException e) {
            System.out.println(e.getMessage());
        }
    }
}
