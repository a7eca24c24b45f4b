package dev.limber.core.runtime;

import dev.limber.core.chat.Platform;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives signs of life, and knows by what comes back on which platforms this instance has the tenure: it alone polls there,
 * and sends what is scheduled. What a sign was good for ends by this machine's own timer, so that an instance that was
 * frozen, or has lost the database, knows by itself that it is over.
 */
final class Leases {
    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

    /** Nobody is kept waiting for so long for a processor. */
    private static final Duration FROZEN = Duration.ofSeconds(2);

    private final Store store;
    private final InstantSource clock;
    private final RuntimeConfig.Leasing config;
    private final Events events;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Platform, Seat> seats = new HashMap<>();
    /** Signs are given one after the other. */
    private final ReentrantLock beating = new ReentrantLock();
    /** What comes of them is told in order. */
    private final ReentrantLock telling = new ReentrantLock();

    private long validUntil = System.nanoTime();
    private boolean failing;
    private volatile boolean awakening;
    private volatile long lastTick = System.nanoTime();
    private boolean started;
    private boolean closed;

    /** What comes of signs of life. */
    interface Events {
        /** Whether this instance delivers there, whoever has the tenure. */
        boolean serves(Platform platform);

        /** How many answers were sent there since the start. */
        long answersSent(Platform platform);

        /** @param lastAlive when an earlier tenure there was alive last */
        void seated(Platform platform, Optional<Instant> lastAlive);

        void unseated(Platform platform);

        /** Others have sent so many answers there since this was said last. */
        void sentElsewhere(Platform platform, long answers);

        /** Another instance serves it no longer: more answers may be owed there than before. */
        void adopted(Platform platform);

        /** Others may have adopted what was owed here: nothing but the store knows what still is. */
        void lapsed();

        /** This process did nothing from one moment to another. */
        void stoodStill(Instant from, Instant to);
    }

    /** A platform that this instance serves, or would. */
    private static final class Seat {
        OptionalLong fence = OptionalLong.empty();
        boolean expired;
        long sentByOthers;
    }

    Leases(Store store, InstantSource clock, RuntimeConfig.Leasing config, Events events) {
        this.store = store;
        this.clock = clock;
        this.config = config;
        this.events = events;
    }

    /** Seeks the tenure of a platform, from now on; where it is free it is had at once. */
    void seek(Platform platform) {
        lock.lock();
        try {
            seats.putIfAbsent(platform, new Seat());
            if (!started && !closed) {
                started = true;
                lastTick = System.nanoTime();
                Thread.ofVirtual().name("leases").start(this::keepBeating);
                Thread.ofVirtual().name("leases-expiry").start(this::keepExpiring);
            }
        } finally {
            lock.unlock();
        }
        beat();
    }

    /** Lets the tenure of a platform run out. */
    void leave(Platform platform) {
        lock.lock();
        try {
            seats.remove(platform);
        } finally {
            lock.unlock();
        }
    }

