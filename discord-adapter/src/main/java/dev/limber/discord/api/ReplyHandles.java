package dev.limber.discord.api;

import dev.limber.core.chat.ReplyHandle;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Discord gives for answering one event. */
public sealed interface ReplyHandles {
    /** Discord takes answers to an interaction for a quarter of an hour; the last moments are left alone. */
    Duration INTERACTION_LASTS = Duration.ofMinutes(15).minusSeconds(10);

    /** A reply to something much older would surprise. */
    Duration MESSAGE_LASTS = Duration.ofMinutes(10);

    Pattern SHAPE = Pattern.compile("(command|press)/([0-9]{1,20})/([^/]+)(?:/(hidden/|visited/)?([0-9]{1,20}))?");

    /** What somebody did that waits for an acknowledgement. */
    sealed interface Interaction extends ReplyHandles {
        long id();

        /** A credential for answering. */
        String token();
    }

    record Command(long id, String token) implements Interaction {
        /** The token is a credential: it stays out of logs and errors. */
        @Override
        public String toString() {
            return "Command[id=" + id + "]";
        }
    }

    /** @param message that the button belongs to */
    record Press(long id, String token, MessageIds message) implements Interaction {
        /** The token is a credential: it stays out of logs and errors. */
        @Override
        public String toString() {
            return "Press[id=" + id + ", message=" + message + "]";
        }
    }

    /** A message that can be replied to. */
    record Message(long number) implements ReplyHandles {}

    /** @param at when the event came to be */
    default ReplyHandle written(Instant at) {
        return switch (this) {
            case Command(long id, String token) ->
                new ReplyHandle("command/" + id + "/" + token, at.plus(INTERACTION_LASTS));
            case Press(long id, String token, MessageIds message) ->
                new ReplyHandle("press/" + id + "/" + token + "/" + message.written(), at.plus(INTERACTION_LASTS));
            case Message(long number) -> new ReplyHandle("message/" + number, at.plus(MESSAGE_LASTS));
        };
    }

    /** Empty where it has expired, or was not written here. */
    static Optional<ReplyHandles> read(ReplyHandle handle, Instant now) {
        if (!now.isBefore(handle.expiresAt())) {
            return Optional.empty();
        }
        String written = handle.token();
        if (written.startsWith("message/")) {
            return Optional.of(new Message(Long.parseLong(written.substring("message/".length()))));
        }
        Matcher matcher = SHAPE.matcher(written);
        return matcher.matches() ? Optional.of(interaction(matcher)) : Optional.empty();
    }

    private static ReplyHandles interaction(Matcher matcher) {
        long id = Long.parseLong(matcher.group(2));
        String token = matcher.group(3);
        if (matcher.group(1).equals("command")) {
            return new Command(id, token);
        }
        MessageIds.Reach reach = switch (Optional.ofNullable(matcher.group(4)).orElse("")) {
            case "hidden/" -> MessageIds.Reach.HIDDEN;
            case "visited/" -> MessageIds.Reach.VISITED;
            default -> MessageIds.Reach.CHANNEL;
        };
        return new Press(id, token, new MessageIds(reach, Long.parseLong(matcher.group(5))));
    }
}
