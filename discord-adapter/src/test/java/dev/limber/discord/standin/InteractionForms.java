package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limber.testkit.http.Json;
import java.util.EnumSet;
import java.util.Set;

/** Interactions as the gateway and the REST API tell them. */
final class InteractionForms {
    private InteractionForms() {}

    static ObjectNode event(World world, Interaction interaction, ObjectNode data) {
        Channel channel = interaction.channel();
        Person person = interaction.person();
        ObjectNode form = Json.object()
                .put("id", Long.toString(interaction.id()))
                .put("application_id", Long.toString(world.botId()))
                .put("type", interaction.source().kind().type())
                .put("token", interaction.token())
                .put("version", 1)
                .put("channel_id", Long.toString(channel.id()))
                .put("locale", person.locale())
                .put("context", channel.kind().context())
                .put("attachment_size_limit", Table.TABLE.limit("fileBytes"))
                .put("app_permissions", Permission.bits(appPermissions(channel)));
        form.set("data", data);
        form.set("channel", channel(world, interaction));
        form.set("authorizing_integration_owners", interaction.source().owners());
        form.putArray("entitlements");
        form.putArray("entitlement_sku_ids");
        channel.server()
                .ifPresentOrElse(server -> inServer(form, server, person), () -> form.set("user", Forms.user(person)));
        interaction.pressed().ifPresent(each -> form.set("message", MessageForms.message(each)));
        return form;
    }

    /** Of the direct messages with the bot, the bot is the one who receives them. */
    private static ObjectNode channel(World world, Interaction interaction) {
        Channel channel = interaction.channel();
        ObjectNode form = Forms.channel(channel);
        if (channel.kind() == Channel.Kind.BOT_DM) {
            form.set("recipients", Json.array().add(Forms.bot(world)));
        }
        channel.server()
                .ifPresent(
                        server -> form.put("permissions", Permission.bits(server.permissions(interaction.person()))));
        return form;
    }

    private static void inServer(ObjectNode form, Server server, Person person) {
        String id = Long.toString(server.id());
        form.put("guild_id", id).put("guild_locale", server.locale());
        form.putObject("guild").put("id", id).put("locale", server.locale()).putArray("features");
        form.set(
                "member", Forms.member(server, person).put("permissions", Permission.bits(server.permissions(person))));
    }

    private static Set<Permission> appPermissions(Channel channel) {
        EnumSet<Permission> permissions = Permission.usual();
        permissions.removeAll(channel.forbidden());
        return permissions;
    }

    /** What a callback is answered with where the bot wants to know. */
    static ObjectNode callback(Interaction interaction, int type) {
        ObjectNode form = Json.object();
        ObjectNode about = form.putObject("interaction")
                .put("id", Long.toString(interaction.id()))
                .put("type", interaction.source().kind().type())
                .put("channel_id", Long.toString(interaction.channel().id()));
        interaction.channel().server().ifPresent(each -> about.put("guild_id", Long.toString(each.id())));
        interaction.reply().ifPresent(message -> {
            about.put("response_message_id", Long.toString(message.id()))
                    .put("response_message_loading", message.isThinking())
                    .put("response_message_ephemeral", message.isEphemeral());
            if (type == 4 || type == 7) {
                form.putObject("resource").put("type", type).set("message", MessageForms.message(message));
            }
        });
        return form;
    }
}
