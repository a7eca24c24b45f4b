package dev.limber.app.scripts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs with an environment of its own, in which nothing of Limber is set. */
final class Shell {
    private static final int PATIENCE_SECONDS = 120;

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    Shell(Path folder) {
        this.folder = folder;
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", folder.toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
    }

    /** What a program said, and how it ended. */
    record Outcome(int exit, String out, String err) {}

    Shell with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Shell without(String name) {
        environment.remove(name);
        return this;
    }

    Shell first(Path toolFolder) {
        return with("PATH", toolFolder + ":" + environment.get("PATH"));
    }

    Outcome run(Path program, String... arguments) throws IOException, InterruptedException {
        return end(start("", program, arguments));
    }

    Outcome type(String input, Path program, String... arguments) throws IOException, InterruptedException {
        return end(start(input, program, arguments));
    }

    Running start(String input, Path program, String... arguments) throws IOException {
        var command = new ArrayList<String>(List.of(program.toString()));
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
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(UTF_8));
        }
        return new Running(process, out, err);
    }

    record Running(Process process, Path out, Path err) {}

    static Outcome end(Running running) throws IOException, InterruptedException {
        if (!running.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            running.process().destroyForcibly().waitFor();
            throw new AssertionError(
                    "still running; it said " + Files.readString(running.out()) + Files.readString(running.err()));
        }
        return new Outcome(
                running.process().exitValue(), Files.readString(running.out()), Files.readString(running.err()));
    }

    /** Writes a program. */
    static Path program(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    /** The folder of the whole project: tests run in that of their module. */
    static Path project() {
        return Path.of("..").toAbsolutePath().normalize();
    }
}
