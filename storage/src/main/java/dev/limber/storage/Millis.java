package dev.limber.storage;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Moments as the tables have them: milliseconds since 1970. */
final class Millis {
    private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

    private Millis() {}

    /** The nearest there is, for {@link Instant#MIN} and {@link Instant#MAX} are beyond. */
    static long of(Instant moment) {
        if (moment.isBefore(FIRST)) {
            return Long.MIN_VALUE;
        }
        return moment.isAfter(LAST) ? Long.MAX_VALUE : moment.toEpochMilli();
    }

    /** Whole days since 1970. */
    static long day(Instant moment) {
        return Math.floorDiv(of(moment), TimeUnit.DAYS.toMillis(1));
    }
}
