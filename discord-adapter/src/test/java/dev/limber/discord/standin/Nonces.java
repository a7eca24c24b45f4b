package dev.limber.discord.standin;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which messages of the last minutes were sent with which nonce. Its channel's lock guards it. */
final class Nonces {
    private record Use(Posted message, Instant at) {}

    private final World world;
    private final Map<String, Use> uses = new LinkedHashMap<>();

    Nonces(World world) {
        this.world = world;
    }

    /** The first message with it. */
    Optional<Posted> find(String nonce) {
        Instant since = world.now().minus(Duration.ofMinutes(Table.TABLE.limit("nonceMinutes")));
        while (!uses.isEmpty() && uses.values().iterator().next().at().isBefore(since)) {
            uses.remove(uses.keySet().iterator().next());
        }
        return Optional.ofNullable(uses.get(nonce)).map(Use::message);
    }

    void add(String nonce, Posted message) {
        uses.put(nonce, new Use(message, world.now()));
    }
}
