package dev.limber.telegram.api;

import java.util.regex.Pattern;

/**
 * The secret that a bot shows with every call, as part of the URL. It starts with the bot's own id.
 *
 * @param value {@code 123456:ABC-xyz}
 */
public record BotToken(String value) {
    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,18}):[A-Za-z0-9_-]{1,256}");
    private static final String MASK = "<token>";

    public BotToken {
        if (!isToken(value)) {
            throw new IllegalArgumentException("not a bot token");
        }
    }

    public static boolean isToken(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** The user id of the bot. */
    public long botId() {
        return Long.parseLong(value.substring(0, value.indexOf(':')));
    }

    /** The text without the token, and without the part of it that is secret. */
    String mask(String text) {
        String secret = value.substring(value.indexOf(':') + 1);
        String masked = text.replace(value, MASK);
        // A short one, such as that of a local server for tests, would be found in everything.
        return secret.length() < 8 ? masked : masked.replace(secret, MASK);
    }

    @Override
    public String toString() {
        return MASK;
    }
}
