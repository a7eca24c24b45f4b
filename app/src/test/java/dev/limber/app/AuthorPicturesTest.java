package dev.limber.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.Block;
import dev.limber.core.exercise.Pictures;
import dev.limber.core.text.Content;
import dev.limber.core.text.ContentReader;
import dev.limber.core.text.ContentReading;
import dev.limber.core.text.Pack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorPicturesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String POSE = "poses/seal.yaml";

    @TempDir
    private Path folder;

    private final Pack builtIn = Pack.builtIn();
    private final Content content = content();
    private int versions;
    private Path pack = Path.of("");
    private AuthorPictures pictures = new AuthorPictures(Optional.empty(), Path.of(""));

    @BeforeEach
    void open() throws IOException {
        pack = Files.createDirectories(folder.resolve("pack"));
        Files.createDirectories(pack.resolve("poses"));
        pictures = open(pack);
    }

    @AfterEach
    void close() {
        pictures.close();
    }

    @Test
    void anAuthorsPosesAreDrawnInTheBackgroundBesideTheBuiltInOnes() throws IOException {
        assertThat(pictures.over(content)).isSameAs(content);
        Files.writeString(pack.resolve("poses/mine.yaml"), pose().replace("id: seal", "id: mine"));
        update();
        await().atMost(PATIENCE).until(() -> moving(pictures, "mine").isPresent());

        Pictures.File drawn = moving(pictures, "mine").orElseThrow();
        assertThat(drawn.sha256())
                .as("the same pose, the same picture")
                .isEqualTo(seal(content).sha256());
        assertThat(pictures.find(Block.Picture.of(drawn.path(), drawn.sha256(), "")))
                .isPresent();
        assertThat(pictures.over(content)).isSameAs(pictures.over(content));
        assertThat(moving(pictures, "seal")).contains(seal(content));
        assertThat(pictures.find(builtInPicture())).isPresent();

        try (AuthorPictures again = open(pack)) {
            long begun = System.nanoTime();
            again.update(content);
            await().atMost(PATIENCE).until(() -> moving(again, "mine").isPresent());
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .as("kept from the first time")
                    .isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void anAuthorsPoseTakesThePlaceOfTheBuiltInOneAndWithFaultsHasNoPicture() throws IOException {
        Files.writeString(pack.resolve(POSE), "id: seal\nnonsense: true\n");
        update();
        await().atMost(PATIENCE).until(() -> moving(pictures, "seal").isEmpty());
        assertThat(pictures.find(builtInPicture()))
                .as("what was sent before is still there")
                .isPresent();

        Files.writeString(pack.resolve(POSE), pose());
        update();
        await().atMost(PATIENCE).until(() -> moving(pictures, "seal").isPresent());
        Files.delete(pack.resolve(POSE));
        update();
        await().atMost(PATIENCE).until(() -> pictures.over(content).equals(content));
    }

    private void update() {
        pictures.update(new Content(
                "version " + ++versions,
                content.catalog(),
                content.pictures(),
                content.phrasebook(),
                content.utterances(),
                content.times()));
    }

    private AuthorPictures open(Path pack) {
        return new AuthorPictures(Optional.of(pack), folder.resolve("drawn"));
    }

    private Block.Picture builtInPicture() {
        return Block.Picture.of(seal(content).path(), seal(content).sha256(), "");
    }

    private Optional<Pictures.File> moving(AuthorPictures drawn, String pose) {
        return moving(drawn.over(content), pose);
    }

    private static Pictures.File seal(Content content) {
        return moving(content, "seal").orElseThrow();
    }

    private static Optional<Pictures.File> moving(Content content, String pose) {
        return content.pictures().find(pose, "kim", Optional.empty()).map(Pictures.Picture::moving);
    }

    private String pose() {
        return Optional.ofNullable(builtIn.files().get(POSE)).orElseThrow();
    }

    private Content content() {
        return switch (ContentReader.read(List.of(builtIn))) {
            case ContentReading.Accepted(Content read, var _) -> read;
            case ContentReading.Refused(var faults) -> throw new AssertionError(faults.toString());
        };
    }
}
