package dev.limber.app.page;

import static org.awaitility.Awaitility.await;

import dev.limber.app.LimberMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** {@code limber page} in a process of its own. */
final class PageProgram implements AutoCloseable {
    private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private Process process;
    private Optional<String> url = Optional.empty();

    private PageProgram(Path folder, int port) {
        this.folder = folder;
        process = run(port);
    }

    /** At any address that is free; whoever asks for it waits until it is known. */
    static PageProgram start(Path folder) {
        return startAt(folder, 0);
    }

    static PageProgram startAt(Path folder, int port) {
        return new PageProgram(folder, port);
    }

    String url() {
        String known = url.orElseGet(this::awaitUrl);
        url = Optional.of(known);
        return known;
    }

    String url(String name) {
        return url() + "?as=" + name;
    }

    private Process run(int port) {
        var program = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                LimberMain.class.getName(),
                "page"));
        program.environment().keySet().removeIf(name -> name.startsWith("LIMBER_"));
        program.environment().put("LIMBER_HOME", folder.resolve("data").toString());
        program.environment().put("LIMBER_PAGE_PORT", String.valueOf(port));
        program.redirectErrorStream(true).redirectOutput(out().toFile());
        try {
            return program.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return URI.create(url()).getPort();
    }

    private Path out() {
        return folder.resolve("out");
    }

    private String awaitUrl() {
        String said = await().atMost(PATIENCE)
                .until(this::said, text -> URL.matcher(text).find());
        return URL.matcher(said).results().findFirst().orElseThrow().group();
    }

    String said() {
        try {
            return Files.readString(out());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as Ctrl-C does. */
    int end() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("it does not end");
        }
        return process.exitValue();
    }

    /** Starts it again at the same address. */
    void startAgain() {
        process = run(port());
        awaitUrl();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
