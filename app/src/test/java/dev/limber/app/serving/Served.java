package dev.limber.app.serving;

import static org.awaitility.Awaitility.await;

import dev.limber.discord.standin.DiscordApi;
import dev.limber.telegram.standin.BotApi;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A Limber in a process of its own. */
final class Served implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path out;
    private final Path err;

    private Served(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** How to start one. */
    static final class Start {
        private final Path folder;
        private final Map<String, String> environment = new TreeMap<>();
        private final List<String> javaOptions = new ArrayList<>();
        private String classPath = System.getProperty("java.class.path");

        Start(Path folder) {
            this.folder = folder;
            environment.put("HOME", folder.toString());
            environment.put("LIMBER_HOME", folder.resolve("data").toString());
            // Many run side by side on this machine.
            environment.put("LIMBER_OPS_BIND", "off");
        }

        Start inTelegram(BotApi api) {
            return with("LIMBER_TELEGRAM_API_URL", api.url()).with("LIMBER_TELEGRAM_TOKEN", api.token());
        }

        Start inDiscord(DiscordApi api) {
            return with("LIMBER_DISCORD_API_URL", api.url())
                    .with("LIMBER_DISCORD_GATEWAY_URL", api.gatewayUrl())
                    .with("LIMBER_DISCORD_TOKEN", api.token());
        }

        /** Every name is this machine's, and noted in a file, as {@link NotedNames} tells. */
        Start notingNamesIn(Path file) throws IOException {
            Path more = Files.createTempDirectory(folder, "services");
            NotedNames.announceIn(more);
            classPath = more + File.pathSeparator + classPath;
            javaOptions.add("-D" + NotedNames.FILE + "=" + file);
            return this;
        }

        Start with(String name, String value) {
            environment.put(name, value);
            return this;
        }

        Start without(String name) {
            environment.remove(name);
            return this;
        }

        Served run(String... arguments) throws IOException {
            var command = new ArrayList<String>(List.of(
                    Path.of(System.getProperty("java.home"), "bin/java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx256m",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    classPath));
            command.addAll(javaOptions);
            command.add("dev.limber.app.LimberMain");
            command.addAll(List.of(arguments));
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            return new Served(process, out, err);
        }

        /** Returns when it says that it is there. */
        Served runUntilUp(String... arguments) throws IOException {
            Served served = run(arguments);
            served.awaitOut("Ctrl-C ends it.");
            return served;
        }
    }

    String out() throws IOException {
        return Files.readString(out);
    }

    String err() throws IOException {
        return Files.readString(err);
    }

    void awaitErr(String words) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> err().contains(words));
    }

    void awaitOut(String words) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !process.isAlive() || out().contains(words));
        if (!process.isAlive()) {
            throw new AssertionError("it ended with " + process.exitValue() + "; see " + err);
        }
    }

    /** @param name such as {@code INT} */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Lets it run for so many milliseconds, unless it ends before. */
    void awaitEndOr(long millis) throws InterruptedException {
        var _ = process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** The exit code. */
    int awaitEnd(Duration longest) throws InterruptedException {
        if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("it still runs after " + longest);
        }
        return process.exitValue();
    }

    int awaitEnd() throws InterruptedException {
        return awaitEnd(PATIENCE);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
