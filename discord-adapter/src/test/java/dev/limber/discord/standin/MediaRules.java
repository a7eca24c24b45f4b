package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limber.testkit.http.Json;
import java.util.List;
import java.util.Optional;

/** What pictures and files in components may be, and where they are then. */
final class MediaRules {
    private static final String ATTACHED = "attachment://";

    private final Form form;
    private final List<Attachment> attachments;

    MediaRules(Form form, List<Attachment> attachments) {
        this.form = form;
        this.attachments = attachments;
    }

    void gallery(String path, JsonNode gallery) {
        String at = Form.join(path, "items");
        JsonNode items = gallery.path("items");
        form.size(at, items.size(), 1, Table.TABLE.limit("galleryItems"));
        int index = 0;
        for (JsonNode each : items) {
            String item = Form.join(at, index++);
            form.known(item, each, "MediaGalleryItemRequest");
            described(item, each);
        }
    }

    void thumbnail(String path, JsonNode thumbnail) {
        form.known(path, thumbnail, "ThumbnailComponentForMessageRequest");
        described(path, thumbnail);
    }

    private void described(String path, JsonNode item) {
        form.text(path, item, "description", Table.TABLE.limit("description"));
        resolve(path, item, "media", false);
    }

    void file(String path, JsonNode file) {
        resolve(path, file, "file", true);
    }

    private void resolve(String path, JsonNode holder, String field, boolean onlyAttached) {
        String at = Form.join(Form.join(path, field), "url");
        String url = holder.path(field).path("url").asText();
        Optional<Attachment> attachment = attachments.stream()
                .filter(each -> url.equals(ATTACHED + each.fileName()) || url.equals(each.url()))
                .findFirst();
        if (attachment.isPresent()) {
            ((ObjectNode) holder).set(field, form(attachment.get()));
        } else if (url.startsWith(ATTACHED)) {
            form.fault(at, "REFERENCED_ATTACHMENT_NOT_FOUND", "The referenced attachment was not found");
        } else if (onlyAttached || !url.matches("https?://\\S+")) {
            form.fault(at, "BASE_TYPE_BAD_URL", "This is no address of a file.");
        } else {
            ((ObjectNode) holder).set(field, Json.object().put("url", url).put("proxy_url", url));
        }
    }

    private static ObjectNode form(Attachment attachment) {
        return Json.object()
                .put("url", attachment.url())
                .put("proxy_url", attachment.url())
                .put("content_type", attachment.contentType())
                .put("attachment_id", Long.toString(attachment.id()));
    }
}
