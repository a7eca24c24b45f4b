package dev.limber.local.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What one person and the coach have said lately, kept in a {@link Journal}. Whoever reads along waits here for changes.
 * Safe for many threads; what cannot be kept throws {@link java.io.UncheckedIOException}, and has not happened.
 */
final class Conversation {
    static final int MOST_ENTRIES = 200;
    private static final int MOST_LINES = 3 * MOST_ENTRIES;

    private final Person person;
    private final Journal journal;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private String epoch = UUID.randomUUID().toString();
    private long number;
    private int lines;
    /** Whether the file is there, and ends where a line does. */
    private boolean whole;

    private boolean closed;

    Conversation(Person person, Journal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
        Optional<Journal.Head> head = journal.head();
        this.person = head.flatMap(known -> Person.named(known.name()))
                .filter(known -> known.id().equals(person.id()))
                .orElse(person);
        head.ifPresent(known -> {
            epoch = known.epoch();
            whole = journal.isWhole();
            journal.read().forEach(this::take);
        });
    }

    Person person() {
        return person;
    }

    private void take(Entry entry) {
        number = Math.max(number, entry.number());
        lines++;
        entries.put(entry.key(), entry);
        if (entries.size() > MOST_ENTRIES) {
            entries.remove(entries.keySet().iterator().next());
        }
    }

    /** Says something new, or in the place of what has this key. */
    void put(String key, boolean own, JsonNode content) {
        lock.lock();
        try {
            var entry = new Entry(number + 1, key, own, clock.millis(), content);
            write(entry);
            take(entry);
            changed.signalAll();
            if (lines > MOST_LINES) {
                journal.replaceBy(head(), entries.values());
                lines = entries.size();
            }
        } finally {
            lock.unlock();
        }
    }

    private void write(Entry entry) {
        if (!whole) {
            journal.replaceBy(head(), entries.values());
        }
        whole = false;
        journal.append(entry);
        whole = true;
    }

    private Journal.Head head() {
        return new Journal.Head(person.name(), epoch);
    }

    Optional<Entry> find(String key) {
        lock.lock();
        try {
            return Optional.ofNullable(entries.get(key));
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing was said after it. */
    boolean isLast(String key) {
        lock.lock();
        try {
            return !entries.isEmpty() && List.copyOf(entries.keySet()).getLast().equals(key);
        } finally {
            lock.unlock();
        }
    }

    List<Entry> all() {
        lock.lock();
        try {
            return List.copyOf(entries.values());
        } finally {
            lock.unlock();
        }
    }

    /** Which of the person's conversations it is: another one after it was cleared. */
    String epoch() {
        lock.lock();
        try {
            return epoch;
        } finally {
            lock.unlock();
        }
    }

    /** Forgets all of it. */
    void clear() {
        lock.lock();
        try {
            journal.erase();
            entries.clear();
            epoch = UUID.randomUUID().toString();
            whole = false;
            lines = 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What has changed since; waits where there is nothing, and returns without anything when it has waited enough. */
    Changes changesAfter(Position read, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (!closed && isUpToDate(read) && left > 0) {
                left = changed.awaitNanos(left);
            }
            boolean anew = !read.epoch().equals(epoch);
            var fresh = new ArrayList<Entry>();
            entries.values().stream()
                    .filter(entry -> anew || entry.number() > read.number())
                    .forEach(fresh::add);
            return new Changes(new Position(epoch, number), anew, fresh);
        } finally {
            lock.unlock();
        }
    }

    private boolean isUpToDate(Position read) {
        return read.epoch().equals(epoch) && read.number() >= number;
    }

    /** Lets nobody wait here any more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }
}
