package dev.limber.app.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script of an unpacked package, with a tiny program in place of Limber. */
class PackagedScriptTest {
    private static final Duration TIME_TO_REHEARSE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private Path limber = Path.of("");
    private Path unpacked = Path.of("");
    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void anUnpackedPackage() throws IOException {
        unpacked = folder.toRealPath().resolve("some where/limber");
        Path lib = Files.createDirectories(unpacked.resolve("lib"));
        Path sources = Shell.project().resolve("app/src/main");
        Files.copy(sources.resolve("sh/find-jdk.sh"), lib.resolve("find-jdk.sh"));
        Files.copy(sources.resolve("dist/rehearsal.txt"), lib.resolve("rehearsal.txt"));
        Files.createDirectories(unpacked.resolve("bin"));
        limber = Files.copy(
                sources.resolve("dist/limber"), unpacked.resolve("bin/limber"), StandardCopyOption.COPY_ATTRIBUTES);
        tinyProgram(lib.resolve("limber.jar"));
        shell = new Shell(folder).with("LIMBER_START_CACHE", "off");
    }

    @Test
    void arguments_input_and_exit_code_pass_through() throws Exception {
        assertThat(shell.type("typed\n", limber, "chat", "--user", "Ann Lee"))
                .isEqualTo(new Shell.Outcome(0, "arguments: chat|--user|Ann Lee\ninput: typed\n\n", ""));
        assertThat(shell.run(limber, "fail").exit()).isEqualTo(5);
    }

