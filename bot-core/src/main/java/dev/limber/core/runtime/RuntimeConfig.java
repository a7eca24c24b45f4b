package dev.limber.core.runtime;

import java.time.Duration;

/**
 * How the runtime uses memory and time. All bounds of memory together are independent of how many people there are.
 *
 * @param cacheBytes how much JSON of people's states may be held in decoded form
 * @param mostWaiting how many events may wait for their turn or be in it; more are refused until there is room
 * @param apologyEvery how often one person is told at most that nothing can be stored
 * @param closeWithin how long closing may take, at most ten seconds
 */
public record RuntimeConfig(
        long cacheBytes,
        int mostWaiting,
        Duration apologyEvery,
        Duration closeWithin,
        Delivering delivering,
        WakingUp wakingUp,
        Nudging nudging,
        Leasing leasing,
        Housekeeping housekeeping) {
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);

    public RuntimeConfig {
        if (cacheBytes < 0 || mostWaiting < 1) {
            throw new IllegalArgumentException("the bounds of memory must be positive");
        }
        if (closeWithin.isNegative() || closeWithin.compareTo(LONGEST_CLOSE) > 0) {
            throw new IllegalArgumentException("closing may take 0 to 10 seconds, not " + closeWithin);
        }
    }

    /**
     * @param doubtDelay how long to wait before an answer whose fate is unknown is repeated
     * @param shortestBackoff how long to wait after the store failed once; doubles with each further time
     * @param longestBackoff how long to wait at most
     * @param mostInMemory how many owed messages a platform may have in memory; more wait in the store
     * @param page how many owed messages are read at once
     */
    public record Delivering(
            Duration doubtDelay, Duration shortestBackoff, Duration longestBackoff, int mostInMemory, int page) {
        public Delivering {
            if (mostInMemory < 1 || page < 1) {
                throw new IllegalArgumentException("there must be room for at least one message");
            }
        }
    }

    /**
     * @param window how far ahead wake-ups are read from the store
     * @param mostInMemory how many are held at most
     * @param clockCheck how often the clock is looked at, lest it has been set
     */
    public record WakingUp(Duration window, int mostInMemory, Duration clockCheck) {
        public WakingUp {
            if (mostInMemory < 1 || !window.isPositive() || !clockCheck.isPositive()) {
                throw new IllegalArgumentException("window, room and pace of wake-ups must be positive");
            }
        }
    }

    /**
     * @param page how many nudges that are due are read at once
     * @param atOnce how many are taken up side by side at most, also where the store would have more
     * @param lookEvery how often the store is asked for them
     * @param lookAgainEvery how often it is asked for messages that other instances may have left
     */
    public record Nudging(int page, int atOnce, Duration lookEvery, Duration lookAgainEvery) {
        public Nudging {
            if (page < 1 || atOnce < 1 || !lookEvery.isPositive()) {
                throw new IllegalArgumentException("page, room and pace of nudges must be positive");
            }
        }
    }

    /**
     * @param ttl for how long a sign of life is good: so long others wait for it before they take over
     * @param every how often one is given
     */
    public record Leasing(Duration ttl, Duration every) {
        public Leasing {
            if (every.multipliedBy(2).compareTo(ttl) > 0) {
                throw new IllegalArgumentException("one sign of life may be lost, not a tenure with it");
            }
        }
    }

    /**
     * @param firstAfter how long after the start it is done for the first time
     * @param forgetUnusedAfter when somebody who does not come back is forgotten
     * @param rememberSeenFor how long an event is recognised when it comes again
     */
    public record Housekeeping(
            Duration firstAfter, Duration every, Duration forgetUnusedAfter, Duration rememberSeenFor) {}

    public static RuntimeConfig standard() {
        return new RuntimeConfig(
                32L << 20,
                20_000,
                Duration.ofMinutes(1),
                Duration.ofSeconds(10),
                new Delivering(Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ofSeconds(10), 5_000, 500),
                new WakingUp(Duration.ofMinutes(1), 10_000, Duration.ofSeconds(1)),
                new Nudging(500, 128, Duration.ofSeconds(1), Duration.ofMinutes(1)),
                new Leasing(Duration.ofSeconds(5), Duration.ofMillis(1500)),
                new Housekeeping(Duration.ofMinutes(1), Duration.ofDays(1), Duration.ofDays(365), Duration.ofDays(14)));
    }

    public RuntimeConfig withCacheBytes(long value) {
        return new RuntimeConfig(
                value, mostWaiting, apologyEvery, closeWithin, delivering, wakingUp, nudging, leasing, housekeeping);
    }

    public RuntimeConfig withMostWaiting(int value) {
        return new RuntimeConfig(
                cacheBytes, value, apologyEvery, closeWithin, delivering, wakingUp, nudging, leasing, housekeeping);
    }

    public RuntimeConfig withCloseWithin(Duration value) {
        return new RuntimeConfig(
                cacheBytes, mostWaiting, apologyEvery, value, delivering, wakingUp, nudging, leasing, housekeeping);
    }

    public RuntimeConfig withDelivering(Delivering value) {
        return new RuntimeConfig(
                cacheBytes, mostWaiting, apologyEvery, closeWithin, value, wakingUp, nudging, leasing, housekeeping);
    }

    public RuntimeConfig withWakingUp(WakingUp value) {
        return new RuntimeConfig(
                cacheBytes, mostWaiting, apologyEvery, closeWithin, delivering, value, nudging, leasing, housekeeping);
    }

    public RuntimeConfig withNudging(Nudging value) {
        return new RuntimeConfig(
                cacheBytes, mostWaiting, apologyEvery, closeWithin, delivering, wakingUp, value, leasing, housekeeping);
    }

    public RuntimeConfig withLeasing(Leasing value) {
        return new RuntimeConfig(
                cacheBytes, mostWaiting, apologyEvery, closeWithin, delivering, wakingUp, nudging, value, housekeeping);
    }

    public RuntimeConfig withHousekeeping(Housekeeping value) {
        return new RuntimeConfig(
                cacheBytes, mostWaiting, apologyEvery, closeWithin, delivering, wakingUp, nudging, leasing, value);
    }
}
