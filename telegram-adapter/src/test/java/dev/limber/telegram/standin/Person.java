package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limber.testkit.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who chats. What they do arrives at the bot as an update, where it may see it. */
public final class Person {
    private static final Pattern MARKED =
            Pattern.compile("(?<![\\w/@])(?:(/[A-Za-z0-9_]{1,64}(?:@\\w{3,32})?)(?!\\w)|(@\\w{4,32})|(https?://\\S+))");
    private static final Pattern PAYLOAD =
            Pattern.compile("[A-Za-z0-9_-]{1," + Table.TABLE.limit("startPayload") + "}");

    private final World world;
    private final long id;
    private final String name;
    private final Room own;
    private volatile String languageCode;
    private volatile boolean started;
    private volatile boolean blocked;

    Person(World world, long id, String name, String languageCode, boolean started) {
        this.world = world;
        this.id = id;
        this.name = name;
        this.languageCode = languageCode;
        this.started = started;
        this.own = new Room(world, id, Room.Type.PRIVATE, name, List.of(this), world.counter(Room.Type.PRIVATE));
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Empty where the client sends none. */
    public String languageCode() {
        return languageCode;
    }

    public void setLanguageCode(String code) {
        languageCode = code;
    }

    /** The chat with the bot alone. */
    public Room privately() {
        return own;
    }

    public Posted says(Room room, String text) {
        return say(room, OptionalInt.empty(), Optional.empty(), text);
    }

    public Posted says(Room room, int topic, String text) {
        return say(room, OptionalInt.of(topic), Optional.empty(), text);
    }

    public Posted replies(Posted message, String text) {
        return say(message.room(), threadOf(message), Optional.of(message), text);
    }

    /** In a forum the topic; in a supergroup each reply opens a thread at the message that is replied to. */
    private static OptionalInt threadOf(Posted message) {
        return message.room().type() == Room.Type.SUPERGROUP && message.topic().isEmpty()
                ? OptionalInt.of(message.messageId())
                : message.topic();
    }

    /** A link with a payload was followed. */
    public Posted startsWith(String payload) {
        if (!PAYLOAD.matcher(payload).matches()) {
            throw new IllegalArgumentException("Telegram opens no link with the payload " + payload);
        }
        return says(own, "/start " + payload);
    }

    private Posted say(Room room, OptionalInt topic, Optional<Posted> repliesTo, String text) {
        return send(room, topic, repliesTo, content(text), Json.object());
    }

    private Posted send(
            Room room, OptionalInt topic, Optional<Posted> repliesTo, Posted.Content content, ObjectNode extras) {
        if (room == own) {
            if (blocked) {
                throw new IllegalStateException(name + " has blocked the bot");
            }
            started = true;
        }
        return room.say(new Posted.Frame(room, Optional.of(this), topic, repliesTo), content, extras);
    }

    private static Posted.Content content(String text) {
        List<Entity> entities = new ArrayList<>();
        Matcher marked = MARKED.matcher(text);
        while (marked.find()) {
            String type = marked.group(1) != null ? "bot_command" : marked.group(2) != null ? "mention" : "url";
            entities.add(Entity.of(type, marked.start(), marked.end() - marked.start()));
        }
        return new Posted.Content(new Rendered(text, entities), text, Optional.empty(), Optional.empty());
    }

    public Posted sharesLocation(double latitude, double longitude) {
        ObjectNode extras = Json.object();
        extras.putObject("location").put("latitude", latitude).put("longitude", longitude);
        return send(own, OptionalInt.empty(), Optional.empty(), Posted.Content.text(""), extras);
    }

    public Posted sendsSticker(String emoji) {
        ObjectNode extras = Json.object();
        extras.putObject("sticker")
                .put("width", 512)
                .put("height", 512)
                .put("emoji", emoji)
                .put("set_name", "Stretches")
                .put("is_animated", false)
                .put("is_video", false)
                .put("type", "regular")
                .put("file_id", "CAACAgIAAxkBAAI")
                .put("file_unique_id", "AgADsticker")
                .put("file_size", 20_000);
        return send(own, OptionalInt.empty(), Optional.empty(), Posted.Content.text(""), extras);
    }

    /** A photo of their own; the caption may be empty. */
    public Posted sendsPhoto(String caption) {
        Media photo = new Media(Media.Kind.PHOTO, "AgACAgIAAxkBAAI", "AQADphoto", "", 50_000, "");
        Posted.Content plain = content(caption);
        return send(
                own,
                OptionalInt.empty(),
                Optional.empty(),
                new Posted.Content(plain.rendered(), caption, Optional.of(photo), Optional.empty()),
                Json.object());
    }

    /** A message of their own gets another text. */
    public void edits(Posted message, String text) {
        message.edit(content(text), world.now());
        message.room().update(message);
    }

    /**
     * A button that is there now is pressed.
     *
     * @throws NoSuchElementException where there is none with this label, or where it opens a link
     */
    public Press presses(Posted message, String label) {
        String data = message.keyboard().stream()
                .flatMap(List::stream)
                .filter(button -> button.label().equals(label))
                .findFirst()
                .flatMap(Button::data)
                .orElseThrow(() ->
                        new NoSuchElementException("There is no '" + label + "' to press among " + message.labels()));
        return pressesOld(message, data);
    }

    /** A client that is behind presses what is not there any more; the message may even be deleted. */
    public Press pressesOld(Posted message, String data) {
        Press press = world.press(this);
        ObjectNode query = Json.object().put("id", press.id());
        query.set("from", Forms.user(this));
        query.set("message", message.deleted() ? Forms.inaccessible(message) : Forms.message(message));
        query.put("chat_instance", Long.toString(message.room().id() * 31)).put("data", data);
        world.updates().add("callback_query", query);
        return press;
    }

    public void blocks() {
        blocked = true;
        world.updates().add("my_chat_member", Forms.botMembership(own, this, "member", "kicked"));
    }

    public void unblocks() {
        blocked = false;
        world.updates().add("my_chat_member", Forms.botMembership(own, this, "kicked", "member"));
    }

    /** Whether the bot may write to them. */
    void checkReachable() {
        if (blocked) {
            throw Refusal.of(403, "Forbidden: bot was blocked by the user");
        }
        if (!started) {
            throw Refusal.of(403, "Forbidden: bot can't initiate conversation with a user");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
