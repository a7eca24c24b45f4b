package dev.limber.illustrator;

import dev.limber.illustrator.pose.Fault;
import dev.limber.illustrator.pose.PoseFile;
import dev.limber.illustrator.pose.PoseReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The pose files that Limber comes with. */
final class BuiltInPoses {
    static final Path PACK = Path.of("../content/src/main/resources/dev/limber/content");

    private BuiltInPoses() {}

    static Stream<PoseFile> all() {
        try (Stream<Path> files = Files.list(PACK.resolve("poses"))) {
            return files.sorted().map(BuiltInPoses::read).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static PoseFile get(String id) {
        return read(PACK.resolve("poses").resolve(id + ".yaml"));
    }

    private static PoseFile read(Path file) {
        try {
            List<Fault> faults = new ArrayList<>();
            return PoseReader.read(file.getFileName().toString(), Files.readString(file), faults)
                    .orElseThrow(() -> new AssertionError(faults));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
