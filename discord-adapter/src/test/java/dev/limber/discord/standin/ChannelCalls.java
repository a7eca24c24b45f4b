package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.limber.testkit.http.Json;
import java.util.List;
import java.util.Optional;

/** The calls about channels and their messages. */
final class ChannelCalls {
    private static final int CREATE_FLAGS =
            Content.SUPPRESS_EMBEDS | Content.SUPPRESS_NOTIFICATIONS | Content.COMPONENTS_V2;
    private static final int EDIT_FLAGS = Content.SUPPRESS_EMBEDS | Content.COMPONENTS_V2;

    private final World world;

    ChannelCalls(World world) {
        this.world = world;
    }

    Answer channel(Request request) {
        Channel channel = find(request);
        channel.checkReadable();
        return Answer.of(Forms.channel(channel));
    }

    Answer typing(Request request) {
        Channel channel = find(request);
        channel.checkWritable(false);
        channel.typing();
        return Answer.done();
    }

    /** The newest come first. */
    Answer messages(Request request) {
        Channel channel = find(request);
        channel.checkReadable();
        long before =
                Snowflakes.parse(request.query().getOrDefault("before", "")).orElse(Long.MAX_VALUE);
        long after = Snowflakes.parse(request.query().getOrDefault("after", "")).orElse(0);
        int limit = (int)
                Snowflakes.parse(request.query().getOrDefault("limit", "")).orElse(50);
        List<Posted> seen = channel.botMay(Permission.READ_MESSAGE_HISTORY) ? channel.everything() : List.of();
        ArrayNode form = Json.array();
        seen.reversed().stream()
                .filter(each -> !each.isEphemeral() && each.id() < before && each.id() > after)
                .limit(Math.min(limit, Table.TABLE.limit("messagesAtOnce")))
                .forEach(each -> form.add(MessageForms.message(each)));
        return Answer.of(form);
    }

    Answer message(Request request) {
        return Answer.of(MessageForms.message(existing(request)));
    }

    Answer create(Request request) {
        Channel channel = find(request);
        channel.checkWritable(!request.files().isEmpty());
        JsonNode body = request.body();
        Form form = new Form(request.unknown());
        String nonce = nonce(body, form);
        synchronized (channel) {
            Optional<Posted> first =
                    nonce.isEmpty() || !body.path("enforce_nonce").asBoolean()
                            ? Optional.empty()
                            : channel.nonces().find(nonce);
            Posted message = first.orElseGet(() -> say(channel, request, form, nonce));
            return Answer.of(MessageForms.message(message).put("nonce", nonce));
        }
    }

    private Posted say(Channel channel, Request request, Form form, String nonce) {
        Draft draft = new Draft(world, form, "", request.body(), request.files(), Optional.empty());
        Optional<Posted> repliesTo =
                Json.find(request.body(), "message_reference").flatMap(reference -> replied(channel, form, reference));
        Content content = draft.read(CREATE_FLAGS);
        Posted.Frame plain = Posted.Frame.byBot(channel);
        Posted.Frame frame = repliesTo
                .map(to -> plain.replying(to, draft.mentions().pingsReplied()))
                .orElse(plain);
        Posted said = channel.say(frame, content, false, nonce);
        if (!nonce.isEmpty()) {
            channel.nonces().add(nonce, said);
        }
        return said;
    }

    private static String nonce(JsonNode body, Form form) {
        String nonce = Json.find(body, "nonce").map(JsonNode::asText).orElse("");
        form.length("nonce", nonce, 0, Table.TABLE.limit("nonce"));
        if (nonce.isEmpty() && body.path("enforce_nonce").asBoolean()) {
            form.fault("nonce", "BASE_TYPE_REQUIRED", "A nonce is needed to be enforced.");
        }
        return nonce;
    }

    private static Optional<Posted> replied(Channel channel, Form form, JsonNode reference) {
        form.known("message_reference", reference, "MessageReferenceRequest");
        Optional<Posted> found = Snowflakes.parse(reference.path("message_id").asText()).stream()
                .boxed()
                .flatMap(id -> channel.find(id).stream())
                .filter(each -> !each.isEphemeral())
                .findFirst();
        if (!channel.botMay(Permission.READ_MESSAGE_HISTORY)) {
            form.mishap(
                    "message_reference",
                    "REPLIES_CANNOT_REPLY_WITHOUT_READ_MESSAGE_HISTORY",
                    "Cannot reply without permission to read message history");
        } else if (found.isEmpty() && reference.path("fail_if_not_exists").asBoolean(true)) {
            form.mishap("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
        }
        return found;
    }

    Answer edit(Request request) {
        Posted message = existing(request);
        if (!message.isByBot()) {
            throw Refusal.of(Trouble.NOT_THE_AUTHOR);
        }
        Form form = new Form(request.unknown());
        Optional<Content> before = Optional.of(message.content());
        Content content = new Draft(world, form, "", request.body(), request.files(), before).read(EDIT_FLAGS);
        message.channel().edit(message, content);
        return Answer.of(MessageForms.message(message));
    }

    Answer delete(Request request) {
        Posted message = existing(request);
        if (!message.isByBot()) {
            throw Refusal.of(
                    message.channel().server().isPresent() ? Trouble.MISSING_PERMISSIONS : Trouble.NOT_IN_A_DM);
        }
        message.channel().remove(message);
        return Answer.done();
    }

    private Channel find(Request request) {
        return request.id("channel_id").stream()
                .boxed()
                .flatMap(id -> world.findChannel(id).stream())
                .findFirst()
                .orElseThrow(() -> Refusal.of(Trouble.UNKNOWN_CHANNEL));
    }

    /** What only one person sees cannot be reached this way. */
    private Posted existing(Request request) {
        Channel channel = find(request);
        channel.checkReadable();
        return channel.find(request.id("message_id").orElse(0))
                .filter(each -> !each.isEphemeral())
                .orElseThrow(() -> Refusal.of(Trouble.UNKNOWN_MESSAGE));
    }
}
