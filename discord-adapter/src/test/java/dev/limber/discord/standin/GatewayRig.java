package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** A gateway on a port of its own, with as much of a REST API as a client needs to begin. */
final class GatewayRig implements AutoCloseable {
    static final String TOKEN = "a-token-for-tests";
    static final long BOT = 900L << 22;
    /** On the first of two shards. */
    static final long EVEN = 1000L << 22;
    /** On the second of two shards. */
    static final long ODD = 1001L << 22;

    private final MockWebServer server = new MockWebServer();
    final Gateway gateway;

    GatewayRig() {
        this(GatewaySettings.standard(Set.of(TOKEN)), true);
    }

    GatewayRig(GatewaySettings settings, boolean messageContent) {
        gateway = new Gateway(settings, new Village(messageContent));
        server.setDispatcher(new Reception(gateway));
        try {
            server.start(InetAddress.getLoopbackAddress(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks often. */
    static ConditionFactory soon() {
        return Awaitility.with().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5));
    }

    String restUrl() {
        return "http://localhost:" + server.getPort() + "/api/v10/";
    }

    String gatewayUrl() {
        return "ws://localhost:" + server.getPort() + "/gateway";
    }

    void say(long guild, String text) {
        gateway.tell("MESSAGE_CREATE", message(guild + 1, text).put("guild_id", "" + guild), OptionalLong.of(guild));
    }

    void whisper(String text) {
        gateway.tell("MESSAGE_CREATE", message(7777, text), OptionalLong.empty());
    }

    @Override
    public void close() {
        gateway.close();
        server.close();
    }

    private static ObjectNode message(long channel, String text) {
        ObjectNode message = GatewayJson.object()
                .put("id", "" + (System.nanoTime() & Long.MAX_VALUE))
                .put("channel_id", "" + channel)
                .put("content", text)
                .put("timestamp", "2026-01-01T00:00:00.000000+00:00")
                .put("tts", false)
                .put("mention_everyone", false)
                .put("pinned", false)
                .put("type", 0);
        message.putNull("edited_timestamp");
        message.set("author", user(4242, "ada"));
        List.of("mentions", "mention_roles", "attachments", "embeds", "components")
                .forEach(message::putArray);
        return message;
    }

    private static ObjectNode user(long id, String name) {
        return GatewayJson.object()
                .put("id", "" + id)
                .put("username", name)
                .put("discriminator", "0")
                .putNull("global_name")
                .putNull("avatar")
                .put("bot", id == BOT);
    }

    /** Two servers with one channel each. */
    private record Village(boolean mayHaveMessageContent) implements Greeting {
        @Override
        public ObjectNode bot() {
            return user(BOT, "limber");
        }

        @Override
        public ObjectNode application() {
            return GatewayJson.object().put("id", "" + BOT).put("flags", 0);
        }

        @Override
        public List<ObjectNode> guilds() {
            return LongStream.of(EVEN, ODD).mapToObj(this::guild).toList();
        }

        private ObjectNode guild(long id) {
            ObjectNode guild = GatewayJson.object()
                    .put("id", "" + id)
                    .put("name", "village")
                    .put("owner_id", "4242")
                    .put("afk_timeout", 300)
                    .put("joined_at", "2026-01-01T00:00:00.000000+00:00")
                    .put("large", false)
                    .put("unavailable", false)
                    .put("member_count", 1)
                    .put("verification_level", 0)
                    .put("default_message_notifications", 0)
                    .put("explicit_content_filter", 0)
                    .put("mfa_level", 0)
                    .put("premium_tier", 0)
                    .put("nsfw_level", 0)
                    .put("system_channel_flags", 0)
                    .put("premium_progress_bar_enabled", false)
                    .put("preferred_locale", "en-US");
            List.of("icon", "splash", "discovery_splash", "description", "banner", "vanity_url_code")
                    .forEach(guild::putNull);
            List.of("application_id", "afk_channel_id", "system_channel_id", "rules_channel_id")
                    .forEach(guild::putNull);
            List.of("public_updates_channel_id", "safety_alerts_channel_id", "incidents_data", "hub_type")
                    .forEach(guild::putNull);
            List.of("roles", "channels", "members", "threads", "guild_scheduled_events", "emojis")
                    .forEach(guild::putArray);
            List.of("voice_states", "stickers", "presences", "stage_instances", "soundboard_sounds", "features")
                    .forEach(guild::putArray);
            guild.withArray("roles").add(everyone(id));
            guild.withArray("channels").add(channel(id + 1));
            guild.withArray("members").add(member());
            return guild;
        }

        private static ObjectNode everyone(long guild) {
            ObjectNode role = GatewayJson.object()
                    .put("id", "" + guild)
                    .put("name", "@everyone")
                    .put("color", 0)
                    .put("hoist", false)
                    .put("position", 0)
                    .put("permissions", "104324673")
                    .put("managed", false)
                    .put("mentionable", false)
                    .put("flags", 0)
                    .putNull("icon")
                    .putNull("unicode_emoji");
            role.putObject("colors")
                    .put("primary_color", 0)
                    .putNull("secondary_color")
                    .putNull("tertiary_color");
            return role;
        }

        private static ObjectNode channel(long id) {
            ObjectNode channel = GatewayJson.object()
                    .put("id", "" + id)
                    .put("type", 0)
                    .put("name", "stretch")
                    .put("position", 0)
                    .put("nsfw", false)
                    .put("rate_limit_per_user", 0)
                    .putNull("parent_id")
                    .putNull("topic")
                    .putNull("last_message_id");
            channel.putArray("permission_overwrites");
            return channel;
        }

        private ObjectNode member() {
            ObjectNode member = GatewayJson.object()
                    .put("joined_at", "2026-01-01T00:00:00.000000+00:00")
                    .put("deaf", false)
                    .put("mute", false)
                    .put("flags", 0);
            member.set("user", bot());
            member.putArray("roles");
            return member;
        }
    }

    private static final class Reception extends Dispatcher {
        private final Gateway gateway;

        Reception(Gateway gateway) {
            this.gateway = gateway;
        }

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            return switch (request.getUrl().encodedPath()) {
                case "/gateway", "/again" -> gateway.upgrade(request);
                case "/api/v10/users/@me" -> json(user(BOT, "limber"));
                case "/api/v10/gateway/bot" -> json(start(request.getUrl()));
                default -> new MockResponse.Builder().code(404).body("{}").build();
            };
        }

        private static ObjectNode start(HttpUrl url) {
            ObjectNode start = GatewayJson.object()
                    .put("url", "ws://" + url.host() + ":" + url.port() + "/gateway")
                    .put("shards", 2);
            start.putObject("session_start_limit")
                    .put("total", 1000)
                    .put("remaining", 1000)
                    .put("reset_after", 0)
                    .put("max_concurrency", 1);
            return start;
        }

        private static MockResponse json(ObjectNode body) {
            return new MockResponse.Builder()
                    .setHeader("Content-Type", "application/json")
                    .body(GatewayJson.text(body))
                    .build();
        }
    }
}
