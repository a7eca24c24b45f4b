package dev.limber.core.chat;

import java.util.Optional;

/**
 * What an adapter must still know after a restart, and that is about no person: identifiers of files that it has
 * uploaded, the commands that it has published. What a call returned is durable.
 *
 * <p>Every method throws an unchecked exception where the medium fails.
 */
public interface AdapterMemory {
    /** @param bot the account that it is about, as in {@link Address#bot} */
    Optional<String> find(Platform platform, String bot, String key);

    /** Replaces what was there. */
    void put(Platform platform, String bot, String key, String value);

    /** Does nothing where there is nothing. */
    void remove(Platform platform, String bot, String key);
}
