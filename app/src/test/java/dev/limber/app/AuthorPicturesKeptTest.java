package dev.limber.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.Block;
import dev.limber.core.exercise.Pictures;
import dev.limber.core.text.Content;
import dev.limber.core.text.ContentReader;
import dev.limber.core.text.ContentReading;
import dev.limber.core.text.Pack;
import dev.limber.illustrator.Drawing;
import dev.limber.illustrator.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is drawn when, and how long it is kept. Here the picture of a pose file is its text. */
@Timeout(60)
class AuthorPicturesKeptTest {
    private static final Content CONTENT = content();

    @TempDir
    private Path folder;

    private final Semaphore allowed = new Semaphore(1_000);
    private final AtomicInteger begun = new AtomicInteger();
    private int versions;
    private Path pack = Path.of("");
    private Path cache = Path.of("");
    private AuthorPictures pictures = new AuthorPictures(Optional.empty(), Path.of(""));

    @BeforeEach
    void open() throws IOException {
        pack = Files.createDirectories(folder.resolve("pack"));
        cache = Files.createDirectories(folder.resolve("drawn"));
        Files.createDirectories(pack.resolve("poses"));
        pictures = new AuthorPictures(Optional.of(pack), cache, this::draw);
    }

    @AfterEach
    void close() {
        pictures.close();
    }

    private Drawing draw(Path from, Path into) throws IOException {
        begun.incrementAndGet();
        allowed.acquireUninterruptibly();
        var drawn = new ArrayList<Picture>();
        Map<String, Path> files = new HashMap<>();
        try (Stream<Path> poses = Files.list(from.resolve("poses"))) {
            for (Path pose : poses.toList()) {
                byte[] text = Files.readAllBytes(pose);
                String id = pose.getFileName().toString().replace(".yaml", "");
                String path = "pictures/kim/" + id + ".gif";
                Path file = into.resolve(hash(text).substring(0, 32)).resolve(path);
                Files.createDirectories(file.getParent());
                Files.write(file, text);
                files.put(path, file);
                var there = new Picture.Drawn(path, hash(text), text.length);
                drawn.add(new Picture(id, "kim", Optional.empty(), there, there, 480, 360));
            }
        }
        return new Drawing.Done(drawn, files, drawn.size());
    }

    @Test
    void a_version_is_drawn_once_however_often_it_is_asked_for() throws IOException {
        write("mine", "first");
        for (String version : List.of("1", "1", "1", "2", "2", "1")) {
            pictures.update(version(version));
        }
        write("last", "of all");
        update();
        await().until(() -> moving("last").isPresent());
        assertThat(begun).as("three changes, and the last one").hasValue(4);
    }

    @Test
    void what_is_drawn_stays_until_the_new_is_there() throws IOException {
        write("mine", "first");
        update();
        await().until(() -> moving("mine").isPresent());
        Pictures.File first = moving("mine").orElseThrow();

        allowed.drainPermits();
        write("mine", "second");
        write("seal", "not the built-in one");
        update();
        await().until(() -> moving("seal").isEmpty());
        assertThat(moving("mine")).contains(first);
        assertThat(pictures.find(Block.Picture.of(first.path(), first.sha256(), "")))
                .isPresent();

        allowed.release();
        await().until(() -> moving("seal").isPresent());
        assertThat(moving("mine")).isPresent().isNotEqualTo(Optional.of(first));
    }

    @Test
    void what_cannot_be_drawn_costs_no_picture_that_is_there() throws IOException {
        List<AuthorPictures.Drawer> drawers = List.of(
                this::draw,
                (_, _) -> new Drawing.Refused(List.of()),
                (_, _) -> {
                    throw new IOException("No space left on device");
                },
                this::draw);
        var next = new AtomicInteger();
        try (var failing = new AuthorPictures(
                Optional.of(pack),
                cache,
                (from, into) -> drawers.get(next.getAndIncrement()).draw(from, into))) {
            write("mine", "first");
            failing.update(version("1"));
            await().until(() -> moving(failing, "mine").isPresent());
            Pictures.File first = moving(failing, "mine").orElseThrow();
            Set<String> kept = kept();

            write("mine", "second");
            failing.update(version("2"));
            failing.update(version("3"));
            await().until(() -> next.get() == 3);
            assertThat(moving(failing, "mine")).contains(first);
            assertThat(failing.find(Block.Picture.of(first.path(), first.sha256(), "")))
                    .isPresent();
            assertThat(kept()).isEqualTo(kept).hasSize(1);

            failing.update(version("4"));
            await().until(() -> !moving(failing, "mine").equals(Optional.of(first)));
        }
    }

    @Test
    void what_the_pack_has_no_use_for_is_dropped_when_the_new_is_there() throws IOException {
        write("mine", "first");
        update();
        await().until(() -> moving("mine").isPresent());
        Set<String> first = kept();

        write("mine", "second");
        update();
        await().untilAsserted(() -> assertThat(kept()).hasSize(1).isNotEqualTo(first));
        Files.delete(pack.resolve("poses/mine.yaml"));
        update();
        await().untilAsserted(() -> assertThat(kept()).isEmpty());
    }

    @Test
    void where_it_cannot_be_told_that_a_cache_is_used_all_is_drawn_and_nothing_dropped() throws IOException {
        Files.createDirectories(cache.resolve(".in-use"));
        for (String text : List.of("first", "second")) {
            write("mine", text);
            update();
            await().until(() -> moving("mine")
                    .filter(file -> file.sha256().equals(hash(text.getBytes(UTF_8))))
                    .isPresent());
        }
        write("last", "of all");
        update();
        await().until(() -> moving("last").isPresent());
        assertThat(kept()).hasSize(3);
    }

    private void write(String pose, String text) throws IOException {
        Files.writeString(pack.resolve("poses/" + pose + ".yaml"), text);
    }

    private void update() {
        pictures.update(version("version " + ++versions));
    }

    private static Content version(String version) {
        return new Content(
                version,
                CONTENT.catalog(),
                CONTENT.pictures(),
                CONTENT.phrasebook(),
                CONTENT.utterances(),
                CONTENT.times());
    }

    private Optional<Pictures.File> moving(String pose) {
        return moving(pictures, pose);
    }

    private static Optional<Pictures.File> moving(AuthorPictures drawn, String pose) {
        return drawn.over(CONTENT)
                .pictures()
                .find(pose, "kim", Optional.empty())
                .map(Pictures.Picture::moving);
    }

    /** The names of what was drawn and is still there. */
    private Set<String> kept() throws IOException {
        try (Stream<Path> all = Files.list(cache)) {
            return all.map(each -> each.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .collect(Collectors.toSet());
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static Content content() {
        return switch (ContentReader.read(List.of(Pack.builtIn()))) {
            case ContentReading.Accepted(Content read, var _) -> read;
            case ContentReading.Refused(var faults) -> throw new AssertionError(faults.toString());
        };
    }
}
