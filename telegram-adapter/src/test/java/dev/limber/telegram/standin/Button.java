package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limber.testkit.http.Json;
import java.util.Optional;

/** A button below a message, with exactly one of data and url. */
public record Button(String label, Optional<String> data, Optional<String> url, Optional<String> style) {
    static Button of(JsonNode json) {
        return new Button(
                json.path("text").asText(),
                Json.find(json, "callback_data").map(JsonNode::asText),
                Json.find(json, "url").map(JsonNode::asText),
                Json.find(json, "style").map(JsonNode::asText));
    }
}
