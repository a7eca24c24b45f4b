package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What a call is answered with. */
record Answer(int status, Optional<JsonNode> body) {
    static Answer of(JsonNode body) {
        return new Answer(200, Optional.of(body));
    }

    /** Done, and there is nothing to say. */
    static Answer done() {
        return new Answer(204, Optional.empty());
    }

    static Answer refused(Refusal refusal) {
        return new Answer(refusal.trouble().status(), Optional.of(refusal.json()));
    }
}
