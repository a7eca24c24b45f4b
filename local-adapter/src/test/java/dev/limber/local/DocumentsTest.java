package dev.limber.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limber.core.chat.Block.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentsTest {
    @TempDir
    private Path temp;

    private static Document document(String name, String text) {
        return new Document(name, "application/json", text);
    }

    @Test
    void a_document_is_readable_by_its_owner_alone() throws IOException {
        Path folder = temp.resolve("new/documents");
        Path written = new Documents(folder).write(document("limber-data.json", "{\"ä\":1}"));

        assertThat(written).isEqualTo(folder.resolve("limber-data.json")).hasContent("{\"ä\":1}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void a_newer_document_replaces_the_older_one() throws IOException {
        Documents documents = new Documents(temp);
        documents.write(document("data.json", "old and longer"));
        Path written = documents.write(document("data.json", "new"));

        assertThat(written).hasContent("new");
        try (Stream<Path> files = Files.list(temp)) {
            assertThat(files).containsExactly(written);
        }
    }

    @Test
    void a_link_planted_in_the_folder_is_replaced_and_not_followed() throws IOException {
        Path victim = Files.writeString(temp.resolve("victim"), "untouched");
        Path folder = Files.createDirectory(temp.resolve("folder"));
        Files.createSymbolicLink(folder.resolve("data.json"), victim);

        new Documents(folder).write(document("data.json", "mine"));

        assertThat(victim).hasContent("untouched");
        assertThat(folder.resolve("data.json")).isRegularFile().hasContent("mine");
    }

    @Test
    void a_folder_that_cannot_be_made_is_an_error() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "in the way");
        assertThatThrownBy(() -> new Documents(file.resolve("documents")).write(document("data.json", "")))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "limber-data.json, limber-data.json",
        "../../etc/passwd, etc-passwd",
        "/etc/passwd, etc-passwd",
        ".bashrc, bashrc",
        "-rf, rf",
        "my data\u001b[31m.json, my-data-31m.json",
        "..., document.txt",
        "'', document.txt",
        "Ü.json, json",
    })
    void a_name_is_made_safe(String name, String safe) {
        assertThat(Documents.safeName(name)).isEqualTo(safe);
    }

    @Test
    void a_long_name_keeps_its_ending() {
        assertThat(Documents.safeName("x".repeat(300) + ".json")).hasSize(100).endsWith("x.json");
    }
}
