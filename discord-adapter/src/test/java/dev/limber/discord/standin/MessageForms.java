package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limber.testkit.http.Json;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Messages as the API tells them. */
final class MessageForms {
    private static final int DEFAULT = 0;
    private static final int REPLY = 19;
    private static final int COMMAND = 20;
    private static final Pattern USER = Pattern.compile("<@!?([0-9]+)>");
    private static final Pattern ROLE = Pattern.compile("<@&([0-9]+)>");

    private MessageForms() {}

    /** As an event of the gateway has it: with the server and its member. */
    static ObjectNode event(Posted message) {
        ObjectNode form = message(message);
        message.channel().server().ifPresent(server -> {
            form.put("guild_id", Long.toString(server.id()));
            ObjectNode member =
                    message.author().map(each -> Forms.member(server, each)).orElseGet(() -> Forms.botMember(server));
            member.remove("user");
            form.set("member", member);
        });
        return form;
    }

    private static void withhold(ObjectNode form) {
        form.put("content", "");
        form.set("attachments", Json.array());
        form.set("embeds", Json.array());
        form.set("components", Json.array());
    }

    /** As the REST API answers it, without the content that is withheld. */
    static ObjectNode message(Posted message) {
        ObjectNode form = readable(message);
        message.repliesTo().ifPresent(to -> {
            ObjectNode reference = form.putObject("message_reference")
                    .put("type", 0)
                    .put("message_id", Long.toString(to.id()))
                    .put("channel_id", Long.toString(to.channel().id()));
            to.channel().server().ifPresent(server -> reference.put("guild_id", Long.toString(server.id())));
            if (to.deleted()) {
                form.putNull("referenced_message");
            } else {
                form.set("referenced_message", readable(to));
            }
        });
        message.frame().origin().ifPresent(origin -> interaction(form, message, origin));
        return form;
    }

    private static ObjectNode readable(Posted message) {
        ObjectNode form = plain(message);
        if (Hearing.isWithheld(message)) {
            withhold(form);
        }
        return form;
    }

    private static ObjectNode plain(Posted message) {
        Content content = message.content();
        ObjectNode form = Json.object()
                .put("id", Long.toString(message.id()))
                .put("channel_id", Long.toString(message.channel().id()))
                .put("type", type(message))
                .put("content", content.text())
                .put("timestamp", Forms.time(message.at()))
                .put("tts", false)
                .put("mention_everyone", content.pinged().stream().anyMatch(each -> !each.startsWith("<")))
                .put("pinned", false)
                .put("flags", message.flags());
        form.set(
                "author",
                message.author()
                        .map(Forms::user)
                        .orElseGet(() -> Forms.bot(message.channel().world())));
        message.editedAt()
                .ifPresentOrElse(
                        at -> form.put("edited_timestamp", Forms.time(at)), () -> form.putNull("edited_timestamp"));
        form.set("mentions", mentions(message));
        ArrayNode roles = form.putArray("mention_roles");
        find(ROLE, content.source(), roles::add);
        ArrayNode attachments = form.putArray("attachments");
        content.attachments().forEach(each -> attachments.add(attachment(each, message.isEphemeral())));
        form.set("embeds", content.embeds());
        return form.set("components", content.components());
    }

    private static int type(Posted message) {
        boolean answersCommand = message.frame()
                .origin()
                .map(each -> each.source().kind() == Interaction.Kind.COMMAND)
                .orElse(false);
        if (answersCommand && !message.isReply()) {
            return COMMAND;
        }
        return message.isReply() ? REPLY : DEFAULT;
    }

    private static ArrayNode mentions(Posted message) {
        World world = message.channel().world();
        ArrayNode mentions = Json.array();
        find(USER, message.content().source(), id -> {
            if (Long.parseLong(id) == world.botId()) {
                mentions.add(Forms.bot(world));
            } else {
                world.findPerson(Long.parseLong(id)).ifPresent(each -> mentions.add(Forms.user(each)));
            }
        });
        if (message.frame().pingsReplied()) {
            message.repliesTo()
                    .ifPresent(to -> mentions.add(to.author().map(Forms::user).orElseGet(() -> Forms.bot(world))));
        }
        return mentions;
    }

    private static void find(Pattern pattern, String text, Consumer<String> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.accept(matcher.group(1));
        }
    }

    static ObjectNode attachment(Attachment attachment, boolean ephemeral) {
        ObjectNode form = Json.object()
                .put("id", Long.toString(attachment.id()))
                .put("filename", attachment.fileName())
                .put("size", attachment.size())
                .put("url", attachment.url())
                .put("proxy_url", attachment.url().replace("cdn.discordapp.com", "media.discordapp.net"))
                .put("content_type", attachment.contentType())
                .put("ephemeral", ephemeral);
        if (!attachment.description().isEmpty()) {
            form.put("description", attachment.description());
        }
        return form;
    }

    private static void interaction(ObjectNode form, Posted message, Interaction origin) {
        World world = message.channel().world();
        form.put("webhook_id", Long.toString(world.botId())).put("application_id", Long.toString(world.botId()));
        ObjectNode metadata = form.putObject("interaction_metadata")
                .put("id", Long.toString(origin.id()))
                .put("type", origin.source().kind().type());
        metadata.set("user", Forms.user(origin.person()));
        metadata.set("authorizing_integration_owners", origin.source().owners());
        origin.pressed().ifPresent(each -> metadata.put("interacted_message_id", Long.toString(each.id())));
        if (!origin.source().command().isEmpty()) {
            metadata.put("name", origin.source().command());
            JsonNode user = Forms.user(origin.person());
            form.putObject("interaction")
                    .put("id", Long.toString(origin.id()))
                    .put("type", origin.source().kind().type())
                    .put("name", origin.source().command())
                    .set("user", user);
        }
    }
}
