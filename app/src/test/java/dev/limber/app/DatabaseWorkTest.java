package dev.limber.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.app.cli.Console;
import dev.limber.app.cli.ExitCode;
import dev.limber.app.cli.LimberCommand;
import dev.limber.app.config.Machine;
import dev.limber.storage.SqliteStore;
import dev.limber.storage.StorageConfig;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseWorkTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void setHome() {
        environment.put("LIMBER_HOME", folder.resolve("home").toString());
    }

    @Test
    void a_backup_is_a_database_and_says_where_it_is() {
        var config = StorageConfig.Sqlite.in(folder.resolve("home"));
        try (SqliteStore _ = SqliteStore.open(config)) {
            assertThat(run("db", "backup", "copy.db")).isEqualTo(ExitCode.FINE);
        }
        assertThat(shown(out))
                .startsWith("Backed up to " + folder.resolve("copy.db"))
                .contains("complete and checked");
        assertThat(shown(err)).isEmpty();
        SqliteStore.open(new StorageConfig.Sqlite(folder.resolve("copy.db"))).close();
    }

    @Test
    void what_cannot_be_backed_up_is_said_in_one_line() {
        assertThat(run("db", "backup", "copy.db")).isEqualTo(ExitCode.FAULT);
        assertThat(shown(err).lines()).singleElement().asString().startsWith("There is no database ");
        assertThat(folder.resolve("copy.db")).doesNotExist();
    }

    @Test
    void postgresql_is_backed_up_by_its_own_means() {
        environment.put("LIMBER_DATABASE_URL", "postgresql://ann:hunter2@db/limber");
        assertThat(run("db", "backup", "copy.db")).isEqualTo(ExitCode.FAULT);
        assertThat(shown(err)).contains("use its pg_dump").doesNotContain("ann", "hunter2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sqlite:a.db              | sqlite:b.db            | 2 | It moves from SQLite to PostgreSQL alone
            postgresql://h/a         | sqlite:b.db            | 2 | It moves from SQLite to PostgreSQL alone
            mysql://h/a              | postgresql://u:x@h/    | 2 | FROM: databases of the kind 'mysql' are not served
            sqlite:a.db              | postgresql://u:x@h/    | 2 | TO: does not name a host and a database of PostgreSQL
            sqlite:missing.db        | postgresql://u:x@h/b   | 1 | missing.db, so there is nothing to move
            sqlite:limber.db         | postgresql://someone:hunter2@localhost:1/b | 1 | The database localhost:1/b cannot be reached
            """)
    void what_cannot_be_moved_is_said(String from, String to, int code, String words) throws Exception {
        Files.createDirectories(folder.resolve("home"));
        SqliteStore.open(StorageConfig.Sqlite.in(folder.resolve("home"))).close();
        assertThat(run("db", "move", from, to)).isEqualTo(code);
        assertThat(shown(err)).contains(words).doesNotContain("hunter2", "someone");
    }

    @Test
    void how_far_it_is_is_a_bar_where_somebody_looks_on_and_else_some_lines() {
        var bar = new ProgressLine(new PrintStream(out, true, UTF_8), true);
        var lines = new ProgressLine(new PrintStream(err, true, UTF_8), false);
        for (long rows = 0; rows <= 3000; rows += 100) {
            bar.copied(rows, 3000);
            lines.copied(rows, 3000);
        }
        assertThat(shown(out)).startsWith("\r[").contains("\r[" + "#".repeat(20) + " ".repeat(20) + "] 50 %");
        assertThat(shown(out)).endsWith("\r[" + "#".repeat(40) + "] 100 %" + System.lineSeparator());
        assertThat(shown(err).lines())
                .hasSize(11)
                .startsWith("0 % of 3000 rows", "10 % of 3000 rows")
                .endsWith("100 % of 3000 rows");
    }

    private int run(String... line) {
        var machine = new Machine(environment, folder, folder, Optional.of("ann"), ZoneOffset.UTC);
        var console = new Console(
                machine,
                InputStream.nullInputStream(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
        return LimberCommand.run(console, new Wiring(InstantSource.system(), () -> {}), line);
    }

    private static String shown(ByteArrayOutputStream stream) {
        return stream.toString(UTF_8);
    }
}
