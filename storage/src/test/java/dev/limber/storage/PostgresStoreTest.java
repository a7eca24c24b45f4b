package dev.limber.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.runtime.Beat;
import dev.limber.core.runtime.Store;
import dev.limber.testkit.DurableStoreContract;
import dev.limber.testkit.TurnBuilder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresStoreTest implements DurableStoreContract {
    private final List<StorageConfig.Postgres> databases = new ArrayList<>();

    @Override
    public Store open() {
        databases.add(Servers.withTables());
        return PostgresStore.open(databases.getLast());
    }

    /** Takes over what the instance before has left. */
    @Override
    public Store reopen() {
        Store store = PostgresStore.open(databases.getLast());
        store.beat(new Beat(TurnBuilder.NOON, Map.of(TurnBuilder.PLATFORM, 0L), Duration.ofSeconds(5)));
        return store;
    }

    /** As it is in a store that has been used for a while: what was owed is gone, the indexes are as tall as they were. */
    @Test
    void aSingleMessageIsLookedUpByItsIdThoughNothingSeemsToBeOwed() throws SQLException {
        databases.add(Servers.withTables());
        try (Connection connection = new PostgresServer(databases.getLast()).open();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO outbox (subject_key, forgotten, platform, bot, chat, lane, message, private, instance)
                    SELECT 'p', FALSE, 'fake', 'bot', 'chat', CASE WHEN n < 9 THEN 'NUDGE' ELSE 'ANSWER' END, '{}', TRUE, ''
                    FROM generate_series(1, 100000) AS n""");
            statement.execute("DELETE FROM outbox WHERE lane = 'ANSWER'");
            statement.execute("VACUUM outbox");
            statement.execute("DELETE FROM outbox");
            statement.execute("ANALYZE outbox");
            var plan = new ArrayList<String>();
            try (ResultSet lines = statement.executeQuery("EXPLAIN DELETE FROM outbox WHERE id = 7")) {
                while (lines.next()) {
                    plan.add(lines.getString(1));
                }
            }
            assertThat(plan).anyMatch(line -> line.contains("Index Scan using outbox_pkey"));
        }
    }

    @AfterEach
    void giveDatabasesBack() {
        databases.forEach(Servers::giveBack);
    }
}
