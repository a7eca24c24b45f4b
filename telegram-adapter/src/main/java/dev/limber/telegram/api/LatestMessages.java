package dev.limber.telegram.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limber.core.chat.Address;
import dev.limber.core.chat.MessageRef;

/**
 * The last message of each chat, as far as this process has seen it: numbers only grow. What it does not know counts as
 * the last, for a prompt that can still be answered mostly is.
 */
public final class LatestMessages {
    private static final int MOST_CHATS = 50_000;

    private final Cache<Address, Integer> latest = Caffeine.newBuilder()
            .maximumSize(MOST_CHATS)
            .executor(Runnable::run)
            .build();

    /** There is such a message now. */
    public void note(Address address, int number) {
        latest.asMap().merge(address, number, Math::max);
    }

    public boolean isLatest(MessageRef ref) {
        Integer known = latest.getIfPresent(ref.address());
        return known == null
                || MessageIds.read(ref).map(ids -> ids.number() >= known).orElse(false);
    }
}
