package dev.limber.local;

import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Receipt;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Knows when a line is wholly answered: its event is stored, and every message owed for it was shown or refused for
 * good. One line at a time is waited for; deliveries come from other threads, possibly before the receipt.
 */
final class Answers {
    /** What became of waiting. */
    sealed interface Outcome {
        record Answered() implements Outcome {}

        record StillWaiting() implements Outcome {}

        /** The event was not stored: nothing of it happened. */
        record Refused(Throwable cause) implements Outcome {}
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<DeliveryId> finished = new HashSet<>();

    /** A new line begins: what was delivered so far belongs to others. */
    void begin() {
        lock.lock();
        try {
            finished.clear();
        } finally {
            lock.unlock();
        }
    }

    /** A delivery is over, whatever came of it. */
    void finished(DeliveryId id) {
        lock.lock();
        try {
            finished.add(id);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    Outcome await(CompletionStage<Receipt> receipt, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            Receipt stored = receipt.toCompletableFuture().get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return await(stored.owed(), deadline);
        } catch (TimeoutException late) {
            return new Outcome.StillWaiting();
        } catch (ExecutionException failed) {
            return new Outcome.Refused(failed.getCause() == null ? failed : failed.getCause());
        }
    }

    private Outcome await(List<DeliveryId> owed, long deadline) throws InterruptedException {
        lock.lock();
        try {
            while (!finished.containsAll(owed)) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return new Outcome.StillWaiting();
                }
                changed.awaitNanos(left);
            }
            return new Outcome.Answered();
        } finally {
            lock.unlock();
        }
    }
}
