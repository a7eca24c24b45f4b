package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limber.testkit.http.Blob;
import dev.limber.testkit.http.Upload;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The files that were sent. Safe for use by many threads. */
final class FileStore {
    private static final Table TABLE = Table.TABLE;

    private final Map<String, Media> byId = new ConcurrentHashMap<>();
    private final Map<String, Blob> contents = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();

    /**
     * The file that a parameter means: uploaded under this name, attached, or known by its id.
     *
     * @param value the parameter itself, or {@code media} inside one
     * @throws Refusal where there is none, or none that can be sent so
     */
    Media resolve(Media.Kind kind, String name, JsonNode value, Request request) {
        if (!value.isTextual()) {
            return store(kind, upload(request, name));
        }
        String reference = value.textValue();
        Optional<String> attached = RequestReader.attached(reference);
        if (attached.isPresent()) {
            return store(kind, upload(request, attached.get()));
        }
        if (reference.matches("https?://.*")) {
            throw Refusal.bad("failed to get HTTP URL content");
        }
        Media known = byId.get(reference);
        if (known == null) {
            throw Refusal.bad("wrong file identifier/HTTP URL specified");
        }
        if (known.kind() != kind) {
            throw Refusal.violation("can't use file of type " + known.kind() + " as " + kind);
        }
        return known;
    }

    private static Upload upload(Request request, String name) {
        return Optional.ofNullable(request.uploads().get(name))
                .orElseThrow(() -> Refusal.violation("there is no " + name + " in the request"));
    }

    private Media store(Media.Kind wanted, Upload upload) {
        if (upload.content().size() == 0) {
            throw Refusal.violation("file must be non-empty");
        }
        if (upload.content().size() > TABLE.limit(wanted == Media.Kind.PHOTO ? "photoBytes" : "fileBytes")) {
            throw Refusal.violation("file is too big");
        }
        Media.Kind kind = wanted == Media.Kind.ANIMATION && !moves(upload.fileName()) ? Media.Kind.DOCUMENT : wanted;
        String uniqueId = "AQAD" + upload.sha256().substring(0, 12);
        String id = "AgACAgIAAx0" + ids.incrementAndGet() + "-" + uniqueId;
        Media media = new Media(
                kind, id, uniqueId, upload.fileName(), upload.content().size(), upload.sha256());
        byId.put(id, media);
        if (kind == Media.Kind.PHOTO) {
            byId.put(media.thumbnailId(), media);
        }
        contents.putIfAbsent(upload.sha256(), upload.content());
        return media;
    }

    private static boolean moves(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(".gif") || name.endsWith(".mp4");
    }

    Optional<byte[]> content(String sha256) {
        return Optional.ofNullable(contents.get(sha256))
                .map(blob -> blob.bytes().clone());
    }

    void forget(String fileId) {
        byId.remove(fileId);
        byId.remove(fileId + Media.SMALL);
    }
}
