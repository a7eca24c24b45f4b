package dev.limber.testkit.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A file that came with a call. */
public record Upload(String fileName, Blob content, String sha256) {
    public static Upload of(String fileName, Blob content) {
        return new Upload(fileName, content, content.sha256());
    }

    public ObjectNode summary() {
        return Json.object()
                .put("file_name", fileName)
                .put("size", content.size())
                .put("sha256", sha256);
    }
}
