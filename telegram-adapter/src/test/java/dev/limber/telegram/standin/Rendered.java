package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.limber.testkit.http.Json;
import java.util.List;

/** A text as a person sees it. */
record Rendered(String text, List<Entity> entities) {
    static final Rendered NOTHING = new Rendered("", List.of());

    static Rendered plain(String text) {
        return new Rendered(text, List.of()).trimmed();
    }

    /** Without the white space around it, as the server does. */
    Rendered trimmed() {
        String stripped = text.strip();
        if (stripped.length() == text.length()) {
            return this;
        }
        int cut = text.length() - text.stripLeading().length();
        return new Rendered(
                stripped,
                entities.stream()
                        .map(entity -> moved(entity, cut, stripped.length()))
                        .filter(entity -> entity.length() > 0)
                        .toList());
    }

    private static Entity moved(Entity entity, int cut, int length) {
        int from = Math.clamp(entity.offset() - (long) cut, 0, length);
        int to = Math.clamp(entity.end() - (long) cut, 0, length);
        return new Entity(entity.type(), from, to - from, entity.details());
    }

    JsonNode entitiesJson() {
        ArrayNode all = Json.array();
        entities.forEach(entity -> all.add(entity.json()));
        return all;
    }
}
