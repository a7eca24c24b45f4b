package dev.limber.storage;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Where the store keeps its data.
 *
 * @param file the database; missing folders above it are created
 */
public record StorageConfig(Path file) {
    private static final String SQLITE = "jdbc:sqlite:";

    /** The default: a file of a fixed name in the data folder. */
    public static StorageConfig in(Path dataFolder) {
        return new StorageConfig(dataFolder.resolve("limber.db"));
    }

    /**
     * @param databaseUrl {@code jdbc:sqlite:FILE}
     * @throws IllegalArgumentException where it is anything else; the message says what it should be
     */
    public static StorageConfig of(String databaseUrl) {
        String file = databaseUrl.startsWith(SQLITE) ? databaseUrl.substring(SQLITE.length()) : "";
        // Options and in-memory databases would be lost or broken silently: both are refused instead.
        if (file.isBlank() || file.startsWith(":") || file.startsWith("file:") || file.indexOf('?') >= 0) {
            throw new IllegalArgumentException("a database URL must be jdbc:sqlite:FILE, with nothing after the file");
        }
        try {
            return new StorageConfig(Path.of(file));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("not a file name in the database URL: " + e.getMessage(), e);
        }
    }
}
