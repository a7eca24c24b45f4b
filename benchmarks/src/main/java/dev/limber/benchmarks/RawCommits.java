package dev.limber.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The peer: how many one-row transactions a second SQLite commits here, one after the other, each on the disk. */
final class RawCommits {
    private static final double SECONDS = 3;

    private RawCommits() {}

    static double perSecond(Path folder) throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("raw-" + System.nanoTime() + ".db");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, text TEXT NOT NULL)");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO row (text) VALUES (?)")) {
                long start = System.nanoTime();
                int commits = 0;
                while (System.nanoTime() - start < SECONDS * 1e9) {
                    insert.setString(1, "one row");
                    insert.executeUpdate();
                    commits++;
                }
                return commits / ((System.nanoTime() - start) / 1e9);
            }
        }
    }
}
