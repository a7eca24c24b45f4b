package dev.limber.discord.standin;

import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** Ids as Discord makes them: the milliseconds since 2015 and a count. Each is higher than the one before. */
final class Snowflakes {
    private static final long EPOCH = 1_420_070_400_000L;
    private static final int COUNT_BITS = 22;

    private final InstantSource clock;
    private final AtomicLong last = new AtomicLong();

    Snowflakes(InstantSource clock) {
        this.clock = clock;
    }

    long next() {
        long atLeast = (clock.millis() - EPOCH) << COUNT_BITS;
        return last.updateAndGet(before -> Math.max(before + 1, atLeast));
    }

    static Instant madeAt(long id) {
        return Instant.ofEpochMilli((id >>> COUNT_BITS) + EPOCH);
    }

    static OptionalLong parse(String text) {
        return text.matches("[1-9][0-9]{0,17}|[1-8][0-9]{18}")
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }
}
