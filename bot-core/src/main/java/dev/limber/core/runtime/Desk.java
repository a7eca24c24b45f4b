package dev.limber.core.runtime;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.session.Subject;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * What is to be delivered on one platform: a line of parcels for each address that has any, and what holds them up. An
 * address without parcels takes no memory. Times are those of {@link System#nanoTime}: setting the clock changes none.
 */
final class Desk {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition less = lock.newCondition();
    private final Condition stirred = lock.newCondition();
    private final Map<Address, Line> lines = new HashMap<>();
    /** All that is in a line or in delivery. */
    private final Set<DeliveryId> known = new HashSet<>();

    private final Consumer<Line> worker;
    private long heldUntil = System.nanoTime();
    private boolean closing;
    private long deadline;
    /** What was finished, and who was dropped: what a read of the store finds may be out of date. */
    private final ReadLog<Object> gone = new ReadLog<>();

    /** @param worker started in a thread of its own for each line; works until {@link #next} has nothing for it */
    Desk(Consumer<Line> worker) {
        this.worker = worker;
    }

    /** Puts a parcel into its line, unless it is in one or was there. */
    void add(Parcel parcel) {
        lock.lock();
        try {
            if (known.add(parcel.id())) {
                enqueue(parcel);
            }
        } finally {
            lock.unlock();
        }
    }

    private void enqueue(Parcel parcel) {
        Line line = lines.get(parcel.to());
        if (line == null) {
            Line opened = new Line(parcel.to());
            lines.put(parcel.to(), opened);
            Thread.ofVirtual().name("courier").start(() -> worker.accept(opened));
            line = opened;
        }
        line.parcels.add(parcel);
        if (!parcel.isStored()) {
            stirred.signalAll();
        }
    }

    /** The next parcel of a line, once nothing holds it up; empty when the line has ended. */
    Optional<Parcel> next(Line line) throws InterruptedException {
        lock.lock();
        try {
            line.inDelivery = Optional.empty();
            while (!line.parcels.isEmpty()) {
                long wait = Math.max(line.heldUntil - System.nanoTime(), heldUntil - System.nanoTime());
                if (closing && deadline - System.nanoTime() < Math.max(wait, 0)) {
                    break;
                }
                if (wait <= 0) {
                    line.inDelivery = Optional.of(line.parcels.remove());
                    return line.inDelivery;
                }
                stirred.awaitNanos(wait);
            }
            line.parcels.forEach(parcel -> known.remove(parcel.id()));
            lines.remove(line.address);
            less.signalAll();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Puts back what next gave out, to be tried again once {@code delay} has passed for its whole line. */
    void again(Line line, Parcel parcel, Duration delay) {
        lock.lock();
        try {
            line.heldUntil = Math.max(line.heldUntil, System.nanoTime() + delay.toNanos());
            if (known.contains(parcel.id())) {
                line.parcels.add(parcel);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Holds up all lines. */
    void hold(Duration delay) {
        lock.lock();
        try {
            heldUntil = Math.max(heldUntil, System.nanoTime() + delay.toNanos());
        } finally {
            lock.unlock();
        }
    }

    /** Lets the parcels of one address go to another, {@code inDelivery} included. */
    void move(Line line, Parcel inDelivery, Address to) {
        lock.lock();
        try {
            if (known.contains(inDelivery.id())) {
                line.parcels.add(inDelivery);
            }
            List<Parcel> moving = List.copyOf(line.parcels);
            line.parcels.clear();
            moving.forEach(parcel -> enqueue(parcel.movedTo(to)));
        } finally {
            lock.unlock();
        }
    }

    /** A parcel is delivered or given up. */
    void finished(DeliveryId id) {
        lock.lock();
        try {
            known.remove(id);
            gone.note(id);
            less.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes out all parcels of a subject that are not in delivery; one that is will not be tried again. */
    void drop(Subject subject) {
        lock.lock();
        try {
            for (Line line : lines.values()) {
                line.inDelivery
                        .filter(parcel -> parcel.subject().equals(subject))
                        .ifPresent(p -> known.remove(p.id()));
                line.parcels.removeIf(parcel -> parcel.subject().equals(subject) && known.remove(parcel.id()));
            }
            gone.note(subject);
            less.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * To be called before the store is asked what is owed.
     *
     * @return for {@link #endRead}, which must follow whatever happens
     */
    long beginRead() {
        lock.lock();
        try {
            return gone.begin();
        } finally {
            lock.unlock();
        }
    }

    /** Adds what was read, but for what has been finished or dropped since the read began. */
    void endRead(long read, List<Owed> found) {
        lock.lock();
        try {
            for (Owed owed : found) {
                boolean outdated = gone.happenedSince(read, owed.id()) || gone.happenedSince(read, owed.subject());
                if (!outdated && known.add(owed.id())) {
                    enqueue(Parcel.of(owed));
                }
            }
            gone.end(read);
        } finally {
            lock.unlock();
        }
    }

    /** How many parcels are in memory. */
    int size() {
        lock.lock();
        try {
            return known.size();
        } finally {
            lock.unlock();
        }
    }

    /** How many addresses have a line. */
    int lineCount() {
        lock.lock();
        try {
            return lines.size();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until at most {@code most} parcels are in memory.
     *
     * @return false where the desk closes instead
     */
    boolean awaitRoom(int most) throws InterruptedException {
        lock.lock();
        try {
            while (!closing && known.size() > most) {
                less.await();
            }
            return !closing;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits, and gives out what the store does not know of: that need not wait for the store.
     *
     * @return empty when the time is over, or the desk closes
     */
    Optional<Parcel> nextUnstored(Line line, Duration within) throws InterruptedException {
        lock.lock();
        try {
            long left = within.toNanos();
            while (!closing && left > 0) {
                Parcel first = line.parcels.peek();
                if (first != null && !first.isStored()) {
                    return Optional.of(line.parcels.remove());
                }
                left = stirred.awaitNanos(left);
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Waits, unless the desk closes. */
    void pause(Duration duration) throws InterruptedException {
        lock.lock();
        try {
            long left = duration.toNanos();
            while (!closing && left > 0) {
                left = stirred.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    boolean isClosing() {
        lock.lock();
        try {
            return closing;
        } finally {
            lock.unlock();
        }
    }

    /** Lets what can be delivered before the given time go out, and nothing else. */
    void closing(long deadlineNanos) {
        lock.lock();
        try {
            closing = true;
            deadline = deadlineNanos;
            less.signalAll();
            stirred.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all lines have ended, or the time given is over. */
    void awaitClosed() throws InterruptedException {
        lock.lock();
        try {
            long left = deadline - System.nanoTime();
            while (!lines.isEmpty() && left > 0) {
                left = less.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
