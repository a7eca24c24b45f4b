package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/** An update that the bot has not confirmed yet; guarded by its queue. */
final class Pending {
    private static final Duration CALLBACK_QUERIES_WAIT = Duration.ofSeconds(Table.TABLE.limit("callbackQuerySeconds"));
    private static final Duration OTHERS_WAIT = Duration.ofHours(Table.TABLE.limit("updateHours"));

    private final int id;
    private final ObjectNode json;
    private final Instant gone;
    private final long chat;
    boolean inFlight;
    int attempts;
    /** On the scale of {@link System#nanoTime}; only after a failed attempt. */
    long notBefore;

    Pending(int id, ObjectNode json, Instant now) {
        this.id = id;
        this.json = json;
        this.gone = now.plus(json.has("callback_query") ? CALLBACK_QUERIES_WAIT : OTHERS_WAIT);
        this.chat = chatOf(json);
    }

    /** Updates of one chat are delivered one after the other. */
    private static long chatOf(ObjectNode update) {
        return update.valueStream()
                .filter(value -> value.isObject())
                .mapToLong(value -> value.has("chat")
                        ? value.path("chat").path("id").asLong()
                        : value.path("from").path("id").asLong())
                .findFirst()
                .orElse(0);
    }

    int id() {
        return id;
    }

    ObjectNode json() {
        return json;
    }

    long chat() {
        return chat;
    }

    boolean isGone(Instant now) {
        return now.isAfter(gone);
    }
}
