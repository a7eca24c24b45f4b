package dev.limber.local.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.limber.local.OwnerOnly;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A conversation in a file, a line for each change, after a line that says whose it is. What a call has written is
 * durable; a last line that was torn counts as never written. Not safe for several threads.
 */
final class Journal {
    private final Path file;

    Journal(Path file) {
        this.file = file;
    }

    /** Whose conversation it is, and which of theirs. */
    record Head(String name, String epoch) {}

    /** Empty where there is none, or it cannot be understood. */
    Optional<Head> head() {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (BufferedReader lines = open()) {
            return Optional.ofNullable(lines.readLine())
                    .flatMap(Wire::find)
                    .map(line -> new Head(
                            line.path("name").asText(), line.path("epoch").asText()))
                    .filter(head -> !head.name().isBlank() && !head.epoch().isBlank());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** All changes, oldest first. */
    List<Entry> read() {
        try (BufferedReader lines = open()) {
            return lines.lines()
                    .skip(1)
                    .map(Wire::find)
                    .flatMap(Optional::stream)
                    .map(Wire::entry)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line may be torn within a letter, which is no reason not to read the others. */
    private BufferedReader open() throws IOException {
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
    }

    /** Whether the last line is a whole one, so that another may follow it. */
    boolean isWhole() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) == '\n';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void append(Entry entry) {
        write(file, Wire.line(entry), Set.of(StandardOpenOption.APPEND));
    }

    /** Has these alone from now on, wholly or not at all. */
    void replaceBy(Head head, Collection<Entry> entries) {
        var text = new StringBuilder(line(Wire.head(head)));
        entries.forEach(entry -> text.append(Wire.line(entry)));
        try {
            Files.createDirectories(file.getParent(), OwnerOnly.folder());
            Path draft = Files.createTempFile(file.getParent(), ".limber-", ".part", OwnerOnly.file());
            try {
                write(draft, text.toString(), Set.of(StandardOpenOption.WRITE));
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void erase() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text, Set<StandardOpenOption> options) {
        try (FileChannel channel = FileChannel.open(file, options)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String line(JsonNode json) {
        try {
            return Wire.JSON.writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always written", e);
        }
    }
}
