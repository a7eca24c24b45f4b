package dev.limber.core.runtime;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limber.core.runtime.json.JsonCodec;
import dev.limber.core.runtime.json.UnreadableDocumentException;
import dev.limber.core.session.Subject;
import dev.limber.core.session.UserState;
import java.util.Optional;

/**
 * The states of those who were active last, in front of the store; bounded by the JSON that they are made of. What is
 * here may be behind the store: a commit tells.
 */
final class StateCache {
    /** About what an entry takes beside its state. */
    private static final int OVERHEAD_BYTES = 300;

    private final Store store;
    private final JsonCodec codec;
    private final Cache<Subject, Held> held;

    StateCache(Store store, JsonCodec codec, long bytes) {
        this.store = store;
        this.codec = codec;
        this.held = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Subject subject, Held entry) -> entry.stateBytes() + entry.planBytes() + OVERHEAD_BYTES)
                .executor(Runnable::run)
                .build();
    }

    /**
     * @param version as in {@link StoredState}, 0 for somebody who was never here
     * @param stateBytes about the size of the state's JSON
     * @param planBytes about the size of the plan's JSON
     */
    record Held(long version, UserState state, int stateBytes, int planBytes) {}

    /** @throws StoreException where it cannot be read */
    Held get(Subject subject) {
        Held cached = held.getIfPresent(subject);
        return cached != null ? cached : store.find(subject).map(this::decode).orElseGet(StateCache::nobody);
    }

    Optional<UserState> findCached(Subject subject) {
        return Optional.ofNullable(held.getIfPresent(subject)).map(Held::state);
    }

    void put(Subject subject, Held entry) {
        held.put(subject, entry);
    }

    void evict(Subject subject) {
        held.invalidate(subject);
    }

    void evictAll() {
        held.invalidateAll();
    }

    int size() {
        held.cleanUp();
        return Math.toIntExact(held.estimatedSize());
    }

    private Held decode(StoredState stored) {
        try {
            return new Held(
                    stored.version(),
                    codec.readState(stored.state(), stored.plan()),
                    stored.state().length(),
                    stored.plan().map(String::length).orElse(0));
        } catch (UnreadableDocumentException e) {
            throw new StoreException(e.reason(), e);
        }
    }

    private static Held nobody() {
        return new Held(0, UserState.initial(), 0, 0);
    }
}
