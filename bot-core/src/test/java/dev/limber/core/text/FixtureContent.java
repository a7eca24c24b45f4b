package dev.limber.core.text;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A small pack of five exercises for tests that need content but no particular one. */
public final class FixtureContent {
    private FixtureContent() {}

    /** The pack as it stands on the class path. */
    public static Pack pack() {
        return Pack.ofClassPath("fixture", "fixture-pack");
    }

    /** The pack, read. */
    public static Content read() {
        return accepted(pack());
    }

    /** What the packs give, one over the other; they must have no errors. */
    static Content accepted(Pack... packs) {
        return switch (ContentReader.read(List.of(packs))) {
            case ContentReading.Accepted(Content content, var _) -> content;
            case ContentReading.Refused(var faults) -> throw new AssertionError("refused: " + faults);
        };
    }

    /** A pack of the given files, with a {@code pack.yaml}. */
    static Pack packOf(Map<String, String> files) {
        var all = new TreeMap<>(files);
        all.putIfAbsent("pack.yaml", "formatVersion: 1");
        return new Pack("author", all, List.of());
    }

    /** The fixture with one file's text changed; the text to replace must be there. */
    static Pack with(String file, String from, String to) {
        Pack pack = pack();
        var files = new TreeMap<>(pack.files());
        String before = files.getOrDefault(file, "");
        if (!before.contains(from)) {
            throw new AssertionError(file + " has no '" + from + "'");
        }
        files.put(file, before.replace(from, to));
        return new Pack(pack.name(), files, pack.faults());
    }
}
