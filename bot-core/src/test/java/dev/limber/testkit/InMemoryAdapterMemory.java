package dev.limber.testkit;

import dev.limber.core.chat.AdapterMemory;
import dev.limber.core.chat.Platform;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers for as long as its object lasts. */
public final class InMemoryAdapterMemory implements AdapterMemory {
    private final Map<List<String>, String> items = new ConcurrentHashMap<>();

    @Override
    public Optional<String> find(Platform platform, String bot, String key) {
        return Optional.ofNullable(items.get(List.of(platform.id(), bot, key)));
    }

    @Override
    public void put(Platform platform, String bot, String key, String value) {
        items.put(List.of(platform.id(), bot, key), value);
    }

    @Override
    public void remove(Platform platform, String bot, String key) {
        items.remove(List.of(platform.id(), bot, key));
    }
}
