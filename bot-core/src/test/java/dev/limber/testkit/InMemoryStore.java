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
import dev.limber.core.runtime.StoreException;
import dev.limber.core.runtime.StoredState;
import dev.limber.core.runtime.TurnRecord;
import dev.limber.core.runtime.WakeUp;
import dev.limber.core.session.Fate;
import dev.limber.core.session.Lane;
import dev.limber.core.session.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A store that lasts as long as its object. Its calls can be made to fail. Several instances of the program share it with
 * {@link #forInstance}.
 */
public final class InMemoryStore implements Store {
    private static final String ONLY = "the only one";

    private final Map<Subject, Row> subjects = new HashMap<>();
    private final Map<Subject, Map<String, HistoryEntry>> histories = new HashMap<>();
    private final TreeMap<Long, Owed> outbox = new TreeMap<>();
    /** Ids of messages that were said by turns that forgot their subjects. */
    private final Set<Long> farewells = new HashSet<>();

    /** Which instance delivers an answer. */
    private final Map<Long, String> owners = new HashMap<>();

    private final Map<Long, Claimed> claims = new HashMap<>();
    private final Map<DeliveryId, WakeUp> wakeUps = new HashMap<>();
    private final InMemoryNudges nudges = new InMemoryNudges();
    private final InMemoryLeases leases;
    private final Map<String, Instant> seen = new HashMap<>();
    private final AdapterMemory adapterMemory = new InMemoryAdapterMemory();
    private long lastId;
    private long commits;
    private boolean broken;

    private record Row(StoredState state, Instant lastTurn) {}

    private record Claimed(long fence, Instant at) {}

    /** For one instance alone, whose tenures do not end. */
    public InMemoryStore() {
        leases = new InMemoryLeases(Optional.empty());
    }

    /** @param clock by which signs of life expire */
    public InMemoryStore(InstantSource clock) {
        leases = new InMemoryLeases(Optional.of(clock));
    }

    /** The same store as another instance of the program sees it. */
    public Store forInstance(String name) {
        return new InMemoryStoreShare(this, name);
    }

    @Override
    public synchronized Optional<StoredState> find(Subject subject) {
        check();
        return Optional.ofNullable(subjects.get(subject)).map(Row::state);
    }

    @Override
    public synchronized Map<Subject, Prefetched> prefetch(Collection<Subject> wanted, Instant since) {
        check();
        var all = new HashMap<Subject, Prefetched>();
        for (Subject subject : wanted) {
            find(subject).ifPresent(state -> all.put(subject, new Prefetched(state, since, history(subject, since))));
        }
        return all;
    }

    @Override
    public synchronized boolean isCurrent(Subject subject, long version) {
        check();
        return find(subject).map(StoredState::version).orElse(0L) == version;
    }

    @Override
    public int backgroundTurns() {
        return Integer.MAX_VALUE;
    }

    @Override
    public CommitResult commit(TurnRecord turn) {
        return commit(turn, ONLY);
    }

    synchronized CommitResult commit(TurnRecord turn, String instance) {
        check();
        boolean rungBefore =
                turn.wakeUpRung().filter(id -> !isPending(id, turn.subject())).isPresent()
                        || turn.nudges()
                                .rung()
                                .filter(key -> !nudges.isPending(turn.subject(), key))
                                .isPresent();
        if (turn.seenKey().filter(seen::containsKey).isPresent() || rungBefore) {
            return new CommitResult.SeenBefore();
        }
        Optional<StoredState> before = find(turn.subject());
        if (before.map(StoredState::version).orElse(0L) != turn.expectedVersion()) {
            return new CommitResult.Conflict();
        }
        commits++;
        turn.seenKey().ifPresent(key -> seen.put(key, turn.at()));
        long version = turn.versionAfter();
        if (turn.forget()) {
            erase(turn.subject());
        } else {
            keep(turn, version, before);
        }
        var ids = new ArrayList<DeliveryId>();
        for (TurnRecord.Outgoing outgoing : turn.outbox()) {
            lastId++;
            ids.add(new DeliveryId(lastId));
            outbox.put(lastId, new Owed(new DeliveryId(lastId), turn.subject(), outgoing));
            owners.put(lastId, instance);
            if (turn.forget()) {
                farewells.add(lastId);
            }
        }
        if (outbox.isEmpty()) {
            notifyAll();
        }
        return new CommitResult.Committed(version, ids);
    }

    private boolean isPending(DeliveryId wakeUp, Subject subject) {
        return Optional.ofNullable(wakeUps.get(wakeUp))
                .filter(pending -> pending.subject().equals(subject))
                .isPresent();
    }

    private void keep(TurnRecord turn, long version, Optional<StoredState> before) {
        Optional<String> plan = switch (turn.plan()) {
            case TurnRecord.PlanChange.Keep _ -> before.flatMap(StoredState::plan);
            case TurnRecord.PlanChange.Replace(String json) -> Optional.of(json);
            case TurnRecord.PlanChange.Remove _ -> Optional.empty();
        };
        subjects.put(turn.subject(), new Row(new StoredState(version, turn.state(), plan), turn.at()));
        turn.history()
                .forEach(entry -> histories
                        .computeIfAbsent(turn.subject(), _ -> new LinkedHashMap<>())
                        .put(entry.id(), entry));
        turn.wakeUpRung().ifPresent(wakeUps::remove);
        nudges.change(turn.subject(), turn.nudges(), turn.at());
        if (turn.nudges().withdraw()) {
            withdraw(turn.subject());
        }
        if (turn.dropWakeUps()) {
            wakeUps.values().removeIf(wakeUp -> wakeUp.subject().equals(turn.subject()));
            outbox.replaceAll((_, owed) -> owed.subject().equals(turn.subject()) ? withoutThen(owed) : owed);
        }
    }

    private void withdraw(Subject subject) {
        for (Owed owed : List.copyOf(outbox.values())) {
            boolean waits = owed.outgoing().lane() == Lane.NUDGE
                    && !claims.containsKey(owed.id().value());
            if (owed.subject().equals(subject) && waits) {
                outbox.remove(owed.id().value());
                owed.outgoing().nudge().ifPresent(key -> nudges.fate(subject, key, Fate.WITHDRAWN));
            }
        }
    }

    private static Owed withoutThen(Owed owed) {
        TurnRecord.Outgoing old = owed.outgoing();
        return new Owed(
                owed.id(),
                owed.subject(),
                new TurnRecord.Outgoing(
                        old.to(),
                        old.replyHandle(),
                        old.lane(),
                        old.message(),
                        old.nudge(),
                        Optional.empty(),
                        old.circumstances(),
                        old.notAfter()));
    }

    private void erase(Subject subject) {
        subjects.remove(subject);
        histories.remove(subject);
        nudges.erase(subject);
        outbox.values().removeIf(owed -> isAbout(owed, subject));
        wakeUps.values().removeIf(wakeUp -> wakeUp.subject().equals(subject));
    }

    /** What somebody is told while they are forgotten is nothing that is stored about them. */
    private boolean isAbout(Owed owed, Subject subject) {
        return owed.subject().equals(subject) && !farewells.contains(owed.id().value());
    }

    @Override
    public synchronized boolean settle(Settlement settlement) {
        check();
        Owed owed = outbox.remove(settlement.id().value());
        boolean forgotten = farewells.remove(settlement.id().value());
        claims.remove(settlement.id().value());
        owners.remove(settlement.id().value());
        if (outbox.isEmpty()) {
            notifyAll();
        }
        if (owed != null && !forgotten) {
            owed.outgoing().nudge().ifPresent(key -> nudges.fate(owed.subject(), key, settlement.fate()));
        }
        if (forgotten
                || owed == null
                || owed.outgoing().then().isEmpty()
                || settlement.next().isEmpty()) {
            return false;
        }
        WakeUp next = settlement.next().get();
        wakeUps.values()
                .removeIf(wakeUp ->
                        wakeUp.subject().equals(next.subject()) && wakeUp.cue().equals(next.cue()));
        wakeUps.put(next.after(), next);
        return true;
    }

    @Override
    public List<Owed> owed(Platform platform, Lane lane, DeliveryId after, int limit) {
        return owed(platform, lane, after, limit, ONLY);
    }

    synchronized List<Owed> owed(Platform platform, Lane lane, DeliveryId after, int limit, String instance) {
        check();
        return outbox.tailMap(after.value(), false).values().stream()
                .filter(owed -> owed.outgoing().to().platform().equals(platform) && isFor(owed, lane, instance))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Owed> owed(Subject subject, Lane lane) {
        return owed(subject, lane, ONLY);
    }

    synchronized List<Owed> owed(Subject subject, Lane lane, String instance) {
        check();
        return outbox.values().stream()
                .filter(owed -> isAbout(owed, subject) && isFor(owed, lane, instance))
                .toList();
    }

    private boolean isFor(Owed owed, Lane lane, String instance) {
        return owed.outgoing().lane() == lane
                && (lane == Lane.NUDGE || instance.equals(owners.get(owed.id().value())));
    }

    @Override
    public Claim claim(DeliveryId id, Platform platform, long fence, Instant at, boolean inDoubt) {
        return claim(id, platform, fence, at, inDoubt, ONLY);
    }

    synchronized Claim claim(
            DeliveryId id, Platform platform, long fence, Instant at, boolean inDoubt, String instance) {
        check();
        if (!leases.isTenure(platform, instance, fence)) {
            return new Claim.Unseated();
        }
        if (!outbox.containsKey(id.value())) {
            return new Claim.Gone();
        }
        Claimed before = claims.get(id.value());
        if (before != null && before.fence() != fence && !inDoubt) {
            return new Claim.Doubtful(before.at());
        }
        claims.put(id.value(), new Claimed(fence, at));
        return new Claim.Granted();
    }

    @Override
    public synchronized void unclaim(DeliveryId id, long fence) {
        check();
        if (Optional.ofNullable(claims.get(id.value()))
                .filter(claimed -> claimed.fence() == fence)
                .isPresent()) {
            claims.remove(id.value());
        }
    }

    @Override
    public synchronized List<DueNudge> nudgesBefore(Platform platform, Instant before, int limit) {
        check();
        return nudges.before(platform, before).limit(limit).toList();
    }

    @Override
    public synchronized List<NudgeNote> nudgeNotes(Subject subject, int limit) {
        check();
        return nudges.notesOf(subject).stream().limit(limit).toList();
    }

    @Override
    public Pulse beat(Beat beat) {
        return beat(beat, ONLY);
    }

    synchronized Pulse beat(Beat beat, String instance) {
        check();
        return leases.beat(instance, beat, (platform, alive) -> adopt(platform, instance, alive));
    }

    private boolean adopt(Platform platform, String instance, Set<String> alive) {
        List<Long> left = outbox.values().stream()
                .filter(owed -> owed.outgoing().to().platform().equals(platform))
                .map(owed -> owed.id().value())
                .filter(id -> !alive.contains(owners.getOrDefault(id, "")))
                .toList();
        left.forEach(id -> owners.put(id, instance));
        return !left.isEmpty();
    }

    /** An instance goes, and gives up what it has. */
    synchronized void leave(String instance) {
        leases.leave(instance);
    }

    @Override
    public synchronized List<WakeUp> wakeUpsBefore(Instant before, int limit) {
        check();
        return wakeUps.values().stream()
                .filter(wakeUp -> wakeUp.due().isBefore(before))
                .sorted(Comparator.comparing(WakeUp::due)
                        .thenComparingLong(wakeUp -> wakeUp.after().value()))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<HistoryEntry> history(Subject subject, Instant since) {
        check();
        return histories.getOrDefault(subject, Map.of()).values().stream()
                .filter(entry -> !entry.at().isBefore(since))
                .sorted(Comparator.comparing(HistoryEntry::at))
                .toList();
    }

    @Override
    public synchronized Dossier everything(Subject subject) {
        check();
        return new Dossier(
                find(subject),
                history(subject, Instant.MIN),
                outbox.values().stream().filter(owed -> isAbout(owed, subject)).toList(),
                wakeUps.values().stream()
                        .filter(wakeUp -> wakeUp.subject().equals(subject))
                        .sorted(Comparator.comparing(WakeUp::due))
                        .toList(),
                nudges.pendingOf(subject),
                nudges.notesOf(subject));
    }

    @Override
    public synchronized void move(Address from, Address to) {
        check();
        var relocation = new Relocation(from, to);
        outbox.replaceAll((_, owed) -> relocation.of(owed));
        wakeUps.replaceAll((_, wakeUp) -> relocation.of(wakeUp));
        nudges.move(relocation);
        for (Subject old : List.copyOf(subjects.keySet())) {
            if (!relocation.of(old).equals(old)) {
                move(old, relocation.of(old));
            }
        }
    }

    private void move(Subject from, Subject to) {
        Row row = Objects.requireNonNull(subjects.remove(from));
        long versionThere = Optional.ofNullable(subjects.get(to))
                .map(there -> there.state().version())
                .orElse(0L);
        long version = Math.max(row.state().version(), versionThere) + 1;
        var state = new StoredState(version, row.state().state(), row.state().plan());
        subjects.put(to, new Row(state, row.lastTurn()));
        nudges.move(from, to);
        histories.remove(to);
        Optional.ofNullable(histories.remove(from)).ifPresent(history -> histories.put(to, history));
    }

    @Override
    public synchronized int forgetUnusedSince(Instant moment) {
        check();
        List<Subject> unused = subjects.entrySet().stream()
                .filter(entry -> entry.getValue().lastTurn().isBefore(moment))
                .map(Map.Entry::getKey)
                .toList();
        unused.forEach(this::erase);
        return unused.size();
    }

    @Override
    public synchronized void dropSeenBefore(Instant moment) {
        check();
        seen.values().removeIf(at -> at.isBefore(moment));
    }

    /** What is stored stays: another user of the same object finds it. */
    @Override
    public AdapterMemory adapterMemory() {
        return adapterMemory;
    }

    @Override
    public void close() {
        leave(ONLY);
    }

    private void check() {
        if (broken) {
            throw new StoreException("the disk is full: make room", null);
        }
    }

    // What tests do to it, and look at

    /** From now on every call fails. */
    public synchronized void breakDown() {
        broken = true;
    }

    public synchronized void repair() {
        broken = false;
    }

    /** How many turns were stored. */
    public synchronized long commits() {
        return commits;
    }

    public synchronized int owedCount() {
        return outbox.size();
    }

    /**
     * Waits until no nudge is due and nothing is owed. Looked at after turns and settlements, not after anything else.
     *
     * @param now nudges of this moment are due
     * @return whether it came to that in time
     */
    public synchronized boolean awaitQuiet(Platform platform, Instant now, Duration patience)
            throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (!outbox.isEmpty() || isAnythingDue(platform, now)) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private boolean isAnythingDue(Platform platform, Instant now) {
        return nudges.before(platform, now.plusNanos(1)).findAny().isPresent();
    }

    public synchronized List<WakeUp> wakeUps() {
        return wakeUps.values().stream()
                .sorted(Comparator.comparing(WakeUp::due))
                .toList();
    }

    public synchronized int seenCount() {
        return seen.size();
    }
}
