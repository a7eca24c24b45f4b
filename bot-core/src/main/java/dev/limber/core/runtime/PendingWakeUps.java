package dev.limber.core.runtime;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.session.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The wake-ups in memory, those included that ring right now. Not safe for use by several threads. */
final class PendingWakeUps {
    private static final Comparator<Timer> SOONEST_FIRST = Comparator.comparing(Timer::at)
            .thenComparingLong(timer -> timer.wakeUp().after().value());

    private final TreeSet<Timer> waiting = new TreeSet<>(SOONEST_FIRST);
    private final Map<DeliveryId, Timer> all = new HashMap<>();
    private final Map<Subject, Set<DeliveryId>> bySubject = new HashMap<>();

    /** @param at when to ring next: when it is due, or later where that failed */
    private record Timer(Instant at, WakeUp wakeUp) {}

    int size() {
        return all.size();
    }

    boolean contains(WakeUp wakeUp) {
        return all.containsKey(wakeUp.after());
    }

    void add(WakeUp wakeUp, Instant at) {
        remove(wakeUp.after());
        var timer = new Timer(at, wakeUp);
        all.put(wakeUp.after(), timer);
        waiting.add(timer);
        bySubject.computeIfAbsent(wakeUp.subject(), _ -> new HashSet<>()).add(wakeUp.after());
    }

    /** When the next one is to ring. */
    Optional<Instant> next() {
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(waiting.first().at());
    }

    /** Takes those that are to ring now; they count until they are finished, postponed or cancelled. */
    List<WakeUp> takeDue(Instant now) {
        var due = new ArrayList<WakeUp>();
        while (!waiting.isEmpty() && !waiting.first().at().isAfter(now)) {
            due.add(waiting.removeFirst().wakeUp());
        }
        return due;
    }

    void finished(WakeUp wakeUp) {
        remove(wakeUp.after());
    }

    /** Rings later, unless it was cancelled meanwhile. */
    void postpone(WakeUp wakeUp, Instant at) {
        Timer timer = all.get(wakeUp.after());
        if (timer != null) {
            add(timer.wakeUp(), at);
        }
    }

    /** Takes out the one that would ring last. */
    Optional<WakeUp> removeLast() {
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        WakeUp last = waiting.last().wakeUp();
        remove(last.after());
        return Optional.of(last);
    }

    void cancel(Subject subject) {
        List.copyOf(bySubject.getOrDefault(subject, Set.of())).forEach(this::remove);
    }

    void cancel(Subject subject, String cue) {
        for (DeliveryId id : List.copyOf(bySubject.getOrDefault(subject, Set.of()))) {
            Timer timer = all.get(id);
            if (timer != null && timer.wakeUp().cue().equals(cue)) {
                remove(id);
            }
        }
    }

    void move(Address from, Address to) {
        for (Timer timer : List.copyOf(waiting)) {
            WakeUp old = timer.wakeUp();
            if (isAt(old.address(), from)) {
                add(
                        new WakeUp(
                                old.after(),
                                moved(old.subject(), from, to),
                                moved(old.address(), to),
                                old.circumstances(),
                                old.cue(),
                                old.due()),
                        timer.at());
            }
        }
    }

    private static boolean isAt(Address address, Address chat) {
        return address.equals(moved(address, chat));
    }

    /** Threads keep their identifiers. */
    private static Address moved(Address address, Address to) {
        return new Address(to.platform(), to.bot(), to.chat(), address.thread());
    }

    private static Subject moved(Subject subject, Address from, Address to) {
        return subject instanceof Subject.Group(Address address) && isAt(address, from)
                ? new Subject.Group(moved(address, to))
                : subject;
    }

    private void remove(DeliveryId id) {
        Timer timer = all.remove(id);
        if (timer != null) {
            waiting.remove(timer);
            bySubject.computeIfPresent(timer.wakeUp().subject(), (_, ids) -> without(ids, id));
        }
    }

    private static @Nullable Set<DeliveryId> without(Set<DeliveryId> ids, DeliveryId id) {
        ids.remove(id);
        return ids.isEmpty() ? null : ids;
    }
}
