package dev.limber.local.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far somebody has read a conversation.
 *
 * @param epoch changes when a conversation begins anew; empty for who has read nothing
 * @param number of the last change that was read
 */
record Position(String epoch, long number) {
    static final Position BEGINNING = new Position("", 0);

    private static final Pattern SHAPE = Pattern.compile("([0-9a-f-]{36}):([0-9]{1,18})");

    /** What a browser gives back of what {@link #toString} said; the beginning where that is nothing of the kind. */
    static Position of(String text) {
        Matcher parts = SHAPE.matcher(text);
        return parts.matches() ? new Position(parts.group(1), Long.parseLong(parts.group(2))) : BEGINNING;
    }

    @Override
    public String toString() {
        return epoch + ":" + number;
    }
}
