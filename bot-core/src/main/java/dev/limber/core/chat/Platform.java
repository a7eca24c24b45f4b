package dev.limber.core.chat;

import java.util.regex.Pattern;

/**
 * The name of a chat platform, such as {@code terminal} or {@code telegram}; lower-case ASCII letters, digits and
 * hyphens. Not an enum: a new platform touches no line of the core.
 */
public record Platform(String id) {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    public Platform {
        if (!SHAPE.matcher(id).matches()) {
            throw new IllegalArgumentException("not a platform name: '" + id + "'");
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
