package dev.limber.discord.api;

import dev.limber.core.chat.MessageRef;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a message is called in a {@link MessageRef}: its number, and how it can be reached for editing. */
public record MessageIds(Reach reach, long number) {
    private static final Pattern SHAPE = Pattern.compile("(?:(hidden|visited)/)?([0-9]{1,19})");

    /** By what a message can be edited. */
    public enum Reach {
        /** Through its channel, for ever. */
        CHANNEL,
        /** Only one person sees it: through an interaction of theirs that it came from, or with it. */
        HIDDEN,
        /** It stands where the bot is not: through such an interaction too. */
        VISITED
    }

    /** Empty where it was not written here. */
    public static Optional<MessageIds> read(MessageRef ref) {
        Matcher matcher = SHAPE.matcher(ref.messageId());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Reach reach = matcher.group(1) == null
                ? Reach.CHANNEL
                : matcher.group(1).equals("hidden") ? Reach.HIDDEN : Reach.VISITED;
        return Optional.of(new MessageIds(reach, Long.parseLong(matcher.group(2))));
    }

    public String written() {
        return switch (reach) {
            case CHANNEL -> Long.toString(number);
            case HIDDEN -> "hidden/" + number;
            case VISITED -> "visited/" + number;
        };
    }
}
