package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limber.testkit.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The updates that wait for the bot. Safe for use by many threads; knows nothing of chats. */
final class Updates {
    private static final Set<String> ONLY_ON_REQUEST =
            Set.of("chat_member", "message_reaction", "message_reaction_count");

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final NavigableMap<Integer, Pending> pending = new TreeMap<>();
    private Optional<Set<String>> allowed = Optional.empty();
    private int nextId = 100_000_001;
    private long poll;
    private Optional<String> interruption = Optional.empty();
    private boolean closed;

    Updates(InstantSource clock) {
        this.clock = clock;
    }

    /** Empty where the bot does not want such updates. */
    Optional<Integer> add(String kind, ObjectNode content) {
        lock.lock();
        try {
            boolean wanted = allowed.map(kinds -> kinds.contains(kind)).orElse(!ONLY_ON_REQUEST.contains(kind));
            return wanted ? Optional.of(put(Json.object().set(kind, content))) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** As it is, whatever the bot wants; an id is given where there is none. */
    int addRaw(ObjectNode update) {
        lock.lock();
        try {
            return put(update);
        } finally {
            lock.unlock();
        }
    }

    private int put(ObjectNode update) {
        int id = Json.find(update, "update_id").map(given -> given.intValue()).orElseGet(this::freeId);
        ObjectNode complete = Json.object().put("update_id", id);
        complete.setAll(update);
        pending.put(id, new Pending(id, complete, clock.instant()));
        changed.signalAll();
        return id;
    }

    private int freeId() {
        while (pending.containsKey(nextId)) {
            nextId++;
        }
        return nextId++;
    }

    void restartIdsAt(int id) {
        lock.lock();
        try {
            nextId = id;
        } finally {
            lock.unlock();
        }
    }

    /** An empty collection is all but those that are only sent on request. */
    void allow(Collection<String> kinds) {
        lock.lock();
        try {
            allowed = kinds.isEmpty() ? Optional.empty() : Optional.of(Set.copyOf(kinds));
        } finally {
            lock.unlock();
        }
    }

    Optional<List<String>> allowed() {
        lock.lock();
        try {
            return allowed.map(kinds -> kinds.stream().sorted().toList());
        } finally {
            lock.unlock();
        }
    }

    int count() {
        lock.lock();
        try {
            dropGone();
            return pending.size();
        } finally {
            lock.unlock();
        }
    }

    void clear() {
        lock.lock();
        try {
            pending.clear();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the poll that waits now, with a 409 that says why. */
    void interruptPoll(String why) {
        lock.lock();
        try {
            poll++;
            interruption = Optional.of(why);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** All that waits is let go. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The updates from an offset on; all before it are forgotten. Waits where there are none.
     *
     * @param offset negative ones count from the end, 0 is from the beginning
     * @throws Refusal where another poll takes over
     */
    ArrayNode poll(int offset, int limit, Duration timeout) throws InterruptedException {
        lock.lock();
        try {
            interruptPoll(
                    "terminated by other getUpdates request; " + "make sure that only one bot instance is running");
            long mine = poll;
            confirm(offset);
            long left = timeout.toNanos();
            while (left > 0 && mine == poll && !closed && pending.isEmpty()) {
                left = changed.awaitNanos(left);
            }
            if (mine != poll) {
                throw Refusal.conflict(interruption.orElse(""));
            }
            dropGone();
            ArrayNode batch = Json.array();
            pending.values().stream().limit(limit).forEach(each -> batch.add(each.json()));
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void confirm(int offset) {
        dropGone();
        if (offset > 0) {
            pending.headMap(offset, false).clear();
        } else if (offset < 0) {
            while (pending.size() > -(long) offset) {
                pending.pollFirstEntry();
            }
        }
    }

    private void dropGone() {
        Instant now = clock.instant();
        pending.values().removeIf(each -> each.isGone(now) && !each.inFlight);
    }

    /** The first one that may be sent now, which then is in flight; waits for it. Empty once closed. */
    Optional<Pending> take() throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                long now = System.nanoTime();
                Optional<Pending> due = due(now);
                if (due.isPresent() && due.get().isGone(clock.instant())) {
                    pending.remove(due.get().id());
                    continue;
                }
                if (due.isPresent()) {
                    due.get().inFlight = true;
                    return due;
                }
                long pause = pending.values().stream()
                        .filter(each -> each.attempts > 0 && !each.inFlight)
                        .mapToLong(each -> Math.max(1, each.notBefore - now))
                        .min()
                        .orElse(TimeUnit.HOURS.toNanos(1));
                var _ = changed.awaitNanos(pause);
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private Optional<Pending> due(long now) {
        Set<Long> busy = new HashSet<>();
        for (Pending each : pending.values()) {
            boolean waits = each.inFlight || (each.attempts > 0 && each.notBefore - now > 0);
            if (!waits && !busy.contains(each.chat())) {
                return Optional.of(each);
            }
            busy.add(each.chat());
        }
        return Optional.empty();
    }

    /** The receiver has it. */
    void delivered(Pending update) {
        lock.lock();
        try {
            pending.remove(update.id(), update);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The receiver does not have it; it is tried again after the pause, doubled with each attempt. */
    void notDelivered(Pending update, Duration pause) {
        lock.lock();
        try {
            update.inFlight = false;
            update.notBefore = System.nanoTime() + pause.toNanos() * (1L << Math.min(update.attempts, 5));
            update.attempts++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing is in flight any more, for whoever sends them. */
    void ground() {
        lock.lock();
        try {
            pending.values().forEach(each -> each.inFlight = false);
        } finally {
            lock.unlock();
        }
    }
}
