package dev.limber.discord.standin;

import java.time.Duration;

/** Counts what a client sends in each minute. For the one thread that reads a connection. */
final class GatewayRate {
    private static final int ALLOWED = 120;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private long begun = System.nanoTime();
    private int count;

    boolean allowsOneMore() {
        long now = System.nanoTime();
        if (now - begun >= MINUTE) {
            begun = now;
            count = 0;
        }
        count++;
        return count <= ALLOWED;
    }
}
