package dev.limber.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageConfigTest {
    @Test
    void aDatabaseUrlNamesAFile() {
        assertThat(StorageConfig.of("jdbc:sqlite:/var/lib/limber/a b.db"))
                .isEqualTo(new StorageConfig(Path.of("/var/lib/limber/a b.db")));
        assertThat(StorageConfig.of("jdbc:sqlite:limber.db")).isEqualTo(new StorageConfig(Path.of("limber.db")));
    }

    @Test
    void theDefaultFileIsInTheDataFolder() {
        assertThat(StorageConfig.in(Path.of("home")))
                .isEqualTo(new StorageConfig(Path.of("home").resolve("limber.db")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "limber.db",
                "jdbc:sqlite:",
                "jdbc:sqlite: ",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite:file:limber.db",
                "jdbc:sqlite:limber.db?mode=ro",
                "jdbc:sqlite:a\0b",
                "jdbc:h2:mem:limber"
            })
    void anythingElseIsRefusedWithAHint(String url) {
        assertThatThrownBy(() -> StorageConfig.of(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("database URL");
    }
}
