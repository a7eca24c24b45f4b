package dev.limber.testkit;

import dev.limber.core.chat.AdapterMemory;
import dev.limber.core.chat.Address;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Platform;
import dev.limber.core.runtime.CommitResult;
import dev.limber.core.runtime.Dossier;
import dev.limber.core.runtime.HistoryEntry;
import dev.limber.core.runtime.Owed;
import dev.limber.core.runtime.Settlement;
import dev.limber.core.runtime.Store;
import dev.limber.core.runtime.StoreException;
import dev.limber.core.runtime.StoredState;
import dev.limber.core.runtime.TurnRecord;
import dev.limber.core.runtime.WakeUp;
import dev.limber.core.session.Subject;
import java.time.Instant;
import java.util.ArrayList;
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

/** A store that lasts as long as its object. Its calls can be made to fail. */
public final class InMemoryStore implements Store {
    private final Map<Subject, Row> subjects = new HashMap<>();
    private final Map<Subject, Map<String, HistoryEntry>> histories = new HashMap<>();
    private final TreeMap<Long, Owed> outbox = new TreeMap<>();
    /** Ids of messages that were said by turns that forgot their subjects. */
    private final Set<Long> farewells = new HashSet<>();

    private final Map<DeliveryId, WakeUp> wakeUps = new HashMap<>();
    private final Map<String, Instant> seen = new HashMap<>();
    private final AdapterMemory adapterMemory = new InMemoryAdapterMemory();
    private long lastId;
    private long commits;
    private boolean broken;

    private record Row(StoredState state, Instant lastTurn) {}

    @Override
    public synchronized Optional<StoredState> find(Subject subject) {
        check();
        return Optional.ofNullable(subjects.get(subject)).map(Row::state);
    }

    @Override
    public synchronized CommitResult commit(TurnRecord turn) {
        check();
        boolean rungBefore =
                turn.wakeUpRung().filter(id -> !isPending(id, turn.subject())).isPresent();
        if (seen.containsKey(turn.seenKey()) || rungBefore) {
            return new CommitResult.SeenBefore();
        }
        Optional<StoredState> before = find(turn.subject());
        if (before.map(StoredState::version).orElse(0L) != turn.expectedVersion()) {
            return new CommitResult.Conflict();
        }
        commits++;
        seen.put(turn.seenKey(), turn.at());
        long version = 0;
        if (turn.forget()) {
            erase(turn.subject());
        } else {
            version = turn.expectedVersion() + 1;
            keep(turn, version, before);
        }
        var ids = new ArrayList<DeliveryId>();
        for (TurnRecord.Outgoing outgoing : turn.outbox()) {
            lastId++;
            ids.add(new DeliveryId(lastId));
            outbox.put(lastId, new Owed(new DeliveryId(lastId), turn.subject(), outgoing));
            if (turn.forget()) {
                farewells.add(lastId);
            }
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
        if (turn.dropWakeUps()) {
            wakeUps.values().removeIf(wakeUp -> wakeUp.subject().equals(turn.subject()));
            outbox.replaceAll((_, owed) -> owed.subject().equals(turn.subject()) ? withoutThen(owed) : owed);
        }
    }

    private static Owed withoutThen(Owed owed) {
        TurnRecord.Outgoing old = owed.outgoing();
        return new Owed(
                owed.id(),
                owed.subject(),
                new TurnRecord.Outgoing(
                        old.to(), old.replyHandle(), old.lane(), old.message(), Optional.empty(), old.circumstances()));
    }

    private void erase(Subject subject) {
        subjects.remove(subject);
        histories.remove(subject);
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
    public synchronized List<Owed> owed(Platform platform, DeliveryId after, int limit) {
        check();
        return outbox.tailMap(after.value(), false).values().stream()
                .filter(owed -> owed.outgoing().to().platform().equals(platform))
                .limit(limit)
                .toList();
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
                        .toList());
    }

    @Override
    public synchronized void move(Address from, Address to) {
        check();
        var relocation = new Relocation(from, to);
        outbox.replaceAll((_, owed) -> relocation.of(owed));
        wakeUps.replaceAll((_, wakeUp) -> relocation.of(wakeUp));
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
    public void close() {}

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

    public synchronized List<WakeUp> wakeUps() {
        return wakeUps.values().stream()
                .sorted(Comparator.comparing(WakeUp::due))
                .toList();
    }

    public synchronized int seenCount() {
        return seen.size();
    }
}
