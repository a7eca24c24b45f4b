package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limber.testkit.http.Json;
import java.util.List;
import java.util.OptionalInt;

/** How people, chats and messages look in JSON. */
final class Forms {
    private Forms() {}

    static ObjectNode bot(World world) {
        return Json.object()
                .put("id", world.botId())
                .put("is_bot", true)
                .put("first_name", "Limber")
                .put("username", world.settings().username());
    }

    static ObjectNode user(Person person) {
        ObjectNode user =
                Json.object().put("id", person.id()).put("is_bot", false).put("first_name", person.name());
        if (!person.languageCode().isEmpty()) {
            user.put("language_code", person.languageCode());
        }
        return user;
    }

    static ObjectNode chat(Room room) {
        ObjectNode chat = Json.object().put("id", room.id());
        chat.put(room.isPrivate() ? "first_name" : "title", room.title());
        chat.put("type", room.type().json());
        if (room.type() == Room.Type.FORUM) {
            chat.put("is_forum", true);
        }
        return chat;
    }

    static ObjectNode message(Posted message) {
        ObjectNode json = shallow(message);
        message.repliesTo()
                .or(() -> message.room().rootOf(message.topic()))
                .ifPresent(replied -> json.set("reply_to_message", shallow(replied)));
        return json;
    }

    /** Without what it replies to, as the server nests only once. */
    private static ObjectNode shallow(Posted message) {
        Room room = message.room();
        Posted.Content content = message.content();
        ObjectNode json = Json.object().put("message_id", message.messageId());
        json.set("from", message.author().map(Forms::user).orElseGet(() -> bot(room.world())));
        json.set("chat", chat(room));
        json.put("date", message.at().getEpochSecond());
        message.editedAt().ifPresent(at -> json.put("edit_date", at.getEpochSecond()));
        OptionalInt topic = message.topic();
        if (topic.isPresent()) {
            json.put("message_thread_id", topic.getAsInt());
            if (room.isTopic(topic)) {
                json.put("is_topic_message", true);
            }
        }
        describe(content, json);
        json.setAll(message.extras());
        return json;
    }

    private static void describe(Posted.Content content, ObjectNode json) {
        content.media().ifPresent(media -> media.describe(json));
        String field = content.media().isPresent() ? "caption" : "text";
        if (!content.rendered().text().isEmpty()) {
            json.put(field, content.rendered().text());
            if (!content.rendered().entities().isEmpty()) {
                json.set(
                        content.media().isPresent() ? "caption_entities" : "entities",
                        content.rendered().entitiesJson());
            }
        }
        content.markup()
                .filter(markup -> markup.has("inline_keyboard"))
                .ifPresent(markup -> json.set("reply_markup", markup));
    }

    /** A message that the bot cannot see any more. */
    static ObjectNode inaccessible(Posted message) {
        ObjectNode json = Json.object();
        json.set("chat", chat(message.room()));
        return json.put("message_id", message.messageId()).put("date", 0);
    }

    static ObjectNode botMembership(Room room, Person by, String before, String after) {
        ObjectNode json = Json.object();
        json.set("chat", chat(room));
        json.set("from", user(by));
        json.put("date", room.world().now().getEpochSecond());
        json.set("old_chat_member", member(bot(room.world()), before));
        json.set("new_chat_member", member(bot(room.world()), after));
        return json;
    }

    static ObjectNode member(ObjectNode user, String status) {
        ObjectNode json = Json.object();
        json.set("user", user);
        json.put("status", status);
        if (status.equals("kicked")) {
            json.put("until_date", 0);
        }
        if (status.equals("administrator")) {
            List.of(
                            "can_manage_chat",
                            "can_delete_messages",
                            "can_restrict_members",
                            "can_change_info",
                            "can_invite_users",
                            "can_pin_messages")
                    .forEach(right -> json.put(right, true));
            List.of(
                            "can_be_edited",
                            "can_promote_members",
                            "can_manage_video_chats",
                            "can_post_stories",
                            "can_edit_stories",
                            "can_delete_stories",
                            "is_anonymous")
                    .forEach(right -> json.put(right, false));
        }
        return json;
    }
}
