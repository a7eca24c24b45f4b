package dev.limber.app.config;

import java.util.Optional;
import java.util.regex.Pattern;

/** Reads where the chat page is wanted. */
final class PagePorts {
    private static final int STANDARD = 8080;
    private static final int HIGHEST = 65_535;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");

    private PagePorts() {}

    static int read(PlatformReading reading) {
        return reading.read(
                        Setting.PAGE_PORT,
                        PagePorts::port,
                        "is not a port",
                        "Write a number from 1 to 65535, or 0 for any port that is free.")
                .orElse(STANDARD);
    }

    private static Optional<Integer> port(String text) {
        return Optional.of(text)
                .filter(number -> NUMBER.matcher(number).matches())
                .map(Integer::valueOf)
                .filter(port -> port <= HIGHEST);
    }
}
