package dev.limber.core.runtime.json;

/** A stored document cannot be read; the message says why, and nothing of what the document holds. */
public final class UnreadableDocumentException extends RuntimeException {
    private final String reason;

    UnreadableDocumentException(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
