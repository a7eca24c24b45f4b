package dev.limber.core.exercise;

import java.util.regex.Pattern;

/** The one shape that all identifiers in content have: lower-case words joined by hyphens. */
final class Ids {
    static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    static final int MAX_CHARACTERS = 40;

    private Ids() {}

    static boolean isId(String text) {
        return text.length() <= MAX_CHARACTERS && SHAPE.matcher(text).matches();
    }

    static void requireShape(String id) {
        if (!isId(id)) {
            throw new IllegalArgumentException("not an id: '" + id + "'");
        }
    }
}
