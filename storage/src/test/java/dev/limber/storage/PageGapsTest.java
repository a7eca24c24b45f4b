package dev.limber.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageGapsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {512, 1024, 4096})
    void whatStaysBehindInPagesIsClearedAndNothingElseChanges(int pageSize) throws SQLException, IOException {
        Path file = folder.resolve("gaps.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA page_size = " + pageSize);
            statement.execute("PRAGMA secure_delete = ON");
            churn(statement);
        }
        assertThat(hasSecrets(file)).as("with secure_delete alone").isTrue();
        String before = dump(file);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long next = 0;
            do {
                next = PageGaps.clear(channel, next, 7);
            } while (next > 0);
        }
        assertThat(hasSecrets(file)).isFalse();
        assertThat(dump(file)).isEqualTo(before);
    }

    /** Rows of all sizes come and go, the secret ones for good. */
    private static void churn(Statement statement) throws SQLException {
        statement.execute("CREATE TABLE t (k TEXT PRIMARY KEY, x TEXT)");
        statement.execute("CREATE TABLE c (k TEXT PRIMARY KEY, x TEXT) WITHOUT ROWID");
        statement.execute("BEGIN");
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String table = random.nextBoolean() ? "t" : "c";
            String word = i % 3 == 0 ? "secret" : "public";
            statement.execute("INSERT OR REPLACE INTO " + table + " VALUES ('" + word + random.nextInt(2000) + "', '"
                    + (word + " ").repeat(random.nextInt(60)) + "')");
        }
        for (String table : new String[] {"t", "c"}) {
            statement.execute("DELETE FROM " + table + " WHERE k LIKE 'secret%'");
        }
        statement.execute("COMMIT");
    }

    /** All rows, after SQLite has found the file to be sound. */
    private static String dump(Path file) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            try (var check = statement.executeQuery("PRAGMA integrity_check")) {
                assertThat(check.next()).isTrue();
                assertThat(check.getString(1)).isEqualTo("ok");
            }
            var dump = new StringBuilder();
            try (var rows = statement.executeQuery("SELECT k, x FROM t UNION ALL SELECT k, x FROM c")) {
                while (rows.next()) {
                    dump.append(rows.getString(1))
                            .append('=')
                            .append(rows.getString(2))
                            .append('\n');
                }
            }
            return dump.toString();
        }
    }

    private static boolean hasSecrets(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("secret");
    }
}
