package dev.limber.storage;

import static dev.limber.testkit.StoreUse.committed;
import static dev.limber.testkit.TurnBuilder.person;
import static dev.limber.testkit.TurnBuilder.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.limber.core.chat.Platform;
import dev.limber.core.runtime.Store;
import dev.limber.core.runtime.StoreException;
import dev.limber.core.runtime.StoredState;
import dev.limber.testkit.StoreUse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningTest {
    @TempDir
    Path folder;

    @Test
    void onlyTheOwnerCanReadWhatIsCreated() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "needs POSIX permissions");
        Path parent = folder.resolve("data");
        Path data = parent.resolve("limber");
        try (Store store = SqliteStore.open(StorageConfig.Sqlite.in(data))) {
            committed(store, turn(person("anna"), 0));
            assertThat(permissions(parent)).isEqualTo("rwx------");
            assertThat(permissions(data)).isEqualTo("rwx------");
            Set<Path> files = filesIn(data);
            assertThat(files)
                    .hasSize(4)
                    .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
        }
    }

    @Test
    void everySchemaScriptIsKnown() throws Exception {
        var scripts = OpeningTest.class.getClassLoader().getResource(Schema.SCRIPTS);
        assertThat(scripts).isNotNull();
        var names = filesIn(Path.of(scripts.toURI())).stream()
                .map(file -> file.getFileName().toString().replaceFirst("__.*", ""))
                .toList();
        assertThat(names).hasSize(Schema.LATEST).contains("V" + Schema.LATEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3"})
    void aFileOfAnOlderVersionIsBroughtUpToDateWithAllThatIsInIt(String version) throws SQLException {
        var config = StorageConfig.Sqlite.in(folder);
        Schema.of(Dialect.SQLITE)
                .dataSource(new PlainSource(new Connections(config.file())::openWriter))
                .target(version)
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + config.file());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO subject VALUES ('person/test/anna', 7, '{}', 0, 0)");
            statement.executeUpdate("INSERT INTO outbox (subject_key, forgotten, platform, bot, chat, lane, message,"
                    + " private) VALUES ('person/test/anna', 0, 'test', 'bot', 'home', 'ANSWER', 'hello', 1)");
        }
        try (Store store = SqliteStore.open(config)) {
            store.adapterMemory().put(new Platform("chat"), "bot", "key", "value");

            assertThat(store.adapterMemory().find(new Platform("chat"), "bot", "key"))
                    .contains("value");
            assertThat(store.find(person("anna")).map(StoredState::version)).contains(7L);
            assertThat(StoreUse.owedMessages(store)).containsExactly("hello");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatCannotBeWrittenIsRefusedEvenToRoot() {
        assertRefused(Path.of("/sys/limber/limber.db"))
                .hasMessageStartingWith("/sys/limber/limber.db cannot be written")
                .hasMessageContaining("LIMBER_HOME");
        assertRefused(Path.of("/sys/limber.db")).hasMessageContaining("cannot be written");
    }

    @Test
    void aFolderWhereAFileIsInTheWayIsRefused() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("data"), "not a folder");
        assertRefused(inTheWay.resolve("limber.db")).hasMessageContaining("cannot be written");
        Path directory = Files.createDirectory(folder.resolve("directory"));
        assertRefused(directory).hasMessageContaining("directory cannot be written (it is a folder)");
        assertThat(inTheWay).hasContent("not a folder");
    }

    @Test
    void aReadOnlyDiskIsRefused() throws IOException {
        try (Mount disk = Mount.at(folder, "4m")) {
            Path file = disk.folder().resolve("limber.db");
            SqliteStore.open(new StorageConfig.Sqlite(file)).close();
            disk.makeReadOnly();
            assertRefused(file).hasMessageContaining("limber.db cannot be written");
            assertRefused(disk.folder().resolve("other.db")).hasMessageContaining("other.db cannot be written");
        }
    }

    @Test
    void aReadOnlyFileInAFolderThatCanBeWrittenIsRefused() throws IOException {
        Path file = folder.resolve("limber.db");
        SqliteStore.open(new StorageConfig.Sqlite(file)).close();
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        try (Mount disk = Mount.at(elsewhere, "4m")) {
            Path real = Files.copy(file, disk.folder().resolve("real.db"));
            disk.makeReadOnly();
            Files.delete(file);
            Files.createSymbolicLink(file, real);
            assertRefused(file).hasMessageContaining("limber.db cannot be written");
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLeftAsItIs() throws IOException {
        String letter = "Dear diary,\n".repeat(1000);
        Path file = Files.writeString(folder.resolve("limber.db"), letter);
        assertRefused(file)
                .hasMessageContaining("is damaged, or no database of Limber's")
                .hasMessageContaining("restore the file from a backup, or move it away");
        assertThat(file).hasContent(letter);
    }

    @Test
    void aDatabaseOfAnotherProgramIsRefusedAndLeftAsItIs() throws IOException, SQLException {
        Path file = folder.resolve("limber.db");
        execute(file, "CREATE TABLE recipes (name TEXT)");
        assertRefused(file).hasMessageContaining("is not a database of Limber's");
        execute(file, "INSERT INTO recipes VALUES ('soup')");
        assertThatThrownBy(() -> execute(file, "SELECT * FROM subject")).hasMessageContaining("no such table");
        assertThatThrownBy(() -> execute(file, "SELECT * FROM flyway_schema_history"))
                .hasMessageContaining("no such table");
    }

    @Test
    void aFileFromANewerProgramIsRefusedAndLeftAsItIs() throws IOException, SQLException {
        Path file = folder.resolve("limber.db");
        SqliteStore.open(new StorageConfig.Sqlite(file)).close();
        execute(
                file,
                "INSERT INTO flyway_schema_history SELECT 99, '99', 'later', type, 'V99__later.sql', checksum, installed_by,"
                        + " installed_on, execution_time, success FROM flyway_schema_history WHERE version = '1'");
        byte[] before = Files.readAllBytes(file);
        assertRefused(file).hasMessageContaining("was written by a newer Limber");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void aTruncatedFileIsReportedAsDamaged() throws IOException {
        Path file = filled();
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2 / 4096 * 4096);
        }
        assertDamageIsReported(file);
    }

    @Test
    void pagesOverwrittenWithRubbishAreReportedAsDamage() throws IOException {
        Path file = filled();
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] rubbish = new byte[4096];
            Arrays.fill(rubbish, (byte) 0xA5);
            for (long at = 3 * 4096; at < channel.size(); at += 4096) {
                channel.write(ByteBuffer.wrap(rubbish), at);
            }
        }
        assertDamageIsReported(file);
    }

    /** Two hundred people, closed. */
    private Path filled() {
        Path file = folder.resolve("limber.db");
        try (Store store = SqliteStore.open(new StorageConfig.Sqlite(file))) {
            for (int i = 0; i < 200; i++) {
                committed(store, turn(person("p" + i), 0).state("x".repeat(600)));
            }
        }
        return file;
    }

    /** When opening, or at the latest when the damaged part is read or written. */
    private static void assertDamageIsReported(Path file) {
        assertThatThrownBy(() -> {
                    try (Store store = SqliteStore.open(new StorageConfig.Sqlite(file))) {
                        for (int i = 0; i < 200; i++) {
                            assertThat(store.find(person("p" + i)).orElseThrow().state())
                                    .isEqualTo("x".repeat(600));
                        }
                    }
                })
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("limber.db is damaged");
        assertThat(file).exists();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Path file) {
        return assertThatThrownBy(() -> SqliteStore.open(new StorageConfig.Sqlite(file)))
                .isInstanceOf(StoreException.class);
    }

    private static void execute(Path file, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static Set<Path> filesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return Set.copyOf(files.toList());
        }
    }
}
