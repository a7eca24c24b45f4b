package dev.limber.discord.api;

import java.util.regex.Pattern;

/**
 * The secret that a bot shows with every call, in a header. What it looks like is Discord's business, and test servers
 * take anything.
 *
 * @param value printable ASCII without blanks
 */
public record BotToken(String value) {
    private static final Pattern SHAPE = Pattern.compile("[!-~]{1,256}");
    private static final String MASK = "<token>";
    /** A shorter one, such as that of a local server for tests, would be found in everything. */
    private static final int LONG_ENOUGH_TO_MASK = 8;

    public BotToken {
        if (!isToken(value)) {
            throw new IllegalArgumentException("not a bot token");
        }
    }

    public static boolean isToken(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** The text without the token. */
    public String mask(String text) {
        return value.length() < LONG_ENOUGH_TO_MASK ? text : text.replace(value, MASK);
    }

    @Override
    public String toString() {
        return MASK;
    }
}
