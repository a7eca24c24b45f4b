package dev.limber.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders for the data of one measurement. */
final class Folders {
    private Folders() {}

    /** In the folder named by the system property {@code limber.bench.folder}, else in the build's own. */
    static Path fresh() throws IOException {
        Path parent = Path.of(System.getProperty("limber.bench.folder", "target"));
        Files.createDirectories(parent);
        return Files.createTempDirectory(parent.toAbsolutePath(), "bench");
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
