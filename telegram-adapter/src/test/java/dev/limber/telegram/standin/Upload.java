package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A file that came with a call. */
record Upload(String fileName, Blob content, String sha256) {
    static Upload of(String fileName, Blob content) {
        return new Upload(fileName, content, content.sha256());
    }

    ObjectNode summary() {
        return Json.object()
                .put("file_name", fileName)
                .put("size", content.size())
                .put("sha256", sha256);
    }
}
