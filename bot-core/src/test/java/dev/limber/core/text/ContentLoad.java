package dev.limber.core.text;

import java.util.List;

/** Reads the built-in pack once in a fresh process, and prints how many milliseconds that took. */
public final class ContentLoad {
    private ContentLoad() {}

    /** Prints one whole number; fails where the pack is refused or warned of. */
    public static void main(String[] arguments) {
        long start = System.nanoTime();
        ContentReading reading = ContentReader.read(List.of(Pack.builtIn()));
        long milliseconds = (System.nanoTime() - start) / 1_000_000;
        if (!(reading instanceof ContentReading.Accepted(var _, var warnings)) || !warnings.isEmpty()) {
            throw new IllegalStateException("not without faults: " + reading);
        }
        System.out.println(milliseconds);
    }
}
