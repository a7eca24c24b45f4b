package dev.limber.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.limber.core.runtime.StoreException;
import dev.limber.testkit.TurnBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OneProcessTest {
    @TempDir
    Path folder;

    @Test
    void aSecondProcessIsRefusedInOneSentenceThatNamesTheFile() throws IOException {
        Path file = folder.resolve("limber.db");
        try (Child holder = Child.start(Holder.class, file.toString())) {
            holder.expect("holding 0");
            assertRefused(file);
        }
        await().untilAsserted(() -> assertThatCode(() -> open(file).close()).doesNotThrowAnyException());
    }

    @Test
    void aFrozenHolderStillHoldsTheFileUntilItIsKilled() throws IOException {
        Path file = folder.resolve("limber.db");
        try (Child holder = Child.start(Holder.class, file.toString())) {
            holder.expect("holding 0");
            assertThat(Child.succeeds("kill", "-STOP", Long.toString(holder.pid())))
                    .isTrue();
            assertRefused(file);
        }
        open(file).close();
    }

    @Test
    void aSecondStoreInTheSameProcessIsRefusedAndDoesNotLetOthersIn() throws IOException {
        Path file = folder.resolve("limber.db");
        try (SqliteStore first = open(file)) {
            assertRefused(file);
            assertRefused(folder.resolve("..").resolve(folder.getFileName()).resolve("limber.db"));
            Path link = Files.createSymbolicLink(folder.resolve("link.db"), file);
            assertRefused(link);
            try (Child other = Child.start(Holder.class, file.toString())) {
                assertThat(other.line())
                        .hasValueSatisfying(line -> assertThat(line).contains("Another Limber is using"));
            }
            assertThat(first.find(TurnBuilder.person("anna"))).isEmpty();
        }
        open(file).close();
    }

    @Test
    void closingAStoreASecondTimeDoesNotTakeTheFileFromTheNext() {
        Path file = folder.resolve("limber.db");
        SqliteStore first = open(file);
        first.close();
        try (SqliteStore second = open(file)) {
            first.close();
            assertRefused(file);
            assertThat(second.find(TurnBuilder.person("anna"))).isEmpty();
        }
    }

    private static SqliteStore open(Path file) {
        return SqliteStore.open(new StorageConfig.Sqlite(file));
    }

    private static void assertRefused(Path file) {
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("Another Limber is using ")
                .hasMessageContaining("limber.db: stop it first");
    }
}
