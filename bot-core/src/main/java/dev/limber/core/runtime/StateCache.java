package dev.limber.core.runtime;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limber.core.chat.Address;
import dev.limber.core.runtime.json.JsonCodec;
import dev.limber.core.runtime.json.UnreadableDocumentException;
import dev.limber.core.session.Subject;
import dev.limber.core.session.SubjectState;
import java.util.Optional;

/**
 * The states of those who were active last, in front of the store; bounded by the JSON that they are made of. The store
 * is asked whether what is here is current before it is used; what changes between that and a commit, the commit tells.
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
    record Held(long version, SubjectState state, int stateBytes, int planBytes) {}

    /** @throws StoreException where it cannot be read */
    Held get(Subject subject) {
        Held cached = held.getIfPresent(subject);
        if (cached != null && store.isCurrent(subject, cached.version())) {
            return cached;
        }
        return store.find(subject)
                .map(stored -> decode(subject, stored))
                .orElseGet(() -> new Held(0, SubjectState.initial(subject), 0, 0));
    }

    /** As {@link #get(Subject)}, for whoever has just read it and will commit: that, or what is newer. */
    Held get(Subject subject, StoredState read) {
        Held cached = held.getIfPresent(subject);
        return cached != null && cached.version() >= read.version() ? cached : decode(subject, read);
    }

    Optional<SubjectState> findCached(Subject subject) {
        return Optional.ofNullable(held.getIfPresent(subject)).map(Held::state);
    }

    void put(Subject subject, Held entry) {
        held.put(subject, entry);
    }

    void evict(Subject subject) {
        held.invalidate(subject);
    }

    /** The chats at an address have another one now. */
    void evictMoved(Address from) {
        held.asMap()
                .keySet()
                .removeIf(subject -> subject instanceof Subject.Group(Address address)
                        && address.bot().equals(from.bot())
                        && address.chat().equals(from.chat()));
    }

    void evictAll() {
        held.invalidateAll();
    }

    int size() {
        held.cleanUp();
        return Math.toIntExact(held.estimatedSize());
    }

    private Held decode(Subject subject, StoredState stored) {
        try {
            return new Held(
                    stored.version(),
                    read(subject, stored),
                    stored.state().length(),
                    stored.plan().map(String::length).orElse(0));
        } catch (UnreadableDocumentException e) {
            throw new StoreException(e.reason(), e);
        }
    }

    private SubjectState read(Subject subject, StoredState stored) {
        return switch (subject) {
            case Subject.Person _ -> codec.readState(stored.state(), stored.plan());
            case Subject.Group _ -> codec.readChat(stored.state(), stored.plan());
        };
    }
}
