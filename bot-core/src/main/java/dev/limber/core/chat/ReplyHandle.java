package dev.limber.core.chat;

import java.time.Instant;

/**
 * What a platform hands out for answering one event, such as an interaction token. Opaque to the core, which keeps it
 * with the answer that is owed so that it survives a restart; worthless after {@code expiresAt}.
 */
public record ReplyHandle(String token, Instant expiresAt) {
    /** The token is a credential: it stays out of logs and errors. */
    @Override
    public String toString() {
        return "ReplyHandle[expiresAt=" + expiresAt + "]";
    }
}
