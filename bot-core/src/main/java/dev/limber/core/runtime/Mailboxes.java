package dev.limber.core.runtime;

import dev.limber.core.session.Subject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the turns of each subject one after the other, in the order in which they were submitted, and those of different
 * subjects side by side. A subject without turns takes no memory.
 */
final class Mailboxes {
    private static final Logger LOG = LoggerFactory.getLogger(Mailboxes.class);

    private final int mostWaiting;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    /** What waits behind the turn that is running, for each subject that has one running. */
    private final Map<Subject, Queue<Runnable>> waiting = new HashMap<>();

    private int unfinished;
    private boolean closed;

    Mailboxes(int mostWaiting) {
        this.mostWaiting = mostWaiting;
    }

    /** @throws RejectedExecutionException where there are too many already, or after {@link #close} */
    void submit(Subject subject, Runnable turn) {
        lock.lock();
        try {
            if (closed) {
                throw new RejectedExecutionException("shutting down");
            }
            if (unfinished >= mostWaiting) {
                throw new RejectedExecutionException("overloaded: " + unfinished + " events wait for their turn");
            }
            unfinished++;
            Queue<Runnable> behind = waiting.get(subject);
            if (behind == null) {
                waiting.put(subject, new ArrayDeque<>());
                Thread.ofVirtual().name("mailbox").start(() -> drain(subject, turn));
            } else {
                behind.add(turn);
            }
        } finally {
            lock.unlock();
        }
    }

    private void drain(Subject subject, Runnable first) {
        Optional<Runnable> turn = Optional.of(first);
        while (turn.isPresent()) {
            run(turn.get());
            turn = finishedOne(subject);
        }
    }

    /** Whatever a turn throws, the ones behind it must have theirs. */
    private static void run(Runnable turn) {
        try {
            turn.run();
        } catch (Throwable bug) {
            LOG.error("a turn broke", Discreet.of(bug));
        }
    }

    private Optional<Runnable> finishedOne(Subject subject) {
        lock.lock();
        try {
            unfinished--;
            if (unfinished == 0) {
                idle.signalAll();
            }
            Queue<Runnable> behind = waiting.get(subject);
            Optional<Runnable> next = behind == null ? Optional.empty() : Optional.ofNullable(behind.poll());
            if (next.isEmpty()) {
                waiting.remove(subject);
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** How many subjects have turns that are not finished. */
    int busy() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes nothing more, and waits for what was taken.
     *
     * @return whether all of it was finished in time
     */
    boolean close(Duration within) {
        lock.lock();
        try {
            closed = true;
            long left = within.toNanos();
            while (unfinished > 0 && left > 0) {
                left = idle.awaitNanos(left);
            }
            return unfinished == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