    @Test
    void it_starts_through_a_link() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("stretch"), limber);

        assertThat(shell.run(link).out()).startsWith("arguments: \n");
    }

    @Test
    void signals_reach_the_program_itself() throws Exception {
        Shell.Running running = shell.start("", limber, "wait");
        await().until(() -> Files.readString(running.out()).contains("input"));

        running.process().destroy();

        assertThat(running.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(running.process().exitValue()).isEqualTo(128 + 15);
    }

    @Test
    void options_for_the_java_machine_are_taken() throws Exception {
        assertThat(shell.with("LIMBER_JAVA_OPTIONS", "-Xmx300m --version")
                        .run(limber)
                        .out())
                .contains("25");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    LIMBER_TELEGRAM_TOKEN      | 1:x       |
                    LIMBER_TELEGRAM_TOKEN_FILE | token     |
                    LIMBER_DISCORD_TOKEN       | x         |
                    LIMBER_DISCORD_TOKEN_FILE  | token     |
                    LIMBER_HOME                | ~/my data | my data/limber.yaml
                    LIMBER_HOME                | my data   | my data/limber.yaml
                    XDG_DATA_HOME              | my data   | .local/share/limber/limber.yaml
                    LIMBER_LANGUAGE            | de        | .local/share/limber/limber.yaml
                    """)
    void with_a_token_the_machine_is_set_to_serve(String variable, String value, String yaml) throws Exception {
        shell.with("LIMBER_JAVA_OPTIONS", "-XX:+PrintCommandLineFlags").with(variable, value);
        if (yaml != null) {
            Path settings = folder.resolve(yaml);
            Files.createDirectories(settings.getParent());
            Files.writeString(settings, "language: de\n# telegram-token: 1:x\ndiscord-token:\n");
            assertThat(shell.run(limber).out()).contains("TieredStopAtLevel");
            Files.writeString(settings, "language: de\n discord-token : 'x' # mine\n");
        }

        assertThat(shell.run(limber).out())
                .contains("-XX:TrimNativeHeapInterval=5000")
                .doesNotContain("TieredStopAtLevel");
        assertThat(shell.run(limber, "chat").out()).contains("TieredStopAtLevel");
    }

    @Test
    void the_cache_is_made_at_the_first_start_and_used_from_then_on() throws Exception {
        shell.with("LIMBER_START_CACHE", "now");
        assertThat(shell.run(limber).err()).isEmpty();
        FileTime made = Files.getLastModifiedTime(cache());

        // In this mode the Java machine refuses to start without a cache that fits.
        Shell.Outcome second =
                shell.with("LIMBER_JAVA_OPTIONS", "-XX:AOTMode=on").run(limber);

        assertThat(second).isEqualTo(new Shell.Outcome(0, "arguments: \ninput: \n", ""));
        assertThat(Files.getLastModifiedTime(cache())).isEqualTo(made);
        try (var files = Files.list(unpacked.resolve("cache"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void a_cache_of_an_older_build_is_made_anew() throws Exception {
        shell.with("LIMBER_START_CACHE", "now");
        shell.run(limber);
        FileTime made = Files.getLastModifiedTime(cache());

        Files.delete(unpacked.resolve("lib/limber.jar"));
        tinyProgram(unpacked.resolve("lib/limber.jar"));

        assertThat(shell.with("LIMBER_JAVA_OPTIONS", "-XX:AOTMode=on").run(limber))
                .isEqualTo(new Shell.Outcome(0, "arguments: \ninput: \n", ""));
        assertThat(Files.getLastModifiedTime(cache())).isGreaterThan(made);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"chat", "serve"})
    void the_first_start_does_not_wait_for_the_cache(String command) throws Exception {
        shell.without("LIMBER_START_CACHE");

        // The pipe ends only when nobody holds it any more.
        Shell.Outcome outcome =
                shell.run(Path.of("bash"), "-c", "'" + limber + "' " + command + " </dev/null 2>&1 | cat");

        assertThat(outcome.out()).isEqualTo("arguments: " + command + "\ninput: \n");
        assertThat(findCache()).isEmpty();
        await().atMost(TIME_TO_REHEARSE).until(() -> findCache().isPresent());
        await().until(() -> {
            try (var files = Files.list(unpacked.resolve("cache"))) {
                return files.count() == 1;
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "garbage", "truncated", "folder"})
    void a_broken_cache_does_no_harm(String kind) throws Exception {
        shell.with("LIMBER_START_CACHE", "now").run(limber);
        Path cache = cache();
        byte[] whole = Files.readAllBytes(cache);
        Files.delete(cache);
        switch (kind) {
            case "empty" -> Files.createFile(cache);
            case "garbage" -> Files.write(cache, new byte[100_000]);
            case "truncated" -> Files.write(cache, Arrays.copyOf(whole, whole.length / 2));
            case "folder" -> Files.createDirectories(cache.resolve("sub"));
            default -> throw new IllegalArgumentException(kind);
        }

        assertThat(shell.type("typed", limber, "chat"))
                .isEqualTo(new Shell.Outcome(0, "arguments: chat\ninput: typed\n", ""));
    }

    @Test
    void where_no_cache_can_be_written_it_starts_all_the_same() throws Exception {
        Files.createFile(unpacked.resolve("cache"));
        shell.with("LIMBER_START_CACHE", "now").with("LIMBER_HOME", "/dev/null/none");

        assertThat(shell.run(limber, "chat")).isEqualTo(new Shell.Outcome(0, "arguments: chat\ninput: \n", ""));
    }

    @Test
    void where_the_package_cannot_be_written_to_the_cache_is_in_the_data_folder() throws Exception {
        Files.createFile(unpacked.resolve("cache"));
        Path home = folder.resolve("data");

        shell.with("LIMBER_START_CACHE", "now")
                .with("LIMBER_HOME", home.toString())
                .run(limber);

        assertThat(home.resolve("cache")).isDirectoryContaining("glob:**/limber-*.aot");
        assertThat(Files.getPosixFilePermissions(home)).hasSize(3);
    }

    @Test
    void a_rehearsal_that_fails_is_not_tried_at_every_start() throws Exception {
        Files.delete(unpacked.resolve("lib/rehearsal.txt"));
        shell.with("LIMBER_START_CACHE", "now").run(limber);

        assertThat(unpacked.resolve("cache")).isDirectoryContaining("glob:**/*.failed");
        assertThat(shell.run(limber)).isEqualTo(new Shell.Outcome(0, "arguments: \ninput: \n", ""));
    }

    private Path cache() throws IOException {
        return findCache().orElseThrow();
    }

    private Optional<Path> findCache() throws IOException {
        if (!Files.isDirectory(unpacked.resolve("cache"))) {
            return Optional.empty();
        }
        try (var files = Files.list(unpacked.resolve("cache"))) {
            return files.filter(file -> file.toString().endsWith(".aot")).findFirst();
        }
    }

    private static void tinyProgram(Path jar) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, TinyProgram.class.getName());
        String name = TinyProgram.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream in = Optional.ofNullable(TinyProgram.class.getResourceAsStream("/" + name))
                        .orElseThrow()) {
            out.putNextEntry(new JarEntry(name));
            in.transferTo(out);
        }
    }
}
