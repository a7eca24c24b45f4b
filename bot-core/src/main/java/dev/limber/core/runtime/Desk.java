package dev.limber.core.runtime;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Pace;
import dev.limber.core.session.Lane;
import dev.limber.core.session.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What is to be delivered on one platform: a line of parcels for each address that has any, and what holds them up. An
 * address without parcels takes no memory. Times are those of {@link System#nanoTime}: setting the clock changes none.
 *
 * <p>Its one lock guards also its {@link Lines} and its {@link Pacer}. Each line waits on a condition of its own, so
 * that whatever concerns one line wakes no other.
 */
final class Desk {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition less = lock.newCondition();
    private final Condition closes = lock.newCondition();
    private final Lines lines = new Lines(this::open);
    private final Pacer pacer;
    private final Consumer<Line> worker;
    private long heldUntil = System.nanoTime();
    private boolean closing;
    private long deadline;

    /** @param worker started in a thread of its own for each line; works until {@link #next} has nothing for it */
    Desk(Consumer<Line> worker, Pace pace) {
        this.worker = worker;
        this.pacer = new Pacer(pace);
    }

    private Line open(Address address) {
        var line = new Line(address, lock.newCondition());
        Thread.ofVirtual().name("courier").start(() -> worker.accept(line));
        return line;
    }

    /** Puts a parcel into its line, unless it is in one or was there. */
    void add(Parcel parcel) {
        lock.lock();
        try {
            lines.add(parcel);
        } finally {
            lock.unlock();
        }
    }

    /** The next parcel of a line, once nothing holds it up; empty when the line has ended. */
    Optional<Parcel> next(Line line) throws InterruptedException {
        lock.lock();
        try {
            line.inDelivery = Optional.empty();
            if (awaitLeave(line)) {
                line.inDelivery = Optional.of(take(line));
                return line.inDelivery;
            }
            pacer.stepAside(line);
            lines.close(line);
            less.signalAll();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** @return whether the first parcel may leave; false where the line ends instead */
    private boolean awaitLeave(Line line) throws InterruptedException {
        while (!line.parcels.isEmpty()) {
            long now = System.nanoTime();
            long paced = pacer.waitOf(line, line.parcels.element(), now);
            long held = Math.max(line.heldUntil - now, heldUntil - now);
            if (closing && mustStay(paced, held, now)) {
                return false;
            }
            if (paced <= 0 && held <= 0) {
                return true;
            }
            if (paced == Pacer.UNTIL_STIRRED) {
                line.stirred.await();
            } else {
                line.stirred.awaitNanos(Math.max(paced, held));
            }
        }
        return false;
    }

    /** When the desk closes, what waits for its pace stays in the store, and so does what is held up for too long. */
    private boolean mustStay(long paced, long held, long now) {
        return paced > Math.max(held, 0) || deadline - now < Math.max(held, 0);
    }

    private Parcel take(Line line) {
        Parcel parcel = line.parcels.remove();
        pacer.handedOut(line, parcel, System.nanoTime());
        return parcel;
    }

    /** Puts back what next gave out, to be tried again once {@code delay} has passed for its whole line. */
    void again(Line line, Parcel parcel, Duration delay) {
        lock.lock();
        try {
            line.heldUntil = Math.max(line.heldUntil, System.nanoTime() + delay.toNanos());
            lines.putBack(line, parcel);
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
            lines.putBack(line, inDelivery);
            lines.move(line, to);
        } finally {
            lock.unlock();
        }
    }

    /** A parcel is delivered or given up. */
    void finished(Parcel parcel) {
        lock.lock();
        try {
            lines.finished(parcel);
            less.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes out all parcels of a subject that are not in delivery; one that is will not be tried again. */
    void drop(Subject subject) {
        lock.lock();
        try {
            lines.drop(subject);
            less.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes out all parcels of a lane that are not in delivery; one that is will not be tried again. */
    void clear(Lane lane, Predicate<Parcel> which) {
        lock.lock();
        try {
            lines.clear(lane, which);
            less.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Other instances have sent so many answers: they have used the platform's pace, too. */
    void sentElsewhere(long answers) {
        lock.lock();
        try {
            pacer.usedElsewhere(answers);
        } finally {
            lock.unlock();
        }
    }

    /** How many answers were handed out since the start. */
    long answersSent() {
        return look(pacer::answers);
    }

    /**
     * To be called before the store is asked what is owed.
     *
     * @return for {@link #endRead}, which must follow whatever happens
     */
    long beginRead() {
        return look(lines::beginRead);
    }

    /** Adds what was read, but for what has been finished or dropped since the read began. */
    void endRead(long read, List<Owed> found) {
        lock.lock();
        try {
            lines.endRead(read, found);
        } finally {
            lock.unlock();
        }
    }

    /** How many parcels are in memory. */
    int size() {
        return look(lines::size);
    }

    int size(Lane lane) {
        return look(() -> lines.size(lane));
    }

    /** How many addresses have a line. */
    int lineCount() {
        return look(lines::count);
    }

    /**
     * Waits until at most {@code most} parcels of a lane, and {@code mostInAll} of all lanes are in memory.
     *
     * @return false where the desk closes instead
     */
    boolean awaitRoom(Lane lane, int most, int mostInAll) throws InterruptedException {
        lock.lock();
        try {
            while (!closing && (lines.size(lane) > most || lines.size() > mostInAll)) {
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
                    return Optional.of(take(line));
                }
                left = line.stirred.awaitNanos(left);
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
                left = closes.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    boolean isClosing() {
        return look(() -> closing);
    }

    private <T> T look(Supplier<T> at) {
        lock.lock();
        try {
            return at.get();
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
            closes.signalAll();
            lines.stirAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all lines have ended, or the time given is over. */
    void awaitClosed() throws InterruptedException {
        lock.lock();
        try {
            long left = deadline - System.nanoTime();
            while (lines.count() > 0 && left > 0) {
                left = less.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
