package dev.limber.local.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The conversations of all who chat in the page, a file each in one folder. */
final class Conversations {
    private static final Logger LOG = LoggerFactory.getLogger(Conversations.class);

    /** As long as the coach keeps what it knows of somebody who stays away. */
    private static final Duration KEPT = Duration.ofDays(365);

    private static final String END = ".jsonl";
    private static final int NAME_CHARACTERS = 32;

    private final Path folder;
    private final InstantSource clock;
    private final Consumer<Entry> whenLoaded;
    private final Map<String, Conversation> open = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * @param folder made when something is said
     * @param whenLoaded is told of each entry that is found in a file
     */
    Conversations(Path folder, InstantSource clock, Consumer<Entry> whenLoaded) {
        this.folder = folder;
        this.clock = clock;
        this.whenLoaded = whenLoaded;
    }

    Conversation of(Person person) {
        Conversation conversation = open.computeIfAbsent(person.id(), id -> {
            var loaded = new Conversation(person, new Journal(folder.resolve(fileName(id))), clock);
            loaded.all().forEach(whenLoaded);
            return loaded;
        });
        if (closed) {
            conversation.close();
        }
        return conversation;
    }

    /** All who have said something here, by name. */
    List<Person> people() {
        return files().stream()
                .map(file -> new Journal(file).head())
                .flatMap(Optional::stream)
                .map(head -> Person.named(head.name()))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Person::id))
                .toList();
    }

    /** Forgets the conversations in which nothing was said for a year. */
    void forgetOld() {
        Instant oldest = clock.instant().minus(KEPT);
        for (Path file : files()) {
            try {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                LOG.warn("a conversation of long ago stays: {}", e.getClass().getSimpleName());
            }
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(END))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names have letters that not every file system takes. */
    private static String fileName(String id) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, NAME_CHARACTERS) + END;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void close() {
        closed = true;
        open.values().forEach(Conversation::close);
    }
}
