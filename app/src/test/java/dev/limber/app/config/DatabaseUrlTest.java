package dev.limber.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.app.config.DatabaseUrl.Read;
import dev.limber.storage.StorageConfig;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @ParameterizedTest
    @CsvSource({
        "sqlite:limber.db, limber.db",
        "jdbc:sqlite:/var/limber.db, /var/limber.db",
        "SQLite:///var/limber.db, /var/limber.db"
    })
    void sqlite_is_a_file(String url, Path file) {
        assertThat(DatabaseUrl.read(url)).isEqualTo(new Read.Sqlite(file));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgresql://db/limber                                 | jdbc:postgresql://db/limber                  |       |
            jdbc:postgresql://db/limber                            | jdbc:postgresql://db/limber                  |       |
            postgres://ann@db:5433/limber                          | jdbc:postgresql://db:5433/limber             | ann   |
            postgresql://ann:hunter2@db/limber                     | jdbc:postgresql://db/limber                  | ann   | hunter2
            postgresql://ann:@db/limber                            | jdbc:postgresql://db/limber                  | ann   |
            postgresql://a%40n:p%2Fq+r%3A@db/limber                | jdbc:postgresql://db/limber                  | a@n   | p/q+r:
            postgresql://ann:p@ss:word@db/limber                   | jdbc:postgresql://db/limber                  | ann   | p@ss:word
            jdbc:postgresql://db/limber?user=ann&password=p%26q    | jdbc:postgresql://db/limber                  | ann   | p&q
            postgresql://ann:x@db/limber?sslmode=require&connect_timeout=3 | jdbc:postgresql://db/limber?sslmode=require&connectTimeout=3 | ann | x
            postgresql://ann:x@a,b:5433/limber?targetServerType=primary | jdbc:postgresql://a,b:5433/limber?targetServerType=primary | ann | x
            postgresql://[::1]:5432/limber                         | jdbc:postgresql://[::1]:5432/limber          |       |
            """)
    void postgresql_is_a_server_and_who_logs_in_stands_apart(String url, String jdbc, String user, String password) {
        assertThat(DatabaseUrl.read(url))
                .isEqualTo(new Read.Postgres(
                        new StorageConfig.Postgres(jdbc, Optional.ofNullable(user), Optional.ofNullable(password))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql:",
                "postgresql:limber",
                "postgresql://",
                "postgresql:///limber",
                "postgresql://db",
                "postgresql://db/",
                "postgresql://ann:hunter2@/limber",
                "postgresql://db:port/limber",
                "postgresql://db/limber/public",
                "postgresql://ann:a b@db/limber",
                "postgresql://ann:%zz@db/limber",
                "jdbc:postgresql://ann:pa/ss@db/limber"
            })
    void what_does_not_say_which_database_is_wrong(String url) {
        assertThat(DatabaseUrl.read(url))
                .isEqualTo(new Read.Wrong(
                        "does not name a host and a database of PostgreSQL",
                        "Write postgresql://user:password@host/database, with all signs but letters and digits of the"
                                + " password percent-encoded."));
    }

    @Test
    void what_is_shown_of_a_database_tells_no_secret() {
        String shown = DatabaseUrl.read("postgresql://ann:hunter2@db/limber?sslpassword=hunter3")
                .toString();

        assertThat(shown).contains("db/limber").doesNotContain("ann", "hunter");
    }
}
