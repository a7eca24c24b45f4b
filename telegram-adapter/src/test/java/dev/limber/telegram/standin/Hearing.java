package dev.limber.telegram.standin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a bot gets to see of what people say. */
final class Hearing {
    private static final Pattern COMMAND =
            Pattern.compile("/[A-Za-z0-9_]{1,64}(?:@([A-Za-z0-9_]+))?(?![A-Za-z0-9_@]).*", Pattern.DOTALL);

    private Hearing() {}

    /**
     * All that is said privately. In a group with privacy mode on only what is meant for this bot.
     *
     * @param botSpokeLast whether the message before this one was the bot's
     */
    static boolean hears(Posted.Frame frame, String text, boolean botSpokeLast) {
        World world = frame.room().world();
        boolean replies = frame.repliesTo().map(Posted::isByBot).orElse(false);
        if (frame.room().isPrivate() || !world.privacy() || replies) {
            return true;
        }
        Matcher command = COMMAND.matcher(text);
        if (!command.matches()) {
            return false;
        }
        String addressee = command.group(1);
        return addressee == null
                ? botSpokeLast
                : addressee.equalsIgnoreCase(world.settings().username());
    }
}