    /** The fence of the tenure, where this instance surely has it right now. */
    OptionalLong fence(Platform platform) {
        lock.lock();
        try {
            Seat seat = seats.get(platform);
            return seat != null && isValid() ? seat.fence : OptionalLong.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Whether all the others surely know that this instance is there. */
    boolean isPresent() {
        lock.lock();
        try {
            return isValid();
        } finally {
            lock.unlock();
        }
    }

    /** Whether this process was frozen, and has not heard since whether another instance has taken its place. */
    boolean isAwakening() {
        return awakening || System.nanoTime() - lastTick > FROZEN.toNanos();
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

    private boolean isValid() {
        return System.nanoTime() - validUntil < 0;
    }

    private void keepBeating() {
        try {
            long last = System.nanoTime();
            Instant lastAt = clock.instant();
            while (await(config.every())) {
                long gap = System.nanoTime() - last;
                if (gap > config.every().plus(config.ttl()).toNanos()) {
                    events.stoodStill(lastAt, clock.instant());
                }
                keepOn(this::beat);
                last = System.nanoTime();
                lastAt = clock.instant();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A sign that is being given may hang for longer than the last one is good for. */
    private void keepExpiring() {
        try {
            while (await(untilNextTick())) {
                awakening = isAwakening();
                lastTick = System.nanoTime();
                keepOn(this::expire);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As soon as what the last sign was good for is over; and often enough to see that this process was frozen. */
    private Duration untilNextTick() {
        Duration often = config.every().dividedBy(3);
        lock.lock();
        try {
            Duration left = Duration.ofNanos(validUntil - System.nanoTime());
            return left.isPositive() && left.compareTo(often) < 0 ? left : often;
        } finally {
            lock.unlock();
        }
    }

    /** A bug must not end it all. */
    private static void keepOn(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException bug) {
            LOG.error("a bug in what comes of signs of life", bug);
        }
    }

    /** @return false when this closes */
    private boolean await(Duration time) throws InterruptedException {
        lock.lock();
        try {
            long left = time.toNanos();
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void beat() {
        beating.lock();
        try {
            long before = System.nanoTime();
            Beat sign = sign();
            Pulse pulse = store.beat(sign);
            heard(sign, pulse, before + pulse.validFor().toNanos());
            if (failing) {
                LOG.info("the store answers again");
            }
            failing = false;
        } catch (StoreException e) {
            if (!failing) {
                LOG.error("the store does not answer, and is asked again: {}", e.getMessage());
            }
            failing = true;
            expire();
        } finally {
            beating.unlock();
        }
    }

    private Beat sign() {
        var serves = new HashMap<Platform, Long>();
        var seeks = new HashSet<Platform>();
        for (Platform platform : platforms()) {
            if (events.serves(platform)) {
                serves.put(platform, events.answersSent(platform));
            } else {
                seeks.add(platform);
            }
        }
        return new Beat(clock.instant(), serves, seeks, expired(), config.ttl());
    }

    private Set<Platform> platforms() {
        lock.lock();
        try {
            return Set.copyOf(seats.keySet());
        } finally {
            lock.unlock();
        }
    }

    private Set<Platform> expired() {
        lock.lock();
        try {
            return seats.entrySet().stream()
                    .filter(seat -> seat.getValue().expired)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        } finally {
            lock.unlock();
        }
    }

    private void heard(Beat sign, Pulse pulse, long until) {
        telling.lock();
        try {
            // Whoever had lost the tenure meanwhile has to hear of it, though it may be had again.
            expire();
            if (pulse.lapsed()) {
                // Before anything may leave again: it may be others' by now.
                events.lapsed();
            }
            prolong(until);
            // What was on its way while this process was frozen tells nothing of now.
            awakening = awakening && !isPresent();
            for (Platform platform : platforms()) {
                // What expired while the sign was under way is over, though the store does not know it yet: the next
                // tells.
                boolean overMeanwhile =
                        expired().contains(platform) && !sign.expired().contains(platform);
                if (!overMeanwhile) {
                    seat(platform, Optional.ofNullable(pulse.tenures().get(platform)));
                }
                countOthers(platform, pulse.sentByOthers().getOrDefault(platform, 0L));
            }
            pulse.adopted().forEach(events::adopted);
        } finally {
            telling.unlock();
        }
    }

    private void prolong(long until) {
        lock.lock();
        try {
            validUntil = until;
        } finally {
            lock.unlock();
        }
    }

    /** Where what the last sign was good for is over, so are the tenures. */
    private void expire() {
        telling.lock();
        try {
            if (!isPresent()) {
                platforms().forEach(platform -> seat(platform, Optional.empty()));
            }
        } finally {
            telling.unlock();
        }
    }

    private void seat(Platform platform, Optional<Pulse.Tenure> tenure) {
        OptionalLong fence = tenure.map(had -> OptionalLong.of(had.fence())).orElseGet(OptionalLong::empty);
        OptionalLong before;
        lock.lock();
        try {
            Seat seat = seats.get(platform);
            if (seat == null || seat.fence.equals(fence)) {
                return;
            }
            before = seat.fence;
            seat.fence = fence;
            seat.expired = fence.isEmpty();
        } finally {
            lock.unlock();
        }
        if (before.isPresent()) {
            LOG.warn("{}: others may take over, for they do not hear of this instance", platform);
            events.unseated(platform);
        }
        if (fence.isPresent()) {
            events.seated(platform, tenure.flatMap(Pulse.Tenure::lastAlive));
        }
    }

    private void countOthers(Platform platform, long sentByOthers) {
        long more;
        lock.lock();
        try {
            Seat seat = seats.get(platform);
            if (seat == null) {
                return;
            }
            more = sentByOthers - seat.sentByOthers;
            seat.sentByOthers = sentByOthers;
        } finally {
            lock.unlock();
        }
        if (more > 0) {
            events.sentElsewhere(platform, more);
        }
    }
}
