package dev.limber.app.config;

import java.nio.file.Path;

/** Reads paths as people write them. */
final class Paths {
    private Paths() {}

    /**
     * {@code ~/} is the person's own folder; what is relative is so to {@code base}.
     *
     * @throws java.nio.file.InvalidPathException where it is not a path
     */
    static Path resolve(Machine machine, Path base, String text) {
        if (text.equals("~") || text.startsWith("~/")) {
            return machine.userHome().resolve(text.substring(Math.min(2, text.length())));
        }
        return base.resolve(text).normalize();
    }
}
