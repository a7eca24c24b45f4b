package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Writes what a new session begins with: READY, and the servers one by one. */
final class GatewayGreeter {
    private static final int VERSION = 10;

    private final Greeting greeting;

    GatewayGreeter(Greeting greeting) {
        this.greeting = greeting;
    }

    /** @param resumeUrl where the client shall come back to */
    List<GatewayEvent> greet(ShardSession session, String resumeUrl) {
        ShardIdentity identity = session.identity();
        List<ObjectNode> guilds = greeting.guilds().stream()
                .filter(guild -> identity.hasGuild(id(guild)))
                .toList();
        List<GatewayEvent> events = new ArrayList<>();
        events.add(GatewayEvent.own("READY", GatewayJson.text(ready(session, resumeUrl, guilds))));
        for (ObjectNode guild : guilds) {
            events.add(GatewayEvent.of("GUILD_CREATE", GatewayJson.text(guild), OptionalLong.of(id(guild))));
        }
        events.removeIf(event -> event.wanted() != 0 && !identity.asksFor(event.wanted()));
        return events;
    }

    private ObjectNode ready(ShardSession session, String resumeUrl, List<ObjectNode> guilds) {
        ObjectNode ready = GatewayJson.object();
        ready.put("v", VERSION);
        ready.set("user", greeting.bot());
        ArrayNode stubs = ready.putArray("guilds");
        guilds.forEach(
                guild -> stubs.addObject().put("id", guild.path("id").asText()).put("unavailable", true));
        ready.put("session_id", session.id());
        ready.put("resume_gateway_url", resumeUrl);
        ready.putArray("shard")
                .add(session.identity().shard())
                .add(session.identity().total());
        ready.set("application", greeting.application());
        ready.putArray("private_channels");
        return ready;
    }

    private static long id(JsonNode guild) {
        return guild.path("id").asLong();
    }
}
