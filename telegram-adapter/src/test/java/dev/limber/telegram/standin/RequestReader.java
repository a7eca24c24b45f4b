package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limber.testkit.http.Json;
import dev.limber.testkit.http.Multipart;
import dev.limber.testkit.http.Upload;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the parameters of a call, however they come: query, form, multipart or JSON. */
final class RequestReader {
    private static final String ATTACHED = "attach://";

    private final Map<String, Shape> shapes;
    private final ObjectNode params = Json.object();
    private final Map<String, Upload> uploads = new HashMap<>();

    private RequestReader(String method) {
        this.shapes = Table.TABLE.parameters(method).orElseThrow();
    }

    /** @throws Refusal where the body cannot be read */
    static Request read(String method, Optional<String> query, String contentType, byte[] body) {
        RequestReader reader = new RequestReader(method);
        query.ifPresent(reader::form);
        if (body.length > 0) {
            reader.body(contentType, body);
        }
        return new Request(method, reader.params, Map.copyOf(reader.uploads));
    }

    private void body(String contentType, byte[] body) {
        if (contentType.startsWith("application/json")) {
            json(body);
        } else if (contentType.startsWith("multipart/form-data")) {
            multipart(parts(contentType, body));
        } else {
            form(new String(body, StandardCharsets.UTF_8));
        }
    }

    private void json(byte[] body) {
        JsonNode json = Json.parse(body)
                .filter(JsonNode::isObject)
                .orElseThrow(() -> Refusal.violation("can't parse JSON object"));
        json.properties().forEach(field -> {
            // The Java client repeats the name of the method in the body; null is as good as missing.
            if (!field.getValue().isNull() && !field.getKey().equals("method")) {
                JsonNode value = field.getValue();
                params.set(field.getKey(), value.isTextual() && !mayBeText(field.getKey()) ? serialized(value) : value);
            }
        });
    }

    private boolean mayBeText(String name) {
        Shape shape = shapes.get(name);
        return shape == null
                || shape.types().stream().anyMatch(Set.of("String", "Integer", "Float", "Boolean", "True")::contains);
    }

    private static JsonNode serialized(JsonNode value) {
        return Json.parse(value.textValue()).filter(JsonNode::isContainerNode).orElse(value);
    }

    private void form(String encoded) {
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                field(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static List<Multipart.Part> parts(String contentType, byte[] body) {
        try {
            return Multipart.parse(contentType, body);
        } catch (IllegalArgumentException e) {
            throw Refusal.violation(String.valueOf(e.getMessage()));
        }
    }

    private void multipart(List<Multipart.Part> parts) {
        for (Multipart.Part part : parts) {
            part.fileName()
                    .ifPresentOrElse(
                            name -> uploads.put(part.name(), Upload.of(name, part.content())),
                            () -> field(part.name(), part.text()));
        }
        Set<String> unused = new HashSet<>(uploads.keySet());
        uploads.forEach((name, upload) -> {
            if (shapes.containsKey(name) && !params.has(name)) {
                params.set(name, upload.summary());
                unused.remove(name);
            }
        });
        params.forEach(value -> {
            String reference = value.isObject() ? value.path("media").asText() : value.asText();
            if (reference.startsWith(ATTACHED)) {
                unused.remove(reference.substring(ATTACHED.length()));
            }
        });
        if (!unused.isEmpty()) {
            throw Refusal.violation("nothing refers to the files " + unused);
        }
    }

    private void field(String name, String text) {
        if (!name.equals("method")) {
            Shape shape = shapes.get(name);
            params.set(name, shape == null ? Json.text(text) : typed(shape, text));
        }
    }

    /** All is text in a form; the table tells what is meant. What does not fit stays text and is refused later. */
    private static JsonNode typed(Shape shape, String text) {
        if (shape.allows("Integer") && text.matches("-?[0-9]{1,18}")) {
            return Json.number(Long.parseLong(text));
        }
        if (shape.allows("Boolean") && text.matches("true|false")) {
            return Json.bool(Boolean.parseBoolean(text));
        }
        JsonNode plain = Json.text(text);
        return shape.allows("String") ? plain : serialized(plain);
    }

    /** The name of the part that a text refers to. */
    static Optional<String> attached(String reference) {
        return reference.startsWith(ATTACHED) ? Optional.of(reference.substring(ATTACHED.length())) : Optional.empty();
    }
}
