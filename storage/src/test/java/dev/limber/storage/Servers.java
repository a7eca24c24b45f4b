package dev.limber.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The one PostgreSQL server of this process's tests, which give its disk no time. It ends with the process. */
public final class Servers {
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final Queue<StorageConfig.Postgres> READY = new ConcurrentLinkedQueue<>();

    private Servers() {}

    static int port() {
        return SERVER.getPort();
    }

    /** A database with Limber's tables and nothing in them, for one test, which gives it back. */
    static StorageConfig.Postgres withTables() {
        StorageConfig.Postgres used = READY.poll();
        if (used != null) {
            return used;
        }
        StorageConfig.Postgres made = empty();
        PostgresStore.open(made).close();
        return made;
    }

    /** Nobody may be using it any more. */
    static void giveBack(StorageConfig.Postgres database) {
        run(database, """
                DO $$ BEGIN EXECUTE (
                    SELECT 'TRUNCATE ' || string_agg(tablename, ', ') FROM pg_tables
                    WHERE schemaname = 'public' AND tablename <> 'flyway_schema_history');
                END $$""");
        READY.add(database);
    }

    /** A new, empty database. */
    public static StorageConfig.Postgres empty() {
        return create("TEMPLATE template0");
    }

    /** @param options what the statement that creates the database says beyond its name */
    static StorageConfig.Postgres create(String options) {
        String name = "test" + DATABASES.incrementAndGet();
        run("CREATE DATABASE " + name + " " + options);
        return at(name);
    }

    static StorageConfig.Postgres at(String name) {
        return new StorageConfig.Postgres(
                "jdbc:postgresql://localhost:" + port() + "/" + name, Optional.of("postgres"), Optional.of("secret"));
    }

    /** As Limber's settings spell it. */
    public static String url(StorageConfig.Postgres database) {
        return database.plainUrl().replaceFirst("jdbc:postgresql://", "postgresql://postgres:secret@");
    }

    public static void drop(StorageConfig.Postgres database) {
        run("DROP DATABASE " + name(database) + " WITH (FORCE)");
    }

    static String name(StorageConfig.Postgres database) {
        return database.plainUrl().replaceFirst(".*/", "");
    }

    /** Runs statements as the server's owner, outside of any of the databases. */
    static void run(String... statements) {
        run(at("postgres"), statements);
    }

    public static void run(StorageConfig.Postgres database, String... statements) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(String.join("; ", statements), e);
        }
    }

    static String text(String query) {
        try (Connection connection = connect(at("postgres"));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next() ? result.getString(1) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    public static int count(StorageConfig.Postgres database, String query) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next() ? result.getInt(1) : 0;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    public static Connection connect(StorageConfig.Postgres database) throws SQLException {
        return DriverManager.getConnection(database.plainUrl(), "postgres", "secret");
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("shared_buffers", "16MB")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
