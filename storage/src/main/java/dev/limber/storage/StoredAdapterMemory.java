package dev.limber.storage;

import dev.limber.core.chat.AdapterMemory;
import dev.limber.core.chat.Platform;
import java.util.Optional;

/** What adapters remember, in the same database as all the rest. */
final class StoredAdapterMemory implements AdapterMemory {
    private static final String FIND = "SELECT content FROM adapter_memory WHERE platform = ? AND bot = ? AND item = ?";
    private static final String PUT = """
            INSERT INTO adapter_memory (platform, bot, item, content) VALUES (?, ?, ?, ?)
            ON CONFLICT (platform, bot, item) DO UPDATE SET content = excluded.content""";
    private static final String REMOVE = "DELETE FROM adapter_memory WHERE platform = ? AND bot = ? AND item = ?";

    private final Access access;

    StoredAdapterMemory(Access access) {
        this.access = access;
    }

    @Override
    public Optional<String> find(Platform platform, String bot, String key) {
        return access.read(session -> session.first(FIND, row -> row.text(1), platform.id(), bot, key));
    }

    @Override
    public void put(Platform platform, String bot, String key, String value) {
        access.write(session -> WriteJob.Outcome.kept(session.update(PUT, platform.id(), bot, key, value)));
    }

    @Override
    public void remove(Platform platform, String bot, String key) {
        access.write(session -> WriteJob.Outcome.kept(session.update(REMOVE, platform.id(), bot, key)));
    }
}
