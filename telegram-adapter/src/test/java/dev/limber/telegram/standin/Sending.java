package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limber.testkit.http.Json;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The methods by which the bot says something new. */
final class Sending {
    private static final Set<String> ACTIONS = Set.of(
            "typing",
            "upload_photo",
            "record_video",
            "upload_video",
            "record_voice",
            "upload_voice",
            "upload_document",
            "choose_sticker",
            "find_location",
            "record_video_note",
            "upload_video_note");

    private final World world;

    Sending(World world) {
        this.world = world;
    }

    JsonNode text(Request request) {
        Rendered rendered = Contents.text(request.params());
        return post(request, content(request, rendered, "text"));
    }

    JsonNode media(Request request, Media.Kind kind) {
        Rendered caption = Contents.caption(request.params());
        Posted.Content captioned = content(request, caption, "caption");
        Chats.room(world, request).checkReachable();
        String name = kind.name().toLowerCase(Locale.ROOT);
        Media media = world.files().resolve(kind, name, request.params().path(name), request);
        return post(request, captioned.with(media));
    }

    private static Posted.Content content(Request request, Rendered rendered, String name) {
        return new Posted.Content(
                rendered,
                request.text(name).orElse(""),
                Optional.empty(),
                Keyboards.checked(request.find("reply_markup")));
    }

    private JsonNode post(Request request, Posted.Content content) {
        Room room = Chats.room(world, request);
        Posted posted;
        synchronized (room) {
            room.checkReachable();
            OptionalInt topic = topic(request);
            room.checkTopic(topic);
            Optional<Posted> repliesTo = repliesTo(room, request);
            Posted.Frame frame = new Posted.Frame(room, Optional.empty(), threaded(room, topic, repliesTo), repliesTo);
            posted = room.add(frame, content, Json.object());
        }
        world.tell(watcher -> watcher.posted(posted));
        return Forms.message(posted);
    }

    private static OptionalInt topic(Request request) {
        return request.find("message_thread_id").stream()
                .mapToInt(JsonNode::asInt)
                .findFirst();
    }

    /** A reply stays in the topic of what it replies to. */
    private static OptionalInt threaded(Room room, OptionalInt topic, Optional<Posted> repliesTo) {
        return topic.isEmpty() && room.type() == Room.Type.FORUM && repliesTo.isPresent()
                ? repliesTo.get().topic()
                : topic;
    }

    private static Optional<Posted> repliesTo(Room room, Request request) {
        Optional<JsonNode> reply = request.find("reply_parameters");
        if (reply.isEmpty()) {
            return Optional.empty();
        }
        Optional<Posted> found = room.find(reply.get().path("message_id").asInt());
        if (found.isEmpty() && !reply.get().path("allow_sending_without_reply").asBoolean()) {
            throw Refusal.bad("message to be replied not found");
        }
        return found;
    }

    JsonNode action(Request request) {
        if (!ACTIONS.contains(request.text("action").orElse(""))) {
            throw Refusal.violation("wrong parameter action in request");
        }
        Room room = Chats.room(world, request);
        room.checkReachable();
        room.checkTopic(topic(request));
        return Json.bool(true);
    }
}
