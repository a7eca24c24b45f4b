package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limber.testkit.http.Json;
import dev.limber.testkit.http.Upload;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call of the bot, read but not yet judged.
 *
 * @param method as the documentation spells it
 * @param params in their JSON types; an upload stands there as its summary
 */
record Request(String method, ObjectNode params, Map<String, Upload> uploads) {
    Optional<JsonNode> find(String name) {
        return Json.find(params, name);
    }

    Optional<String> text(String name) {
        return find(name).map(JsonNode::asText);
    }

    int number(String name, int otherwise) {
        return find(name).map(JsonNode::asInt).orElse(otherwise);
    }

    boolean flag(String name) {
        return find(name).map(JsonNode::asBoolean).orElse(false);
    }

    /** Empty where the parameter is missing; an empty list is a value. */
    Optional<List<String>> texts(String name) {
        return find(name).map(array -> array.valueStream().map(JsonNode::asText).toList());
    }
}
