package dev.limber.storage;

import static dev.limber.testkit.StoreUse.committed;
import static dev.limber.testkit.TurnBuilder.person;
import static dev.limber.testkit.TurnBuilder.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.limber.core.runtime.Dossier;
import dev.limber.core.runtime.HistoryEntry;
import dev.limber.core.runtime.Store;
import dev.limber.core.runtime.StoreException;
import dev.limber.testkit.TurnBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SqliteBackupTest {
    @TempDir
    Path folder;

    private Path file;
    private Path copy;

    @BeforeEach
    void nameFiles() throws IOException {
        file = Files.createDirectory(folder.resolve("data")).resolve("limber.db");
        copy = Files.createDirectory(folder.resolve("copies")).resolve("copy.db");
    }

    @Test
    void whileAnotherProcessWritesACopyOfOneMomentIsMade() throws IOException {
        try (Child child = Child.start(ScriptedTurns.class, file.toString())) {
            for (int line = 0; line < 400; line++) {
                assertThat(child.line()).isPresent();
            }
            long bytes = backup();
            assertThat(bytes).isEqualTo(Files.size(copy)).isPositive();
            assertThat(child.line()).isPresent();
            child.kill();
            assertThat(child.rest()).isNotEmpty();
        }
        int turns = 0;
        try (Store store = SqliteStore.open(new StorageConfig.Sqlite(copy))) {
            for (int person = 0; person < ScriptedTurns.PEOPLE; person++) {
                Dossier dossier = store.everything(ScriptedTurns.person(person));
                int taken = dossier.state()
                        .map(stored -> TurnBuilder.turns(stored.version()))
                        .orElse(0);
                assertThat(dossier.history()).extracting(HistoryEntry::id).hasSize(taken);
                turns += taken;
            }
        }
        assertThat(turns).isGreaterThan(50);
    }

    @Test
    void whatAProcessThatWasKilledHadStoredIsInTheCopyAndTheFileStaysAsItWas() throws IOException {
        try (Child child = Child.start(ScriptedTurns.class, file.toString())) {
            for (int line = 0; line < 200; line++) {
                assertThat(child.line()).isPresent();
            }
            child.kill();
            child.awaitEnd();
        }
        byte[] before = Files.readAllBytes(file);
        backup();
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (Store original = SqliteStore.open(new StorageConfig.Sqlite(file));
                Store restored = SqliteStore.open(new StorageConfig.Sqlite(copy))) {
            for (int person = 0; person < ScriptedTurns.PEOPLE; person++) {
                assertThat(restored.everything(ScriptedTurns.person(person)))
                        .isEqualTo(original.everything(ScriptedTurns.person(person)));
            }
        }
    }

    @Test
    void whatWasForgottenIsNotInIt() throws IOException {
        try (Store store = SqliteStore.open(new StorageConfig.Sqlite(file))) {
            for (int i = 0; i < 40; i++) {
                committed(store, turn(person("mark-" + i + "-"), 0).state(("secret of mark-" + i + "- ").repeat(200)));
            }
            for (int i = 0; i < 40; i += 2) {
                committed(store, turn(person("mark-" + i + "-"), 1).forgetting());
            }
        }
        backup();
        String bytes = Files.readString(copy, StandardCharsets.ISO_8859_1);
        for (int i = 0; i < 40; i++) {
            assertThat(bytes.contains("mark-" + i + "-")).as("person %d", i).isEqualTo(i % 2 == 1);
        }
    }

    @Test
    void onlyTheOwnerCanReadItAndNothingElseIsLeft() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "needs POSIX permissions");
        SqliteStore.open(new StorageConfig.Sqlite(file)).close();
        backup();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rw-------");
        assertThat(filesBesideTheCopy()).containsExactly(copy);
    }

    @Test
    void aFileThatIsThereIsLeftAsItIs() throws IOException {
        SqliteStore.open(new StorageConfig.Sqlite(file)).close();
        Files.writeString(copy, "mine");
        assertThatThrownBy(this::backup)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("copy.db is there already, and is left as it is");
        assertThat(copy).hasContent("mine");
    }

    @Test
    void whereNothingCanBeCopiedItIsSaidWhyAndNoFileAppears() throws IOException {
        assertThatThrownBy(this::backup)
                .hasMessageContaining("There is no database")
                .hasMessageContaining("limber.db");
        assertThat(file).doesNotExist();
        Files.writeString(
                file, "no database, but something that is long enough to be looked at as if it were one ".repeat(99));
        assertThatThrownBy(this::backup).hasMessageContaining("is damaged, or no database of Limber's");
        Files.delete(file);
        SqliteStore.open(new StorageConfig.Sqlite(file)).close();
        copy = folder.resolve("nowhere").resolve("copy.db");
        assertThatThrownBy(this::backup).hasMessageContaining("There is no folder for ");
        assertThat(filesBesideTheCopy()).isEmpty();
    }

    @Test
    void whereThereIsNoRoomNoFileAppears() throws IOException {
        try (Store store = SqliteStore.open(new StorageConfig.Sqlite(file))) {
            committed(store, turn(person("anna"), 0).state("x".repeat(900_000)));
        }
        try (Mount disk = Mount.at(folder.resolve("copies"), "256k")) {
            copy = disk.folder().resolve("copy.db");
            assertThatThrownBy(this::backup)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("There is no room for ");
            assertThat(copy).doesNotExist();
        }
    }

    private long backup() {
        return SqliteBackup.write(new StorageConfig.Sqlite(file), copy);
    }

    private List<Path> filesBesideTheCopy() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("copies"))) {
            return files.toList();
        }
    }
}
