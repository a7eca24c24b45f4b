package dev.limber.discord.standin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The latest interactions, by their tokens. Safe for use by many threads. */
final class Interactions {
    private static final int KEPT = 5_000;

    private final Map<String, Interaction> byToken = new LinkedHashMap<>();

    synchronized void add(Interaction interaction) {
        byToken.put(interaction.token(), interaction);
        if (byToken.size() > KEPT) {
            byToken.remove(byToken.keySet().iterator().next());
        }
    }

    synchronized Optional<Interaction> find(String token) {
        return Optional.ofNullable(byToken.get(token));
    }
}
