package dev.limber.telegram.outgoing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limber.core.chat.Address;
import java.time.Duration;
import java.util.Optional;

/**
 * Which chats Telegram has asked to leave alone for a while: all topics of a chat together, though they are delivered to
 * side by side. By {@link System#nanoTime}, so that setting the clock changes nothing.
 */
final class Holds {
    private static final int MOST_CHATS = 20_000;
    /** Longer waits than this are asked for again when they are over. */
    private static final Duration LONGEST = Duration.ofHours(2);

    private final Cache<String, Long> until = Caffeine.newBuilder()
            .maximumSize(MOST_CHATS)
            .expireAfterWrite(LONGEST)
            .executor(Runnable::run)
            .build();

    void hold(Address address, Duration delay) {
        until.asMap().merge(address.chat(), System.nanoTime() + delay.toNanos(), Math::max);
    }

    /** How long the chat is still to be left alone. */
    Optional<Duration> find(Address address) {
        Long end = until.getIfPresent(address.chat());
        if (end == null) {
            return Optional.empty();
        }
        long left = end - System.nanoTime();
        return left > 0 ? Optional.of(Duration.ofNanos(left)) : Optional.empty();
    }
}
