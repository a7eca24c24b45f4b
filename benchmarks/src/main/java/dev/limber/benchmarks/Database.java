package dev.limber.benchmarks;

import dev.limber.core.runtime.Store;
import dev.limber.storage.PostgresStore;
import dev.limber.storage.SqliteStore;
import dev.limber.storage.StorageConfig;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/** Where the people of a measurement are stored, with what the two kinds of databases say differently. */
sealed interface Database {
    /** Opened by one process at a time, and by {@link #connect} only while it is closed. */
    Store open();

    Connection connect() throws SQLException;

    /** A table {@code number} with a column {@code n}, from {@code from} up to but without {@code to}. */
    String numbers(int from, int to);

    /** Brings what the database knows of its own tables up to date after so much was written. */
    String settle();

    /** Tells another process which one it is. */
    String name();

    static Database named(String name) {
        return name.startsWith("jdbc:") ? new Server(name) : new File(Path.of(name));
    }

    record File(Path folder) implements Database {
        @Override
        public Store open() {
            return SqliteStore.open(StorageConfig.Sqlite.in(folder));
        }

        @Override
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(
                    "jdbc:sqlite:" + StorageConfig.Sqlite.in(folder).file());
        }

        @Override
        public String numbers(int from, int to) {
            return "WITH RECURSIVE number (n) AS (SELECT " + from + " UNION ALL SELECT n + 1 FROM number WHERE n < "
                    + (to - 1) + ") ";
        }

        @Override
        public String settle() {
            return "PRAGMA wal_checkpoint(TRUNCATE)";
        }

        @Override
        public String name() {
            return folder.toString();
        }
    }

    record Server(String url) implements Database {
        @Override
        public Store open() {
            return PostgresStore.open(new StorageConfig.Postgres(url, Optional.of("postgres"), Optional.empty()));
        }

        @Override
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url, "postgres", "");
        }

        @Override
        public String numbers(int from, int to) {
            return "WITH number (n) AS (SELECT generate_series(" + from + ", " + (to - 1) + ")) ";
        }

        @Override
        public String settle() {
            return "VACUUM ANALYZE";
        }

        @Override
        public String name() {
            return url;
        }
    }
}
