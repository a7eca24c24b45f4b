package dev.limber.testkit;

import dev.limber.core.chat.AdapterMemory;
import dev.limber.core.chat.Address;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Platform;
import dev.limber.core.runtime.Beat;
import dev.limber.core.runtime.Claim;
import dev.limber.core.runtime.CommitResult;
import dev.limber.core.runtime.Dossier;
import dev.limber.core.runtime.DueNudge;
import dev.limber.core.runtime.HistoryEntry;
import dev.limber.core.runtime.NudgeNote;
import dev.limber.core.runtime.Owed;
import dev.limber.core.runtime.Prefetched;
import dev.limber.core.runtime.Pulse;
import dev.limber.core.runtime.Settlement;
import dev.limber.core.runtime.Store;
import dev.limber.core.runtime.StoredState;
import dev.limber.core.runtime.TurnRecord;
import dev.limber.core.runtime.WakeUp;
import dev.limber.core.session.Lane;
import dev.limber.core.session.Subject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hands every call on to another store; those that a test wants to look at, or to change, it overrides. */
public abstract class ForwardingStore implements Store {
    private final Store store;

    protected ForwardingStore(Store store) {
        this.store = store;
    }

    @Override
    public Optional<StoredState> find(Subject subject) {
        return store.find(subject);
    }

    @Override
    public Map<Subject, Prefetched> prefetch(Collection<Subject> subjects, Instant since) {
        return store.prefetch(subjects, since);
    }

    @Override
    public boolean isCurrent(Subject subject, long version) {
        return store.isCurrent(subject, version);
    }

    @Override
    public int backgroundTurns() {
        return store.backgroundTurns();
    }

    @Override
    public CommitResult commit(TurnRecord turn) {
        return store.commit(turn);
    }

    @Override
    public boolean settle(Settlement settlement) {
        return store.settle(settlement);
    }

    @Override
    public List<Owed> owed(Platform platform, Lane lane, DeliveryId after, int limit) {
        return store.owed(platform, lane, after, limit);
    }

    @Override
    public List<Owed> owed(Subject subject, Lane lane) {
        return store.owed(subject, lane);
    }

    @Override
    public Claim claim(DeliveryId id, Platform platform, long fence, Instant at, boolean inDoubt) {
        return store.claim(id, platform, fence, at, inDoubt);
    }

    @Override
    public void unclaim(DeliveryId id, long fence) {
        store.unclaim(id, fence);
    }

    @Override
    public List<DueNudge> nudgesBefore(Platform platform, Instant before, int limit) {
        return store.nudgesBefore(platform, before, limit);
    }

    @Override
    public List<NudgeNote> nudgeNotes(Subject subject, int limit) {
        return store.nudgeNotes(subject, limit);
    }

    @Override
    public Pulse beat(Beat beat) {
        return store.beat(beat);
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
