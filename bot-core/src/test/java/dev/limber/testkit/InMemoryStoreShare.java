package dev.limber.testkit;

import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Platform;
import dev.limber.core.runtime.Beat;
import dev.limber.core.runtime.Claim;
import dev.limber.core.runtime.CommitResult;
import dev.limber.core.runtime.Owed;
import dev.limber.core.runtime.Pulse;
import dev.limber.core.runtime.TurnRecord;
import dev.limber.core.session.Lane;
import dev.limber.core.session.Subject;
import java.time.Instant;
import java.util.List;

/** An {@link InMemoryStore} as one of several instances of the program sees it. */
final class InMemoryStoreShare extends ForwardingStore {
    private final InMemoryStore store;
    private final String instance;

    InMemoryStoreShare(InMemoryStore store, String instance) {
        super(store);
        this.store = store;
        this.instance = instance;
    }

    @Override
    public CommitResult commit(TurnRecord turn) {
        return store.commit(turn, instance);
    }

    @Override
    public List<Owed> owed(Platform platform, Lane lane, DeliveryId after, int limit) {
        return store.owed(platform, lane, after, limit, instance);
    }

    @Override
    public List<Owed> owed(Subject subject, Lane lane) {
        return store.owed(subject, lane, instance);
    }

    @Override
    public Claim claim(DeliveryId id, Platform platform, long fence, Instant at, boolean inDoubt) {
        return store.claim(id, platform, fence, at, inDoubt, instance);
    }

    @Override
    public Pulse beat(Beat beat) {
        return store.beat(beat, instance);
    }

    @Override
    public void close() {
        store.leave(instance);
    }
}
