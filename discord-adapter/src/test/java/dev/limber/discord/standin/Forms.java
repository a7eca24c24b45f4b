package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limber.testkit.http.Json;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** People, servers and channels as the API tells them. */
final class Forms {
    private static final int AFK_SECONDS = 300;
    private static final int ARCHIVE_MINUTES = 1440;

    /** What a server may have, and these have not. */
    private static final List<String> NOT_SET = List.of(
            "afk_channel_id",
            "application_id",
            "banner",
            "description",
            "discovery_splash",
            "hub_type",
            "incidents_data",
            "public_updates_channel_id",
            "rules_channel_id",
            "safety_alerts_channel_id",
            "splash",
            "system_channel_id",
            "vanity_url_code");

    private Forms() {}

    static ObjectNode bot(World world) {
        return Json.object()
                .put("id", Long.toString(world.botId()))
                .put("username", world.settings().botName())
                .put("discriminator", "0000")
                .putNull("global_name")
                .putNull("avatar")
                .put("bot", true)
                .put("public_flags", 0)
                .put("flags", 0);
    }

    static ObjectNode user(Person person) {
        return Json.object()
                .put("id", Long.toString(person.id()))
                .put("username", person.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_.]", "_"))
                .put("discriminator", "0")
                .put("global_name", person.name())
                .putNull("avatar")
                .put("public_flags", 0);
    }

    static ObjectNode member(Server server, Person person) {
        ObjectNode member = plainMember();
        if (server.isManager(person)) {
            member.withArrayProperty("roles").add(Long.toString(server.managerRole()));
        }
        return member.set("user", user(person));
    }

    static ObjectNode botMember(Server server) {
        return plainMember().set("user", bot(server.world()));
    }

    private static ObjectNode plainMember() {
        return Json.object()
                .putNull("nick")
                .putNull("avatar")
                .put("joined_at", "2026-01-01T00:00:00.000000+00:00")
                .putNull("premium_since")
                .putNull("communication_disabled_until")
                .put("deaf", false)
                .put("mute", false)
                .put("pending", false)
                .put("flags", 0)
                .set("roles", Json.array());
    }

    static ObjectNode channel(Channel channel) {
        ObjectNode form = Json.object()
                .put("id", Long.toString(channel.id()))
                .put("type", channel.kind().type())
                .putNull("last_message_id")
                .put("flags", 0);
        return switch (channel.kind()) {
            case BOT_DM ->
                form.set("recipients", Json.array().add(user(channel.people().getFirst())));
            case FRIENDS_DM ->
                form.set("recipients", Json.array().add(user(channel.people().getLast())));
            case GROUP_DM -> groupDm(form, channel);
            case TEXT -> text(form, channel);
            case THREAD -> thread(form, channel);
        };
    }

    private static ObjectNode groupDm(ObjectNode form, Channel channel) {
        ArrayNode recipients = Json.array();
        channel.people().forEach(each -> recipients.add(user(each)));
        return form.put("name", channel.name())
                .put("owner_id", Long.toString(channel.people().getFirst().id()))
                .putNull("icon")
                .set("recipients", recipients);
    }

    private static ObjectNode text(ObjectNode form, Channel channel) {
        ArrayNode overwrites = Json.array();
        Set<Permission> forbidden = channel.forbidden();
        if (!forbidden.isEmpty()) {
            overwrites
                    .addObject()
                    .put("id", Long.toString(channel.world().botId()))
                    .put("type", 1)
                    .put("allow", "0")
                    .put("deny", Permission.bits(forbidden));
        }
        return inServer(form, channel)
                .putNull("parent_id")
                .putNull("topic")
                .put("position", 0)
                .put("nsfw", false)
                .put("rate_limit_per_user", 0)
                .set("permission_overwrites", overwrites);
    }

    private static ObjectNode thread(ObjectNode form, Channel channel) {
        Server server = channel.server().orElseThrow();
        ObjectNode metadata = Json.object()
                .put("archived", false)
                .put("auto_archive_duration", ARCHIVE_MINUTES)
                .put("archive_timestamp", time(Snowflakes.madeAt(channel.id())))
                .put("create_timestamp", time(Snowflakes.madeAt(channel.id())))
                .put("locked", false);
        return inServer(form, channel)
                .put("parent_id", Long.toString(channel.parent().orElseThrow().id()))
                .put("owner_id", Long.toString(server.owner().id()))
                .put("message_count", 0)
                .put("member_count", 1)
                .put("total_message_sent", 0)
                .put("rate_limit_per_user", 0)
                .set("thread_metadata", metadata);
    }

    private static ObjectNode inServer(ObjectNode form, Channel channel) {
        return form.put("name", channel.name())
                .put("guild_id", Long.toString(channel.server().orElseThrow().id()));
    }

    /** A server, whole, as GUILD_CREATE has it. */
    static ObjectNode guild(Server server) {
        ObjectNode form = Json.object()
                .put("id", Long.toString(server.id()))
                .put("name", server.name())
                .putNull("icon")
                .put("owner_id", Long.toString(server.owner().id()))
                .put("preferred_locale", server.locale())
                .put("afk_timeout", AFK_SECONDS)
                .put("verification_level", 0)
                .put("default_message_notifications", 1)
                .put("explicit_content_filter", 0)
                .put("mfa_level", 0)
                .put("nsfw_level", 0)
                .put("premium_tier", 0)
                .put("premium_subscription_count", 0)
                .put("premium_progress_bar_enabled", false)
                .put("system_channel_flags", 0)
                .put("max_members", 500_000)
                .put("joined_at", "2026-01-01T00:00:00.000000+00:00")
                .put("large", false)
                .put("unavailable", false);
        form.set("roles", roles(server));
        ArrayNode channels = form.putArray("channels");
        ArrayNode threads = form.putArray("threads");
        server.channels().forEach(each -> (each.kind() == Channel.Kind.THREAD ? threads : channels).add(channel(each)));
        List<Person> members = server.members();
        ArrayNode listed = form.put("member_count", members.size() + 1).putArray("members");
        listed.add(botMember(server));
        members.forEach(each -> listed.add(member(server, each)));
        List.of(
                        "features",
                        "emojis",
                        "stickers",
                        "voice_states",
                        "presences",
                        "stage_instances",
                        "guild_scheduled_events",
                        "soundboard_sounds")
                .forEach(form::putArray);
        NOT_SET.forEach(form::putNull);
        return form;
    }

    private static ArrayNode roles(Server server) {
        return Json.array()
                .add(role(server.id(), "@everyone", 0, Permission.bits(Permission.usual())))
                .add(role(server.managerRole(), "Manager", 1, Permission.bits(Set.of(Permission.MANAGE_SERVER))));
    }

    private static ObjectNode role(long id, String name, int position, String permissions) {
        ObjectNode form = Json.object()
                .put("id", Long.toString(id))
                .put("name", name)
                .put("color", 0)
                .put("hoist", false)
                .putNull("icon")
                .putNull("unicode_emoji")
                .put("position", position)
                .put("permissions", permissions)
                .put("managed", false)
                .put("mentionable", false)
                .put("flags", 0);
        form.putObject("colors")
                .put("primary_color", 0)
                .putNull("secondary_color")
                .putNull("tertiary_color");
        return form;
    }

    /** A time as the API writes it. */
    static String time(Instant at) {
        return at.toString().replace("Z", "+00:00");
    }
}
