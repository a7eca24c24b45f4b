package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limber.testkit.http.Json;
import java.util.Collection;
import java.util.List;

/** Collects what is wrong with a body, field by field. Paths have dots: {@code components.0.label}. */
final class Form {
    private final ObjectNode errors = Json.object();
    private final Collection<String> unknown;
    private boolean excusable = true;

    /** @param unknown takes the fields that nobody reads */
    Form(Collection<String> unknown) {
        this.unknown = unknown;
    }

    void fault(String path, String code, String message) {
        excusable = false;
        put(path, code, message);
    }

    /** A fault that comes from the world and not from the bot. */
    void mishap(String path, String code, String message) {
        put(path, code, message);
    }

    private void put(String path, String code, String message) {
        ObjectNode at = errors;
        for (String part : path.isEmpty() ? List.<String>of() : List.of(path.split("\\."))) {
            at = at.withObjectProperty(part);
        }
        at.withArrayProperty("_errors").addObject().put("code", code).put("message", message);
    }

    void length(String path, String text, int min, int max) {
        int length = text.codePointCount(0, text.length());
        if (length < min || length > max) {
            fault(path, "BASE_TYPE_BAD_LENGTH", "Must be between " + min + " and " + max + " in length.");
        }
    }

    void size(String path, int size, int min, int max) {
        if (size < min || size > max) {
            fault(path, "BASE_TYPE_BAD_LENGTH", "Must be between " + min + " and " + max + " in length.");
        }
    }

    /** The text of a field, which may be missing. */
    String text(String path, JsonNode object, String field, int max) {
        JsonNode found = object.path(field);
        if (found.isMissingNode() || found.isNull()) {
            return "";
        }
        if (!found.isTextual()) {
            fault(join(path, field), "BASE_TYPE_STRING", "Could not interpret as string.");
            return "";
        }
        length(join(path, field), found.textValue(), 0, max);
        return found.textValue();
    }

    /** The text of a field that has to be there. */
    String required(String path, JsonNode object, String field, int max) {
        String text = text(path, object, field, max);
        if (text.isEmpty()) {
            fault(join(path, field), "BASE_TYPE_REQUIRED", "This field is required");
        }
        return text;
    }

    /** Fields that Discord does not know are ignored there, and a fault of the bot here. */
    void known(String path, JsonNode object, String shape) {
        List<String> fields = Table.TABLE.fields(shape);
        object.fieldNames().forEachRemaining(field -> {
            if (!fields.contains(field)) {
                unknown.add("unknown field " + join(path, field));
            }
        });
    }

    static String join(String path, Object part) {
        return path.isEmpty() ? part.toString() : path + "." + part;
    }

    /** @throws Refusal where anything is wrong */
    void check() {
        if (!errors.isEmpty()) {
            throw Refusal.form(errors, !excusable);
        }
    }
}
