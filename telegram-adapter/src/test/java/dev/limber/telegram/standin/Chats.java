package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Finds the chat that a call is about, and answers what concerns its members. */
final class Chats {
    private Chats() {}

    /** @throws Refusal where there is none */
    static Room room(World world, Request request) {
        return find(world, request).orElseThrow(() -> Refusal.bad("chat not found"));
    }

    static Optional<Room> find(World world, Request request) {
        return request.find("chat_id").flatMap(Chats::id).flatMap(world::room);
    }

    private static Optional<Long> id(JsonNode chatId) {
        String text = chatId.asText();
        return text.matches("-?[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    static JsonNode member(World world, Request request) {
        Room room = room(world, request);
        room.checkReachable();
        long id = request.params().path("user_id").asLong();
        if (id == world.botId()) {
            return Forms.member(Forms.bot(world), "member");
        }
        Person person = world.findPerson(id).orElseThrow(() -> Refusal.bad("PARTICIPANT_ID_INVALID"));
        return Forms.member(Forms.user(person), room.statusOf(person));
    }
}
