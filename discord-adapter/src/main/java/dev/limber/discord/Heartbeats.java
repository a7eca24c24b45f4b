package dev.limber.discord;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.events.GatewayPingEvent;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.hooks.EventListener;

/** When Discord's gateway answered last: it is asked by a heartbeat about every 41 seconds, on each shard. */
final class Heartbeats implements EventListener {
    private final InstantSource clock;
    private final Map<Integer, Instant> heard = new ConcurrentHashMap<>();

    Heartbeats(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void onEvent(GenericEvent event) {
        switch (event) {
            case GatewayPingEvent _, ReadyEvent _, SessionResumeEvent _ ->
                heard.put(event.getJDA().getShardInfo().getShardId(), clock.instant());
            default -> {}
        }
    }

    /** Of the shard that has been silent for the longest time; empty before the first has answered. */
    Optional<Instant> last() {
        return heard.values().stream().min(Comparator.naturalOrder());
    }
}
