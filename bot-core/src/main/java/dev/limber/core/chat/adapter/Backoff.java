package dev.limber.core.chat.adapter;

import java.time.Duration;

/**
 * How long to wait between attempts at something that does not succeed: longer each time.
 *
 * @param longest what it grows to
 */
public record Backoff(Duration shortest, Duration longest) {
    /** What follows a wait: twice as long, up to the longest. */
    public Duration after(Duration wait) {
        Duration doubled = wait.multipliedBy(2);
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
