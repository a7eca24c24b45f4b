package dev.limber.core.runtime.json;

/** A stored document cannot be read; the message says why, and nothing of what the document holds. */
public final class UnreadableDocumentException extends RuntimeException {
    UnreadableDocumentException(String message) {
        super(message);
    }
}
