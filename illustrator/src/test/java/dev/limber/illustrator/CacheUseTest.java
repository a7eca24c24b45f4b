package dev.limber.illustrator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CacheUseTest {
    private static final String KEY = "0a".repeat(16);
    private static final String OTHER = "0b".repeat(16);
    private static final String PATH = "pictures/kim/nod.gif";

    @TempDir
    private Path folder;

    private Path cache;
    private Drawing.Done drawn;

    /** There are pictures of two pose files, of which one is still there. */
    @BeforeEach
    void keep() throws IOException {
        cache = folder.resolve("cache");
        Path file = write(KEY + "/" + PATH);
        write(OTHER + "/" + PATH);
        var picture = new Picture.Drawn(PATH, "00", 1);
        drawn = new Drawing.Done(
                List.of(new Picture("nod", "kim", Optional.empty(), picture, picture, 480, 360)),
                Map.of(PATH, file),
                0);
    }

    private Path write(String path) throws IOException {
        Path file = cache.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "GIF89a");
    }

    /** A process of its own that uses a cache until it is told to end. */
    static final class Other {
        private Other() {}

        public static void main(String[] arguments) throws IOException {
            try (var _ = CacheUse.begin(Path.of(arguments[0]))) {
                System.out.println("begun");
                System.in.read();
            }
        }
    }

    @Test
    void who_is_alone_drops_what_was_drawn_of_other_files_or_half_and_nothing_else() throws IOException {
        write(".drawing-1/" + PATH);
        write(".dropped-" + OTHER + "/" + PATH);
        write("mine.txt");

        try (CacheUse use = CacheUse.begin(cache)) {
            assertThat(use.dropAllBut(drawn)).isTrue();
            assertThat(entries()).containsExactlyInAnyOrder(KEY, ".in-use", "mine.txt");
            assertThat(drawn.files().values())
                    .allSatisfy(file -> assertThat(file).isNotEmptyFile());
            assertThat(use.dropAllBut(drawn)).isTrue();
        }
    }

    @Test
    void nothing_is_dropped_while_another_process_uses_the_cache() throws IOException, InterruptedException {
        Process other = start();
        try (CacheUse use = CacheUse.begin(cache);
                BufferedReader said = other.inputReader(UTF_8)) {
            assertThat(said.readLine()).isEqualTo("begun");
            assertThat(use.dropAllBut(drawn)).isFalse();
            assertThat(entries()).hasSize(3);

            other.destroyForcibly().waitFor();
            assertThat(use.dropAllBut(drawn)).as("the other was killed").isTrue();
            assertThat(entries()).containsExactlyInAnyOrder(KEY, ".in-use");
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void a_process_uses_a_cache_once_at_a_time() throws IOException {
        try (var _ = CacheUse.begin(cache)) {
            assertThatThrownBy(() -> CacheUse.begin(cache.resolve("../cache")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("already");
        }
        try (CacheUse again = CacheUse.begin(cache)) {
            assertThat(again.dropAllBut(drawn)).isTrue();
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        cache.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private Set<String> entries() throws IOException {
        try (Stream<Path> all = Files.list(cache)) {
            return all.map(each -> each.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
