package dev.limber.telegram.api;

import dev.limber.core.chat.ReplyHandle;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What Telegram gives for answering one event: a press that may be answered with a toast, or a message to reply to. */
public sealed interface ReplyHandles {
    /** Telegram forgets a press soon. */
    Duration PRESS_LASTS = Duration.ofSeconds(14);

    /** A reply to something much older would surprise. */
    Duration MESSAGE_LASTS = Duration.ofMinutes(10);

    record Press(String callbackQueryId) implements ReplyHandles {}

    record Message(int number) implements ReplyHandles {}

    default ReplyHandle written(Instant now) {
        return switch (this) {
            case Press(String id) -> new ReplyHandle("press/" + id, now.plus(PRESS_LASTS));
            case Message(int number) -> new ReplyHandle("message/" + number, now.plus(MESSAGE_LASTS));
        };
    }

    /** Empty where it has expired. */
    static Optional<ReplyHandles> read(ReplyHandle handle, Instant now) {
        String[] parts = handle.token().split("/", 2);
        if (!now.isBefore(handle.expiresAt()) || parts.length < 2) {
            return Optional.empty();
        }
        return switch (parts[0]) {
            case "press" -> Optional.of(new Press(parts[1]));
            case "message" -> Optional.of(new Message(Integer.parseInt(parts[1])));
            default -> Optional.empty();
        };
    }
}
