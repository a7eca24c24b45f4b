package dev.limber.benchmarks;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.ChatPlatform;
import dev.limber.core.chat.CommandSpec;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.Envelope;
import dev.limber.core.chat.Limits;
import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.Pace;
import dev.limber.core.chat.Platform;
import dev.limber.core.chat.UserId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;

/** A platform that takes every message at once, counts it, and wakes the person who waits for it. */
final class CountingPlatform implements ChatPlatform {
    static final Platform ID = new Platform("bench");

    private static final Duration LOOK_EVERY = Duration.ofMillis(1);

    private final AtomicReferenceArray<Semaphore> arrived;
    private final Pace pace;
    private final AtomicInteger all = new AtomicInteger();
    private final AtomicLong first = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong last = new AtomicLong(Long.MIN_VALUE);

    /** @param people whose chats are called 0 to {@code people - 1} */
    CountingPlatform(int people, Pace pace) {
        this.pace = pace;
        arrived = new AtomicReferenceArray<>(people);
    }

    /** Waits until so many messages have arrived for somebody since the last call. */
    void await(int person, int messages) {
        of(person).acquireUninterruptibly(messages);
    }

    /** Waits until so many have arrived for all together. */
    void awaitAll(int messages, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (all.get() < messages) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("only " + all.get() + " messages of " + messages + " came");
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /** How many have arrived for all together. */
    int arrived() {
        return all.get();
    }

    /** How many have arrived for somebody, and were not waited for. */
    int arrived(int person) {
        Semaphore own = arrived.get(person);
        return own == null ? 0 : own.availablePermits();
    }

    /** When the first message arrived, by {@link System#nanoTime}. */
    long first() {
        return first.get();
    }

    long last() {
        return last.get();
    }

    @Override
    public Platform id() {
        return ID;
    }

    @Override
    public Limits limits() {
        return new Limits(4_096, 5, 10, true);
    }

    @Override
    public Duration recognisesRepeatsFor() {
        return Duration.ZERO;
    }

    @Override
    public Pace pace() {
        return pace;
    }

    @Override
    public void publish(List<CommandSpec> commands) {
        // There is no menu to show them in.
    }

    @Override
    public Delivery deliver(Envelope envelope) {
        long now = System.nanoTime();
        first.accumulateAndGet(now, Math::min);
        last.accumulateAndGet(now, Math::max);
        all.incrementAndGet();
        of(Integer.parseInt(envelope.to().chat())).release();
        return new Delivery.Delivered(
                new MessageRef(envelope.to(), Long.toString(envelope.id().value())));
    }

    @Override
    public boolean mayManage(UserId user, Address address) {
        return true;
    }

    private Semaphore of(int person) {
        Semaphore own = arrived.get(person);
        if (own != null) {
            return own;
        }
        Semaphore fresh = new Semaphore(0);
        return arrived.compareAndSet(person, null, fresh) ? fresh : of(person);
    }
}
