package dev.limber.storage;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Gatherers;

/** What the stores have in common: all but how they reach their database. */
abstract sealed class SqlStore implements Store permits SqliteStore, PostgresStore {
    private final Access access;
    private final Membership membership;
    private final AdapterMemory adapterMemory;
    private final AtomicBoolean closing = new AtomicBoolean();

    SqlStore(Access access, Membership membership) {
        this.access = access;
        this.membership = membership;
        this.adapterMemory = new StoredAdapterMemory(access);
    }

    @Override
    public final Optional<StoredState> find(Subject subject) {
        return access.read(session -> Queries.find(session, subject));
    }

    @Override
    public final Map<Subject, Prefetched> prefetch(Collection<Subject> subjects, Instant since) {
        var all = new HashMap<Subject, Prefetched>();
        for (List<Subject> some :
                subjects.stream().gather(Gatherers.windowFixed(Prefetch.MOST)).toList()) {
            all.putAll(access.read(session -> Prefetch.read(session, some, since)));
        }
        return all;
    }

    @Override
    public final boolean isCurrent(Subject subject, long version) {
        return membership.isCurrent(subject, version);
    }

    @Override
    public final CommitResult commit(TurnRecord turn) {
        Optional<byte[]> event = turn.seenKey().map(EventKey::of);
        WriteJob<CommitResult> job = session -> Turns.store(session, turn, event, membership.instance());
        // Somebody waits for the answer to all others.
        return turn.nudges().rung().isPresent() ? access.writeTogether(job) : access.write(job);
    }

    @Override
    public final boolean settle(Settlement settlement) {
        WriteJob<Boolean> job = session -> Turns.settle(session, settlement);
        return settlement.next().isEmpty() ? access.writeTogether(job) : access.write(job);
    }

    @Override
    public final List<Owed> owed(Platform platform, Lane lane, DeliveryId after, int limit) {
        return access.read(session -> Queries.owed(session, membership.instance(), platform, lane, after, limit));
    }

    @Override
    public final List<Owed> owed(Subject subject, Lane lane) {
        return access.read(session -> Queries.owed(session, membership.instance(), subject, lane));
    }

    @Override
    public final Claim claim(DeliveryId id, Platform platform, long fence, Instant at, boolean inDoubt) {
        return access.writeTogether(
                session -> Claims.claim(session, id, platform, membership.holder(), fence, at, inDoubt));
    }

    @Override
    public final void unclaim(DeliveryId id, long fence) {
        access.write(session -> Claims.giveBack(session, id, fence));
    }

    @Override
    public final List<DueNudge> nudgesBefore(Platform platform, Instant before, int limit) {
        return access.read(session -> Nudges.before(session, platform, before, limit));
    }

    @Override
    public final List<NudgeNote> nudgeNotes(Subject subject, int limit) {
        return access.read(session -> Nudges.notes(session, subject, limit));
    }

    @Override
    public final Pulse beat(Beat beat) {
        return membership.beat(beat);
    }

    @Override
    public final List<WakeUp> wakeUpsBefore(Instant before, int limit) {
        return access.read(session -> Queries.wakeUpsBefore(session, before, limit));
    }

    @Override
    public final List<HistoryEntry> history(Subject subject, Instant since) {
        return access.read(session -> Queries.history(session, subject, since));
    }

    @Override
    public final Dossier everything(Subject subject) {
        return access.readAtOnce(session -> Queries.everything(session, subject));
    }

    @Override
    public final void move(Address from, Address to) {
        access.write(session -> Moves.move(session, from, to));
    }

    @Override
    public final int forgetUnusedSince(Instant moment) {
        int all = 0;
        int some;
        do {
            some = access.write(session -> Erasure.forgetSomeUnusedSince(session, moment));
            all += some;
        } while (some > 0);
        if (all > 0) {
            access.write(Erasure::awaitWiping);
        }
        return all;
    }

    @Override
    public final void dropSeenBefore(Instant moment) {
        Optional<byte[]> next = Optional.of(new byte[0]);
        while (next.isPresent()) {
            byte[] after = next.get();
            next = access.write(session -> Erasure.dropSomeSeenBefore(session, moment, after));
        }
    }

    @Override
    public final AdapterMemory adapterMemory() {
        return adapterMemory;
    }

    /** Lets calls under way finish; later ones fail. */
    @Override
    public final void close() {
        if (!closing.getAndSet(true)) {
            membership.leave();
        }
        access.close();
    }
}
