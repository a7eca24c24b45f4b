package dev.limber.core.exercise;

import java.util.regex.Pattern;

/** The one shape that all identifiers in content have: lower-case words joined by hyphens. */
final class Ids {
    static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    static final int MAX_CHARACTERS = 40;

    private Ids() {}

    static void requireShape(String id) {
        if (id.length() > MAX_CHARACTERS || !SHAPE.matcher(id).matches()) {
            throw new IllegalArgumentException("not an id: '" + id + "'");
        }
    }
}
