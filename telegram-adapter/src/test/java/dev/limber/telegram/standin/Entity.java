package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limber.testkit.http.Json;
import java.util.Map;
import java.util.TreeMap;

/**
 * A part of a text that looks or acts differently.
 *
 * @param type as in a MessageEntity: bold, text_link, date_time and so on
 * @param offset in UTF-16 units
 * @param length in UTF-16 units
 * @param details the further fields of a MessageEntity: url, language, custom_emoji_id, unix_time, date_time_format
 */
public record Entity(String type, int offset, int length, Map<String, String> details) {
    static Entity of(String type, int offset, int length) {
        return new Entity(type, offset, length, Map.of());
    }

    static Entity of(JsonNode json) {
        Map<String, String> details = new TreeMap<>();
        json.properties().forEach(field -> {
            if (!field.getKey().matches("type|offset|length")) {
                details.put(field.getKey(), field.getValue().asText());
            }
        });
        return new Entity(
                json.path("type").asText(),
                json.path("offset").asInt(),
                json.path("length").asInt(),
                Map.copyOf(details));
    }

    int end() {
        return offset + length;
    }

    /** The part of this text that is meant. */
    public String in(String text) {
        return text.substring(offset, end());
    }

    JsonNode json() {
        ObjectNode json = Json.object().put("type", type).put("offset", offset).put("length", length);
        details.forEach((name, value) -> {
            if (name.equals("unix_time")) {
                json.put(name, Long.parseLong(value));
            } else {
                json.put(name, value);
            }
        });
        return json;
    }
}
