package dev.limber.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Block;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackPicturesTest {
    private static final byte[] DOT = "GIF89a: a dot".getBytes(UTF_8);

    @TempDir
    Path folder;

    private Path pack = Path.of("");
    private PackPictures pictures = new PackPictures(Optional.empty());

    @BeforeEach
    void aPackWithAPicture() throws Exception {
        pack = Files.createDirectories(folder.resolve("pack"));
        Files.createDirectories(pack.resolve("pictures"));
        Files.write(pack.resolve("pictures/dot.gif"), DOT);
        Files.write(folder.resolve("outside.gif"), DOT);
        pictures = new PackPictures(Optional.of(pack));
    }

    @Test
    void a_picture_is_found_in_the_authors_pack() throws Exception {
        assertThat(pictures.find(picture("pictures/dot.gif", DOT))).contains(DOT);
    }

    @Test
    void one_that_has_changed_is_not_the_picture_any_more() throws Exception {
        Files.writeString(pack.resolve("pictures/dot.gif"), "GIF89a: a line");

        assertThat(pictures.find(picture("pictures/dot.gif", DOT))).isEmpty();
    }

    @Test
    void what_the_authors_pack_does_not_have_is_taken_from_the_built_in_one() throws Exception {
        try (InputStream in = Optional.ofNullable(getClass().getResourceAsStream("/dev/limber/content/pack.yaml"))
                .orElseThrow()) {
            byte[] builtIn = in.readAllBytes();
            Files.writeString(pack.resolve("pack.yaml"), "another one");

            assertThat(pictures.find(picture("pack.yaml", builtIn))).contains(builtIn);
            assertThat(new PackPictures(Optional.empty()).find(picture("pack.yaml", builtIn)))
                    .contains(builtIn);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.gif",
                "pictures/../../outside.gif",
                "/outside.gif",
                "",
                ".",
                "pictures//dot.gif",
                "pictures/./dot.gif",
                "pictures\\dot.gif",
                ".hidden/dot.gif",
                "pictures",
                "no-such.gif",
                "a\0b.gif"
            })
    void nothing_else_is_found(String path) throws Exception {
        assertThat(pictures.find(picture(path, DOT))).isEmpty();
    }

    @Test
    void links_that_lead_out_are_not_followed() throws Exception {
        Files.createSymbolicLink(pack.resolve("link.gif"), folder.resolve("outside.gif"));
        Files.createSymbolicLink(pack.resolve("up"), folder);
        Files.createSymbolicLink(pack.resolve("within.gif"), pack.resolve("pictures/dot.gif"));

        assertThat(pictures.find(picture("link.gif", DOT))).isEmpty();
        assertThat(pictures.find(picture("up/outside.gif", DOT))).isEmpty();
        assertThat(pictures.find(picture("within.gif", DOT))).contains(DOT);
    }

    private static Block.Picture picture(String path, byte[] bytes) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
        return Block.Picture.of(path, HexFormat.of().formatHex(hash), "a dot");
    }
}
