package dev.limber.telegram.outgoing;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.Delivery.Scope;
import dev.limber.telegram.api.Reply;
import java.time.Duration;
import java.util.regex.Pattern;

/** What a reply that is not a success means for a delivery. Pure. */
final class Outcomes {
    /** How soon it is tried again where the server could not be reached. */
    private static final Duration UNTIL_NETWORK = Duration.ofSeconds(3);

    /** The token is wrong, which a malformed one is said to be by 404: somebody must do something first. */
    private static final Duration UNTIL_SOMEBODY_ACTS = Duration.ofSeconds(60);

    private static final Duration UNKNOWN_WAIT = Duration.ofSeconds(5);

    private static final String[] NOT_EDITABLE = {
        "message to edit not found",
        "message can't be edited",
        "message_id_invalid",
        "no text in the message to edit",
        "no caption in the message to edit",
        "message to be edited"
    };
    private static final String[] UNREACHABLE = {
        "chat not found",
        "user not found",
        "peer_id_invalid",
        "user is deactivated",
        "bot was blocked",
        "bot was kicked",
        "group chat was deactivated",
        "no rights to send a message",
        "not enough rights to send text",
        "chat_send_plain_forbidden",
        "chat_write_forbidden",
        "chat_restricted",
        "topic_closed",
        "topic closed"
    };
    private static final String[] TOPIC_GONE = {"thread not found", "topic_deleted", "topic deleted"};

    private static final String[] MEDIA_FORBIDDEN = {
        "not enough rights to send photo",
        "not enough rights to send animation",
        "not enough rights to send media",
        "chat_send_photos_forbidden",
        "chat_send_gifs_forbidden",
        "chat_send_media_forbidden"
    };
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private Outcomes() {}

    static boolean isTopicGone(Reply<?> reply) {
        return reply instanceof Reply.Refused<?> refused && refused.code() == 400 && refused.says(TOPIC_GONE);
    }

    /** A group may take words and no pictures. */
    static boolean isMediaForbidden(Reply<?> reply) {
        return reply instanceof Reply.Refused<?> refused && refused.code() == 400 && refused.says(MEDIA_FORBIDDEN);
    }

    static boolean isUnchanged(Reply<?> reply) {
        return reply instanceof Reply.Refused<?> refused
                && refused.code() == 400
                && refused.says("message is not modified");
    }

    /** @throws IllegalArgumentException for a success */
    static Delivery of(Reply<?> reply, Address to) {
        return switch (reply) {
            case Reply.Done<?> _ -> throw new IllegalArgumentException("a success");
            case Reply.NotSent<?> _ -> new Delivery.RetryAfter(UNTIL_NETWORK, Scope.CHAT);
            case Reply.OutOfOrder<?>(String reason) -> new Delivery.OutOfOrder(reason, UNTIL_NETWORK);
            case Reply.Unknown<?>(String reason) -> new Delivery.OutcomeUnknown(reason);
            case Reply.Refused<?> refused -> refused(refused, to);
        };
    }

    private static Delivery refused(Reply.Refused<?> refused, Address to) {
        if (refused.migratedTo().isPresent()) {
            return new Delivery.Moved(new Address(
                    to.platform(), to.bot(), refused.migratedTo().get().toString(), to.thread()));
        }
        return switch (refused.code()) {
            case 401, 404 -> new Delivery.RetryAfter(UNTIL_SOMEBODY_ACTS, Scope.PLATFORM);
            case 403 -> new Delivery.Unreachable(refused.description());
            case 429 -> new Delivery.RetryAfter(refused.retryAfter().orElse(UNKNOWN_WAIT), Scope.CHAT);
            default -> {
                if (refused.says(NOT_EDITABLE)) {
                    yield new Delivery.NotEditable();
                }
                yield refused.says(UNREACHABLE)
                        ? new Delivery.Unreachable(refused.description())
                        : new Delivery.Failed(refused.code() + " " + withoutQuotes(refused.description()));
            }
        };
    }

    /** What Telegram quotes may be what somebody wrote. */
    private static String withoutQuotes(String description) {
        return QUOTED.matcher(description).replaceAll("\"…\"");
    }
}
