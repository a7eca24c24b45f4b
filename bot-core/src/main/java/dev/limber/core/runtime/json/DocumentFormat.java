package dev.limber.core.runtime.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads documents of one kind, in the shape <code>{"schema":1,"state":{…}}</code>.
 *
 * @param <T> what such a document holds
 */
final class DocumentFormat<T> {
    private final DocumentKind kind;
    private final Migrations migrations;
    private final ObjectReader anything;
    private final ObjectReader reader;
    private final ObjectWriter writer;
    /** With what every document of the current schema begins: these are read without a detour. */
    private final String header;

    DocumentFormat(DocumentKind kind, Class<T> type, ObjectMapper mapper, Migrations migrations) {
        this.kind = kind;
        this.migrations = migrations;
        this.anything = mapper.readerFor(JsonNode.class);
        this.reader = mapper.readerFor(type);
        this.writer = mapper.writerFor(type);
        this.header = "{\"schema\":" + migrations.current() + ",\"" + kind.label() + "\":";
    }

    String write(T value) {
        try {
            return header + writer.writeValueAsString(value) + "}";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a " + kind.label() + " cannot be written as JSON" + place(e));
        }
    }

    /** @throws UnreadableDocumentException where it is damaged, or newer than this program */
    T read(String json) {
        try {
            if (json.startsWith(header)) {
                return present(reader.readValue(json.substring(header.length(), json.length() - 1)));
            }
            JsonNode document = anything.readTree(json);
            JsonNode schema = document.path("schema");
            if (schema.isInt() && document.path(kind.label()) instanceof ObjectNode body) {
                return present(reader.readValue(migrations.migrate(kind, schema.intValue(), body)));
            }
            throw empty();
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private T present(@Nullable T value) {
        if (value == null) {
            throw empty();
        }
        return value;
    }

    private UnreadableDocumentException empty() {
        return new UnreadableDocumentException(
                "a stored " + kind.label() + " has no schema version or no content: restore a backup");
    }

    /** Jackson's own messages quote the document, which is nobody's business: only the place is told. */
    private UnreadableDocumentException unreadable(JsonProcessingException e) {
        return new UnreadableDocumentException(
                "a stored " + kind.label() + " cannot be read" + place(e) + ": restore a backup");
    }

    private static String place(JsonProcessingException e) {
        return e instanceof JsonMappingException mapping ? " (at " + mapping.getPathReference() + ")" : "";
    }
}
