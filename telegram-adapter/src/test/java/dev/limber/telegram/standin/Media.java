package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limber.testkit.http.Json;
import java.util.Locale;

/**
 * A file that the server has.
 *
 * @param fileId changes with every upload
 * @param fileUniqueId the same for the same content
 */
public record Media(Kind kind, String fileId, String fileUniqueId, String fileName, int size, String sha256) {
    static final String SMALL = "-s";

    /** What a file is to the server; one kind cannot be sent as another. */
    public enum Kind {
        PHOTO,
        ANIMATION,
        DOCUMENT;

        String field() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The file id of the small size of a photo. */
    String thumbnailId() {
        return fileId + SMALL;
    }

    /** Adds it to a message. */
    void describe(ObjectNode message) {
        switch (kind) {
            case PHOTO -> message.set("photo", sizes());
            case DOCUMENT -> message.set("document", file(mimeType()));
            case ANIMATION -> {
                ObjectNode animation = file("video/mp4");
                message.set("document", file("video/mp4"));
                message.set(
                        "animation",
                        animation.put("width", 320).put("height", 240).put("duration", 2));
            }
        }
    }

    private ArrayNode sizes() {
        ArrayNode sizes = Json.array();
        sizes.add(size(thumbnailId(), fileUniqueId + SMALL, 90, 67, Math.min(size, 1_000)));
        sizes.add(size(fileId, fileUniqueId, 320, 240, size));
        return sizes;
    }

    private static ObjectNode size(String fileId, String uniqueId, int width, int height, int bytes) {
        return Json.object()
                .put("file_id", fileId)
                .put("file_unique_id", uniqueId)
                .put("file_size", bytes)
                .put("width", width)
                .put("height", height);
    }

    private ObjectNode file(String mimeType) {
        return Json.object()
                .put("file_name", fileName)
                .put("mime_type", mimeType)
                .put("file_id", fileId)
                .put("file_unique_id", fileUniqueId)
                .put("file_size", size);
    }

    private String mimeType() {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return "application/json";
        }
        return name.endsWith(".gif") ? "image/gif" : "application/octet-stream";
    }
}
