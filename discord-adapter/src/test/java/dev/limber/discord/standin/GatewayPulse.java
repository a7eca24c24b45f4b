package dev.limber.discord.standin;

import java.time.Duration;

/** When a client was last heard to live. Safe for use by many threads. */
final class GatewayPulse {
    private long last = System.nanoTime();
    private long longest;

    synchronized void beat() {
        longest = longestUntilNow();
        last = System.nanoTime();
    }

    /** How long it has been silent. */
    synchronized Duration silence() {
        return Duration.ofNanos(System.nanoTime() - last);
    }

    /** With the silence that has not ended yet. */
    synchronized Duration longestGap() {
        return Duration.ofNanos(longestUntilNow());
    }

    private long longestUntilNow() {
        return Math.max(longest, System.nanoTime() - last);
    }
}
