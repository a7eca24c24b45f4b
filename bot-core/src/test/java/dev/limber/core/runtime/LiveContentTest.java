package dev.limber.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.limber.core.exercise.RoutineId;
import dev.limber.core.text.Content;
import dev.limber.core.text.FixtureContent;
import dev.limber.core.text.Pack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveContentTest {
    private static final Duration INTERVAL = Duration.ofMillis(20);
    private static final String TEXTS = "texts/en/mine.yaml";

    @TempDir
    Path folder;

    private final List<Content> changes = new CopyOnWriteArrayList<>();
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Logger logger = Logger.getLogger(LiveContent.class.getName());
    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() throws IOException {
        logger.addHandler(recorder);
        logger.setUseParentHandlers(false);
        write("pack.yaml", "formatVersion: 1");
        name("First");
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(recorder);
        logger.setUseParentHandlers(true);
    }

    @Test
    void withoutAnAuthorsFolderTheBaseIsServed() {
        try (var live = new LiveContent(FixtureContent.pack(), Optional.empty(), INTERVAL, changes::add)) {
            live.start();

            assertThat(live.current().version()).isEqualTo(FixtureContent.read().version());
        }
    }

    @Test
    void anAuthorsFolderIsServedFromTheStart() {
        try (var live = authored()) {
            assertThat(deskName(live)).isEqualTo("First");
        }
    }

    @Test
    void aChangedFileIsReadAgain() throws IOException {
        try (var live = authored()) {
            live.start();
            name("Other");

            await().untilAsserted(() -> assertThat(deskName(live)).isEqualTo("Other"));
            await().untilAsserted(() -> assertThat(changes).containsExactly(live.current()));
        }
    }

    @Test
    void aChangeThatLeavesSizeAndTimeAsTheyWereIsSeenToo() throws IOException {
        try (var live = authored()) {
            live.start();
            var time = Files.getLastModifiedTime(folder.resolve(TEXTS));
            name("Fiyst");
            Files.setLastModifiedTime(folder.resolve(TEXTS), time);

            await().untilAsserted(() -> assertThat(deskName(live)).isEqualTo("Fiyst"));
        }
    }

    @Test
    void aBadPackIsRefusedAsAWholeAndWhatServedBeforeGoesOn() throws IOException {
        try (var live = authored()) {
            live.start();
            write("exercises/new.yaml", "id: nwe\nlevel: 3\n");
            name("Never served");

            await().until(() -> logged.stream()
                    .anyMatch(line -> line.contains("refused")
                            && line.contains("exercises/new.yaml:2: level: unknown key 'level'")
                            && line.contains("exercises/new.yaml:1: 'variants' is missing")));
            assertThat(deskName(live)).isEqualTo("First");
            assertThat(changes).isEmpty();

            Files.delete(folder.resolve("exercises/new.yaml"));
            await().untilAsserted(() -> assertThat(deskName(live)).isEqualTo("Never served"));
        }
    }

    @Test
    void aFolderThatVanishesChangesNothing() throws IOException {
        try (var live = authored()) {
            live.start();
            Files.delete(folder.resolve(TEXTS));
            Files.delete(folder.resolve("texts/en"));
            Files.delete(folder.resolve("texts"));
            Files.delete(folder.resolve("pack.yaml"));
            Files.delete(folder);

            await().until(() -> logged.stream().anyMatch(line -> line.contains("there is no folder")));
            assertThat(live.current().catalog().findRoutine(new RoutineId("desk")))
                    .isPresent();
        }
    }

    @Test
    void aBadPackAtTheStartLeavesTheBase() throws IOException {
        write("sources.yaml", "nonsense");

        try (var live = authored()) {
            assertThat(deskName(live)).isEqualTo("Desk");
            assertThat(logged).anyMatch(line -> line.contains("sources.yaml:1: expected a mapping, found text"));
        }
    }

    @Test
    void aListenerThatFailsDoesNotEndTheWatch() throws IOException {
        try (var live = new LiveContent(FixtureContent.pack(), Optional.of(folder), INTERVAL, _ -> {
            throw new IllegalStateException("a bug of the listener");
        })) {
            live.start();
            name("Second");
            await().untilAsserted(() -> assertThat(deskName(live)).isEqualTo("Second"));

            name("Third");
            await().untilAsserted(() -> assertThat(deskName(live)).isEqualTo("Third"));
        }
    }

    @Test
    void aBaseWithFaultsIsABug() {
        var broken = new Pack("base", new TreeMap<>(), List.of());

        assertThatThrownBy(() -> new LiveContent(broken, Optional.empty(), INTERVAL, changes::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("pack.yaml: the file is missing");
    }

    private LiveContent authored() {
        return new LiveContent(FixtureContent.pack(), Optional.of(folder), INTERVAL, changes::add);
    }

    private static String deskName(LiveContent live) {
        return live.current().phrasebook().in(Locale.ENGLISH).say("routine.desk.name");
    }

    private void name(String name) throws IOException {
        write(TEXTS, "routine: {desk: {name: " + name + "}}");
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Path next = Files.writeString(folder.resolve(".next"), text);
        Files.move(next, path, StandardCopyOption.REPLACE_EXISTING);
    }
}
