package dev.limber.core.chat.adapter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limber.core.chat.Address;

/**
 * The last message of each chat, as far as this process has seen it: numbers only grow. What it does not know counts as
 * the last, for a prompt that can still be answered mostly is.
 */
public final class LatestMessages {
    private static final int MOST_CHATS = 50_000;

    private final Cache<Address, Long> latest = Caffeine.newBuilder()
            .maximumSize(MOST_CHATS)
            .executor(Runnable::run)
            .build();

    /** There is such a message now. */
    public void note(Address address, long number) {
        latest.asMap().merge(address, number, Math::max);
    }

    public boolean isLatest(Address address, long number) {
        Long known = latest.getIfPresent(address);
        return known == null || number >= known;
    }
}
