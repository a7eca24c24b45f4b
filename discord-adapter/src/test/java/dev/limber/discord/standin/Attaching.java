package dev.limber.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limber.testkit.http.Json;
import dev.limber.testkit.http.Upload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which files a message has after a call: those it had, as far as they are kept, and those that came with the call. */
final class Attaching {
    private static final Pattern PART = Pattern.compile("files\\[([0-9]+)\\]");

    private final World world;
    private final Form form;
    private final String path;
    private final Map<String, Upload> fresh = new LinkedHashMap<>();
    private final List<Attachment> attached = new ArrayList<>();

    Attaching(World world, Form form, String path) {
        this.world = world;
        this.form = form;
        this.path = Form.join(path, "attachments");
    }

    /** @param before those the message has now */
    List<Attachment> read(JsonNode body, Map<String, Upload> files, List<Attachment> before) {
        files.forEach(this::take);
        Optional<JsonNode> listed = Json.find(body, "attachments");
        if (listed.isEmpty()) {
            attached.addAll(before);
        }
        int index = 0;
        for (JsonNode each : listed.map(array -> array.valueStream().toList()).orElse(List.of())) {
            list(Form.join(path, index++), each, before);
        }
        fresh.values().forEach(each -> attached.add(attachment(each, "")));
        form.size(path, attached.size(), 0, Table.TABLE.limit("attachments"));
        return List.copyOf(attached);
    }

    private void take(String part, Upload upload) {
        Matcher matcher = PART.matcher(part);
        if (!matcher.matches()) {
            form.fault(path, "UNKNOWN_PART", "Nothing is known of the part " + part);
        } else if (upload.content().size() > Table.TABLE.limit("fileBytes")) {
            throw Refusal.of(Trouble.TOO_LARGE);
        } else {
            fresh.put(String.valueOf(matcher.group(1)), upload);
        }
    }

    private void list(String at, JsonNode listed, List<Attachment> before) {
        // The documentation has its content type, the official description does not.
        ObjectNode described = listed.deepCopy();
        described.remove("content_type");
        form.known(at, described, "MessageAttachmentRequest");
        String id = listed.path("id").asText();
        String description = form.text(at, listed, "description", Table.TABLE.limit("description"));
        Upload upload = fresh.remove(id);
        if (upload != null) {
            attached.add(attachment(upload, description));
            return;
        }
        before.stream()
                .filter(each -> Long.toString(each.id()).equals(id))
                .findFirst()
                .ifPresentOrElse(
                        kept -> attached.add(listed.has("description") ? described(kept, description) : kept),
                        () -> form.fault(Form.join(at, "id"), "ATTACHMENT_NOT_FOUND", "There is no attachment " + id));
    }

    private Attachment attachment(Upload upload, String description) {
        world.keep(upload);
        return new Attachment(
                world.ids().next(),
                upload.fileName(),
                description,
                upload.content().size(),
                upload.sha256());
    }

    private static Attachment described(Attachment kept, String description) {
        return new Attachment(kept.id(), kept.fileName(), description, kept.size(), kept.sha256());
    }
}
