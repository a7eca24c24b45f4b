package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limber.testkit.http.Json;
import java.util.Locale;
import java.util.Optional;

/** The methods by which the bot changes or removes what it has said. */
final class Editing {
    private final World world;

    Editing(World world) {
        this.world = world;
    }

    JsonNode text(Request request) {
        Rendered rendered = Contents.text(request.params());
        Optional<JsonNode> markup = Keyboards.checked(request.find("reply_markup"));
        Posted message = editable(request);
        if (message.media().isPresent()) {
            throw Refusal.bad("there is no text in the message to edit");
        }
        return change(message, new Posted.Content(rendered, request.text("text").orElse(""), Optional.empty(), markup));
    }

    JsonNode caption(Request request) {
        Rendered rendered = Contents.caption(request.params());
        Optional<JsonNode> markup = Keyboards.checked(request.find("reply_markup"));
        Posted message = editable(request);
        if (message.media().isEmpty()) {
            throw Refusal.bad("there is no caption in the message to edit");
        }
        return change(
                message, new Posted.Content(rendered, request.text("caption").orElse(""), message.media(), markup));
    }

    JsonNode media(Request request) {
        JsonNode input = request.params().path("media");
        Rendered caption = Contents.caption(input);
        Optional<JsonNode> markup = Keyboards.checked(request.find("reply_markup"));
        Posted message = editable(request);
        Media.Kind kind = Media.Kind.valueOf(input.path("type").asText().toUpperCase(Locale.ROOT));
        Media media = world.files().resolve(kind, "media", input.path("media"), request);
        String source = input.path("caption").asText();
        return change(message, new Posted.Content(caption, source, Optional.of(media), markup));
    }

    JsonNode markup(Request request) {
        Optional<JsonNode> markup = Keyboards.checked(request.find("reply_markup"));
        Posted message = editable(request);
        Posted.Content now = message.content();
        return change(message, new Posted.Content(now.rendered(), now.source(), now.media(), markup));
    }

    private Posted editable(Request request) {
        Posted message = find(request).orElseThrow(() -> Refusal.bad("message to edit not found"));
        if (!message.isByBot()) {
            throw Refusal.bad("message can't be edited");
        }
        return message;
    }

    private Optional<Posted> find(Request request) {
        if (request.find("chat_id").isEmpty() || request.find("message_id").isEmpty()) {
            throw Refusal.violation("message identifier is not specified");
        }
        Room room = Chats.room(world, request);
        room.checkReachable();
        return room.find(request.number("message_id", 0));
    }

    private JsonNode change(Posted message, Posted.Content content) {
        synchronized (message) {
            if (message.content().looksLike(content)) {
                throw Refusal.bad("message is not modified: specified new message content and reply markup are exactly "
                        + "the same as a current content and reply markup of the message");
            }
            message.edit(content, world.now());
        }
        world.tell(watcher -> watcher.edited(message));
        return Forms.message(message);
    }

    JsonNode delete(Request request) {
        Posted message = find(request).orElseThrow(() -> Refusal.bad("message to delete not found"));
        boolean mine = message.isByBot() || message.room().isPrivate();
        if (!mine) {
            throw Refusal.bad("message can't be deleted");
        }
        message.room().remove(message.messageId());
        world.tell(watcher -> watcher.deleted(message));
        return Json.bool(true);
    }
}
