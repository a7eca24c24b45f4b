package dev.limber.storage;

import static dev.limber.testkit.StoreUse.committed;
import static dev.limber.testkit.TurnBuilder.person;
import static dev.limber.testkit.TurnBuilder.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.limber.core.runtime.Store;
import dev.limber.core.runtime.StoreException;
import dev.limber.core.runtime.StoredState;
import dev.limber.core.session.Lane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a server or a database that cannot be used, and what is never said. */
@Timeout(60)
class PostgresOpeningTest {
    @Test
    void tablesAreMadeOnceAndWhatIsInThemIsThereAtTheNextStart() {
        StorageConfig.Postgres database = Servers.empty();
        try (Store store = PostgresStore.open(database)) {
            committed(store, turn(person("anna"), 0));
        }
        try (Store store = PostgresStore.open(database)) {
            assertThat(store.find(person("anna"))).isPresent();
        }
        Servers.drop(database);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1", "2", "3"})
    void tablesOfAnOlderVersionAreBroughtUpToDateWithAllThatIsInThem(String version) {
        StorageConfig.Postgres database = Servers.empty();
        Schema.of(Dialect.POSTGRESQL)
                .dataSource(new PlainSource(new PostgresServer(database)::open))
                .target(version)
                .load()
                .migrate();
        Servers.run(database, "INSERT INTO subject VALUES ('person/test/anna', 7, '{}', 0, 0)");
        for (Lane lane : Lane.values()) {
            Servers.run(
                    database,
                    "INSERT INTO outbox (subject_key, forgotten, platform, bot, chat, lane, message, private)"
                            + " VALUES ('person/test/anna', FALSE, 'test', 'bot', 'home', '" + lane
                            + "', 'of " + lane + "', TRUE)");
        }
        try (Store store = PostgresStore.open(database)) {
            assertThat(store.find(person("anna")).map(StoredState::version)).contains(7L);
            assertThat(store.everything(person("anna")).owed())
                    .extracting(owed -> owed.outgoing().message())
                    .containsExactly("of ANSWER", "of NUDGE");
            assertThat(store.nudgeNotes(person("anna"), 1)).isEmpty();
        }
        Servers.drop(database);
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() {
        assertRefused(Servers.at("nowhere")).hasMessageContaining("/nowhere does not exist: create it on the server");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://localhost:1/limber", "jdbc:postgresql://no-such-host.invalid/limber"})
    void aServerThatCannotBeReachedIsNamed(String url) {
        assertRefused(new StorageConfig.Postgres(url, Optional.empty(), Optional.empty()))
                .hasMessageStartingWith("The database " + url.substring("jdbc:postgresql://".length()))
                .hasMessageContaining(" cannot be reached: see that the server runs");
    }

    @Test
    void anEncodingThatCannotHoldAllTextsIsRefused() {
        StorageConfig.Postgres database =
                Servers.create("TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'");
        assertRefused(database).hasMessageContaining("encoding LATIN1").hasMessageContaining("ENCODING 'UTF8'");
        Servers.drop(database);
    }

    @Test
    void aReadOnlyDatabaseIsRefusedAndOneThatBecomesSoFailsWithTheSameWords() {
        StorageConfig.Postgres database = Servers.empty();
        try (Store store = PostgresStore.open(database)) {
            Servers.run(
                    "ALTER DATABASE " + Servers.name(database) + " SET default_transaction_read_only = on",
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + Servers.name(database)
                            + "'");
            assertThatThrownBy(() -> store.commit(turn(person("anna"), 0).build()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("is read-only: name the server that takes writes");
        }
        assertRefused(database).hasMessageContaining("is read-only: name the server that takes writes");
        Servers.drop(database);
    }

    @Test
    void tablesOfANewerLimberAreLeftAsTheyAre() {
        StorageConfig.Postgres database = Servers.empty();
        PostgresStore.open(database).close();
        Servers.run(
                database,
                "INSERT INTO flyway_schema_history SELECT 99, '99', description, type, script, checksum,"
                        + " installed_by, installed_on, execution_time, success FROM flyway_schema_history WHERE"
                        + " version = '1'");
        assertRefused(database).hasMessageContaining("by a newer Limber: start that one");
        Servers.drop(database);
    }

    @Test
    void aDatabaseWithTablesOfSomebodyElseIsLeftAsItIs() {
        StorageConfig.Postgres database = Servers.empty();
        Servers.run(database, "CREATE TABLE invoice (id INT)");
        assertRefused(database).hasMessageContaining("give Limber a database of its own");
        assertThat(Servers.count(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                .isOne();
        Servers.drop(database);
    }

    @Test
    void aUserWhoMayNotMakeTablesIsToldWhatToAllow() {
        StorageConfig.Postgres database = Servers.empty();
        Servers.run("CREATE ROLE guest_of_limber LOGIN PASSWORD 'hunter2'");
        var guest =
                new StorageConfig.Postgres(database.jdbcUrl(), Optional.of("guest_of_limber"), Optional.of("hunter2"));
        assertRefused(guest).hasMessageContaining("let the user own the tables");
        Servers.drop(database);
        Servers.run("DROP ROLE guest_of_limber");
    }

    @Test
    void aSchemaOfItsOwnIsEnoughAndOneThatIsNotThereIsNamed() {
        StorageConfig.Postgres database = Servers.empty();
        Servers.run(database, "CREATE TABLE invoice (id INT)", "CREATE SCHEMA limber");
        var schema = new StorageConfig.Postgres(
                database.jdbcUrl() + "?currentSchema=limber", database.user(), database.password());
        try (Store store = PostgresStore.open(schema)) {
            committed(store, turn(person("anna"), 0));
        }
        assertThat(Servers.count(database, "SELECT count(*) FROM limber.subject"))
                .isOne();
        assertRefused(new StorageConfig.Postgres(
                        database.jdbcUrl() + "?currentSchema=other", database.user(), database.password()))
                .hasMessageContaining("has no schema for Limber");
        Servers.drop(database);
    }

    @Test
    void neitherMessagesNorTheLogTellWhoLogsInWithWhat() throws IOException {
        guard("guarded_user");
        StorageConfig.Postgres database = Servers.empty();
        String name = Servers.name(database);
        Servers.run(
                "CREATE ROLE guarded_user LOGIN PASSWORD 'hunter2'",
                "ALTER DATABASE " + name + " OWNER TO guarded_user");
        try (var log = new LogEars()) {
            Throwable refused = refusal(new StorageConfig.Postgres(
                    database.jdbcUrl(), Optional.of("guarded_user"), Optional.of("hunter3")));
            assertThat(refused).hasMessageContaining("refuses Limber's user, password");
            Throwable without = refusal(
                    new StorageConfig.Postgres(database.jdbcUrl(), Optional.of("guarded_user"), Optional.empty()));
            assertThat(without).hasMessageContaining("refuses Limber's user, password");
            var right = new StorageConfig.Postgres(
                    database.jdbcUrl() + "?sslpassword=hunter4", Optional.of("guarded_user"), Optional.of("hunter2"));
            Store store = PostgresStore.open(right);
            committed(store, turn(person("anna"), 0));
            Servers.run(
                    "ALTER ROLE guarded_user PASSWORD 'changed'",
                    "SELECT pg_terminate_backend(pid) FROM" + " pg_stat_activity WHERE datname = '" + name + "'");
            Throwable later = catchThrowable(() -> store.find(person("anna")));
            Servers.run("ALTER ROLE guarded_user PASSWORD 'hunter2'");
            store.close();

            assertThat(later).isInstanceOf(StoreException.class).hasMessageContaining("refuses Limber's user");
            assertThat(log.text()).contains("flyway", "hikari");
            assertThat(log.text()
                            + LogEars.withTrace(refused)
                            + LogEars.withTrace(without)
                            + LogEars.withTrace(later)
                            + right)
                    .doesNotContain("hunter", "guarded_user");
        } finally {
            Servers.drop(database);
            Servers.run("DROP ROLE guarded_user");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "53100, is full: make room there",
        "53300, admits no more connections",
        "55P03, is kept locked by another program",
        "54000, cannot index such a long name",
        "XX001, is damaged (XX001)",
        "42601, refused to work (42601)",
        "57P03, cannot be reached"
    })
    void faultsThatAreHardToCauseAreSaidToo(String state, String words) {
        var faults = new PostgresFaults(Servers.at("limber"));
        assertThat(faults.of(new IllegalStateException(new SQLException("what it says", state))))
                .hasMessageContaining(words)
                .hasMessageNotContaining("what it says");
        assertThat(faults.tooOld(12, 13)).hasMessageContaining("is of PostgreSQL 12, and Limber needs 13 or newer");
        assertThat(faults.inDoubt(new SQLException("gone", "08006"))).hasMessageContaining("will be seen");
    }

    /** From now on the server asks this user for a password. */
    private static void guard(String user) throws IOException {
        var file = Path.of(Servers.text("SHOW hba_file"));
        List<String> lines = Files.readAllLines(file);
        Files.writeString(file, "host all " + user + " all scram-sha-256\n", StandardOpenOption.TRUNCATE_EXISTING);
        Files.write(file, lines, StandardOpenOption.APPEND);
        Servers.run("SELECT pg_reload_conf()");
    }

    private static Throwable refusal(StorageConfig.Postgres database) {
        return catchThrowable(() -> PostgresStore.open(database).close());
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(StorageConfig.Postgres database) {
        return assertThatThrownBy(() -> PostgresStore.open(database).close()).isInstanceOf(StoreException.class);
    }
}
