package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.limber.testkit.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the components of a message, nested ones included. */
final class Components {
    static final int ACTION_ROW = 1;
    static final int BUTTON = 2;
    static final int STRING_SELECT = 3;
    static final int SECTION = 9;
    static final int TEXT_DISPLAY = 10;
    static final int THUMBNAIL = 11;
    static final int MEDIA_GALLERY = 12;
    static final int FILE = 13;
    static final int SEPARATOR = 14;
    static final int CONTAINER = 17;

    private Components() {}

    /** All of them in the order in which they are read. */
    static List<JsonNode> all(ArrayNode components) {
        List<JsonNode> found = new ArrayList<>();
        components.forEach(each -> collect(each, found));
        return found;
    }

    private static void collect(JsonNode component, List<JsonNode> found) {
        found.add(component);
        component.path("components").forEach(each -> collect(each, found));
        Json.find(component, "accessory").ifPresent(each -> collect(each, found));
    }

    static Stream<JsonNode> ofType(ArrayNode components, int type) {
        return all(components).stream().filter(each -> type(each) == type);
    }

    static int type(JsonNode component) {
        return component.path("type").asInt();
    }

    static List<Button> buttons(ArrayNode components) {
        return ofType(components, BUTTON)
                .map(each -> new Button(
                        each.path("label").asText(),
                        Json.find(each, "custom_id").map(JsonNode::asText),
                        Json.find(each, "url").map(JsonNode::asText),
                        each.path("style").asInt(),
                        each.path("disabled").asBoolean()))
                .toList();
    }

    static Stream<String> customIds(ArrayNode components) {
        return all(components).stream()
                .flatMap(each -> Json.find(each, "custom_id").stream())
                .map(JsonNode::asText);
    }

    static Stream<String> texts(ArrayNode components) {
        return ofType(components, TEXT_DISPLAY).map(each -> each.path("content").asText());
    }

    /** What pictures and files are taken from, and the words that go with each. */
    static Stream<JsonNode> media(ArrayNode components) {
        return all(components).stream().flatMap(each -> switch (type(each)) {
            case MEDIA_GALLERY -> each.path("items").valueStream();
            case THUMBNAIL, FILE -> Stream.of(each);
            default -> Stream.empty();
        });
    }
}
