package dev.limber.core.runtime;

import dev.limber.core.chat.AdapterMemory;
import dev.limber.core.chat.Address;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Platform;
import dev.limber.core.session.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A store that also keeps the turns that it was given. */
record CommitRecorder(Store store, List<TurnRecord> turns) implements Store {
    CommitRecorder(Store store) {
        this(store, new CopyOnWriteArrayList<>());
    }

    @Override
    public Optional<StoredState> find(Subject subject) {
        return store.find(subject);
    }

    @Override
    public CommitResult commit(TurnRecord turn) {
        turns.add(turn);
        return store.commit(turn);
    }

    @Override
    public boolean settle(Settlement settlement) {
        return store.settle(settlement);
    }

    @Override
    public List<Owed> owed(Platform platform, DeliveryId after, int limit) {
        return store.owed(platform, after, limit);
    }

    @Override
    public List<WakeUp> wakeUpsBefore(Instant before, int limit) {
        return store.wakeUpsBefore(before, limit);
    }

    @Override
    public List<HistoryEntry> history(Subject subject, Instant since) {
        return store.history(subject, since);
    }

    @Override
    public Dossier everything(Subject subject) {
        return store.everything(subject);
    }

    @Override
    public void move(Address from, Address to) {
        store.move(from, to);
    }

    @Override
    public int forgetUnusedSince(Instant moment) {
        return store.forgetUnusedSince(moment);
    }

    @Override
    public void dropSeenBefore(Instant moment) {
        store.dropSeenBefore(moment);
    }

    @Override
    public AdapterMemory adapterMemory() {
        return store.adapterMemory();
    }

    @Override
    public void close() {
        store.close();
    }
}
