package dev.limber.core.chat;

import java.time.Duration;

/**
 * How fast scheduled messages may follow one another.
 *
 * @param between any two messages of the platform on the average, answers counted; zero for as fast as can be
 * @param betweenPrivate two messages in one private chat
 * @param betweenShared two messages in one chat of several people
 */
public record Pace(Duration between, Duration betweenPrivate, Duration betweenShared) {
    public Pace {
        if (between.isNegative() || betweenPrivate.isNegative() || betweenShared.isNegative()) {
            throw new IllegalArgumentException("a pace must not be negative");
        }
    }

    /** As fast as can be. */
    public static Pace unlimited() {
        return new Pace(Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }
}
