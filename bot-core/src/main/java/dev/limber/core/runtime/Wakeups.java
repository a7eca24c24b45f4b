package dev.limber.core.runtime;

import dev.limber.core.chat.Address;
import dev.limber.core.session.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rings wake-ups when they are due by the given clock, however it is set. All of them are in the store; the ones due
 * soon are in memory, too. The store is asked before the part that is in memory runs out, and decides in the end
 * whether one that rings is still pending.
 */
final class Wakeups {
    private static final Logger LOG = LoggerFactory.getLogger(Wakeups.class);
    /** How long before a wake-up that could not be handled rings again. */
    private static final Duration REPEAT = Duration.ofSeconds(1);
    /** How long at least between two reads that did not bring all. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Store store;
    private final InstantSource clock;
    private final RuntimeConfig.WakingUp config;
    private final Bell bell;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PendingWakeUps pending = new PendingWakeUps();
    /** All that is due before this moment is in memory. */
    private Instant completeUntil = Instant.MIN;
    /** How far the read under way will make it complete; what is scheduled meanwhile may not be in its result. */
    private Instant readingUntil = Instant.MIN;

    /** What had to make room during that read: it will not be complete from there on. */
    private Instant evictedFrom = Instant.MAX;

    private long noReadBefore = System.nanoTime();
    private boolean closed;

    /** What a wake-up sets off. */
    @FunctionalInterface
    interface Bell {
        /** @return completes when it is durably handled; exceptionally where it could not be */
        CompletionStage<?> ring(WakeUp wakeUp);
    }

    Wakeups(Store store, InstantSource clock, RuntimeConfig.WakingUp config, Bell bell) {
        this.store = store;
        this.clock = clock;
        this.config = config;
        this.bell = bell;
    }

    /** @throws StoreException where the pending ones cannot be read */
    void start() {
        read();
        Thread.ofVirtual().name("wake-ups").start(this::keepRinging);
        Thread.ofVirtual().name("wake-up-reader").start(this::keepReading);
    }

    /** To be called when it is stored. */
    void schedule(WakeUp wakeUp) {
        lock.lock();
        try {
            pending.cancel(wakeUp.subject(), wakeUp.cue());
            if (wakeUp.due().isBefore(completeUntil) || wakeUp.due().isBefore(readingUntil)) {
                hold(wakeUp);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void hold(WakeUp wakeUp) {
        pending.add(wakeUp, wakeUp.due());
        if (pending.size() > config.mostInMemory()) {
            pending.removeLast().ifPresent(last -> {
                completeUntil = earlier(completeUntil, last.due());
                evictedFrom = earlier(evictedFrom, last.due());
            });
        }
    }

    /** Others may have scheduled some that nobody has in memory any more. */
    void readAgain() {
        lock.lock();
        try {
            completeUntil = Instant.MIN;
            evictedFrom = Instant.MIN;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Those of one subject ring no more. */
    void drop(Subject subject) {
        lock.lock();
        try {
            pending.cancel(subject);
        } finally {
            lock.unlock();
        }
    }

    /** Those of one chat ring at another. */
    void move(Address from, Address to) {
        lock.lock();
        try {
            pending.move(from, to);
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return pending.size();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void keepRinging() {
        try {
            for (List<WakeUp> due = awaitDue(); !due.isEmpty(); due = awaitDue()) {
                due.forEach(this::ring);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes those that are due, as soon as there are any; none where this closes. */
    private List<WakeUp> awaitDue() throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                List<WakeUp> due = pending.takeDue(clock.instant());
                if (!due.isEmpty()) {
                    return due;
                }
                Optional<Instant> next = pending.next();
                if (next.isEmpty()) {
                    changed.await();
                } else {
                    changed.awaitNanos(untilNextCheck(next.get()).toNanos());
                }
            }
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    private Duration untilNextCheck(Instant next) {
        Duration left = Duration.between(clock.instant(), next);
        return left.compareTo(config.clockCheck()) < 0 ? left : config.clockCheck();
    }

    private void ring(WakeUp wakeUp) {
        bell.ring(wakeUp).whenComplete((_, failure) -> rang(wakeUp, failure == null));
    }

    private void rang(WakeUp wakeUp, boolean handled) {
        lock.lock();
        try {
            if (handled) {
                pending.finished(wakeUp);
            } else {
                pending.postpone(wakeUp, clock.instant().plus(REPEAT));
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void keepReading() {
        try {
            while (awaitNextRead()) {
                tryRead();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryRead() {
        try {
            read();
        } catch (StoreException e) {
            LOG.error("cannot read the wake-ups that are due next, trying again: {}", e.getMessage());
            waitBeforeReadingAgain();
        }
    }

    private boolean awaitNextRead() throws InterruptedException {
        lock.lock();
        try {
            while (!closed && !readIsDue()) {
                long paused = noReadBefore - System.nanoTime();
                changed.awaitNanos(paused > 0 ? paused : config.clockCheck().toNanos());
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** In good time; where there is no room for more, not before half of them have rung or time presses. */
    private boolean readIsDue() {
        Instant now = clock.instant();
        return System.nanoTime() - noReadBefore >= 0
                && completeUntil.isBefore(now.plus(config.window().dividedBy(4)))
                && (pending.size() <= config.mostInMemory() / 2
                        || completeUntil.isBefore(now.plus(REPEAT).plus(config.clockCheck())));
    }

    private void read() {
        Instant until = beginRead();
        List<WakeUp> found = store.wakeUpsBefore(until, config.mostInMemory());
        if (!endRead(
                found,
                found.size() < config.mostInMemory() ? until : found.getLast().due())) {
            waitBeforeReadingAgain();
        }
    }

    private Instant beginRead() {
        lock.lock();
        try {
            readingUntil = clock.instant().plus(config.window());
            evictedFrom = Instant.MAX;
            return readingUntil;
        } finally {
            lock.unlock();
        }
    }

    /** @return whether all that is due before the moment up to which it was read is in memory */
    private boolean endRead(List<WakeUp> found, Instant until) {
        lock.lock();
        try {
            changed.signalAll();
            completeUntil = earlier(until, evictedFrom);
            boolean whole = until.equals(readingUntil);
            readingUntil = Instant.MIN;
            for (WakeUp wakeUp : found) {
                if (pending.contains(wakeUp)) {
                    continue;
                }
                if (pending.size() >= config.mostInMemory()) {
                    completeUntil = earlier(completeUntil, wakeUp.due());
                    return false;
                }
                pending.add(wakeUp, wakeUp.due());
            }
            return whole;
        } finally {
            lock.unlock();
        }
    }

    private void waitBeforeReadingAgain() {
        lock.lock();
        try {
            noReadBefore = System.nanoTime() + PAUSE.toNanos();
        } finally {
            lock.unlock();
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
