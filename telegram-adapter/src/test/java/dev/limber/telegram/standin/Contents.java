package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limber.testkit.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads texts and captions out of calls. */
final class Contents {
    private static final Table TABLE = Table.TABLE;

    private Contents() {}

    /** A text as a person sees it, which must not be empty. */
    static Rendered text(JsonNode params) {
        Rendered rendered = render(params, "text", "entities");
        if (rendered.text().isEmpty()) {
            throw Refusal.violation("message text is empty");
        }
        if (rendered.text().length() > TABLE.limit("text")) {
            throw Refusal.violation("message is too long");
        }
        return rendered;
    }

    static Rendered caption(JsonNode params) {
        Rendered rendered = render(params, "caption", "caption_entities");
        if (rendered.text().length() > TABLE.limit("caption")) {
            throw Refusal.violation("message caption is too long");
        }
        return rendered;
    }

    private static Rendered render(JsonNode params, String name, String entitiesName) {
        String source = params.path(name).asText();
        Optional<String> mode =
                Json.find(params, "parse_mode").map(JsonNode::asText).filter(each -> !each.isEmpty());
        if (mode.isEmpty()) {
            return new Rendered(source, entities(source, params.path(entitiesName))).trimmed();
        }
        if (!mode.get().equalsIgnoreCase("HTML")) {
            throw Refusal.violation("unsupported parse_mode");
        }
        return Html.render(source);
    }

    private static List<Entity> entities(String text, JsonNode json) {
        List<Entity> entities = new ArrayList<>();
        for (JsonNode each : json) {
            Entity entity = Entity.of(each);
            if (entity.offset() < 0 || entity.length() < 1 || entity.end() > text.length()) {
                throw Refusal.violation("can't parse entities: entity is beyond the text");
            }
            entities.add(entity);
        }
        return entities;
    }
}
