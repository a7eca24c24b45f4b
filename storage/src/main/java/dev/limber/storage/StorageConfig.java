package dev.limber.storage;

import java.nio.file.Path;
import java.util.Optional;

/** Where the store keeps its data. */
public sealed interface StorageConfig {
    /** @param file the database; missing folders above it are created */
    record Sqlite(Path file) implements StorageConfig {
        /** The default: a file of a fixed name in the data folder. */
        public static Sqlite in(Path dataFolder) {
            return new Sqlite(dataFolder.resolve("limber.db"));
        }
    }

    /**
     * A database that a PostgreSQL server has.
     *
     * @param jdbcUrl {@code jdbc:postgresql://host:port/database?parameters}, with neither user nor password
     */
    record Postgres(String jdbcUrl, Optional<String> user, Optional<String> password) implements StorageConfig {
        private static final String PREFIX = "jdbc:postgresql://";

        public Postgres {
            if (!jdbcUrl.startsWith(PREFIX)) {
                throw new IllegalArgumentException("a URL of PostgreSQL begins with " + PREFIX);
            }
        }

        /** The URL without its parameters, which may hold secrets. */
        String plainUrl() {
            int parameters = jdbcUrl.indexOf('?');
            return parameters < 0 ? jdbcUrl : jdbcUrl.substring(0, parameters);
        }

        /** Such as {@code host:port/database}. */
        String place() {
            return plainUrl().substring(PREFIX.length());
        }

        /** Tells no secret. */
        @Override
        public String toString() {
            return plainUrl();
        }
    }
}
