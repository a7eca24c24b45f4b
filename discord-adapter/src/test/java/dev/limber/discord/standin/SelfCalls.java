package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limber.testkit.http.Json;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** The calls about the bot itself, its commands and the people it knows. */
final class SelfCalls {
    private static final int SESSIONS_A_DAY = 1_000;

    private final World world;
    private final Supplier<String> gatewayUrl;

    SelfCalls(World world, Supplier<String> gatewayUrl) {
        this.world = world;
        this.gatewayUrl = gatewayUrl;
    }

    Answer gateway() {
        return Answer.of(Json.object().put("url", gatewayUrl.get()));
    }

    Answer gatewayForBot() {
        ObjectNode form = Json.object().put("url", gatewayUrl.get()).put("shards", shards());
        form.putObject("session_start_limit")
                .put("total", SESSIONS_A_DAY)
                .put("remaining", SESSIONS_A_DAY)
                .put("reset_after", Duration.ofDays(1).toMillis())
                .put("max_concurrency", 1);
        return Answer.of(form);
    }

    private int shards() {
        return 1 + world.guilds().size() / Table.TABLE.limit("shardServers");
    }

    Answer self() {
        return Answer.of(world.bot());
    }

    Answer application() {
        String id = Long.toString(world.botId());
        ObjectNode form = Json.object()
                .put("id", id)
                .put("name", world.settings().botName())
                .putNull("icon")
                .put("description", "")
                .put("bot_public", true)
                .put("bot_require_code_grant", false)
                .put("verify_key", "0".repeat(64))
                .put("flags", world.applicationFlags());
        form.set("owner", Forms.bot(world).put("username", "developer").put("bot", false));
        form.putNull("team").set("bot", world.bot());
        return Answer.of(form);
    }

    Answer commands(Request request) {
        checkOwn(request);
        return Answer.of(world.commands());
    }

    Answer publish(Request request) {
        checkOwn(request);
        ArrayNode published = new CommandRules(world, new Form(request.unknown())).read(request.body());
        world.publish(published);
        return Answer.of(published);
    }

    private void checkOwn(Request request) {
        if (!request.id("application_id").equals(OptionalLong.of(world.botId()))) {
            throw Refusal.of(Trouble.MISSING_ACCESS);
        }
    }

    Answer openDm(Request request) {
        Person person = Snowflakes.parse(request.body().path("recipient_id").asText()).stream()
                .boxed()
                .flatMap(id -> world.findPerson(id).stream())
                .findFirst()
                .orElseThrow(() -> Refusal.of(Trouble.INVALID_RECIPIENT));
        return Answer.of(Forms.channel(person.dm()));
    }

    Answer member(Request request) {
        Server server = request.id("guild_id").stream()
                .boxed()
                .flatMap(id -> world.findServer(id).stream())
                .findFirst()
                .orElseThrow(() -> Refusal.of(Trouble.UNKNOWN_GUILD));
        if (!server.hasBot()) {
            throw Refusal.of(Trouble.MISSING_ACCESS);
        }
        long id = request.id("user_id").orElse(0);
        if (id == world.botId()) {
            return Answer.of(Forms.botMember(server));
        }
        return world.findPerson(id)
                .filter(server::has)
                .map(person -> Answer.of(Forms.member(server, person)))
                .orElseThrow(() -> Refusal.of(Trouble.UNKNOWN_MEMBER));
    }
}
