package dev.limber.storage;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;

/** Brings a PostgreSQL database to the tables that this program knows. */
final class PostgresSchema {
    private static final int OLDEST_SERVED = 13;
    private static final String ENCODING = "SHOW server_encoding";
    private static final String READ_ONLY = "SHOW transaction_read_only";
    private static final String MAY_MAKE_TABLES =
            "SELECT has_schema_privilege(current_schema(), 'CREATE') WHERE current_schema() IS NOT NULL";
    private static final String HAS_HISTORY = "SELECT to_regclass('flyway_schema_history') IS NOT NULL";
    private static final String VERSION =
            "SELECT coalesce(max(floor(CAST(version AS NUMERIC))), 0) FROM flyway_schema_history WHERE success";

    private PostgresSchema() {}

    /**
     * @throws dev.limber.core.runtime.StoreException where the server is too old or read-only, a newer program wrote the
     *     tables, or they cannot be brought up to date
     */
    static void bringUpToDate(PostgresServer server) {
        PostgresFaults faults = server.faults();
        long version;
        try (Connection connection = server.open()) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (major < OLDEST_SERVED) {
                throw faults.tooOld(major, OLDEST_SERVED);
            }
            version = check(new DirectSession(connection, Dialect.POSTGRESQL), faults);
        } catch (SQLException e) {
            throw faults.of(e);
        }
        if (version > Schema.LATEST) {
            throw faults.newer();
        }
        // Loading Flyway takes longer than all the rest of opening: only where there is something to do.
        if (version < Schema.LATEST) {
            migrate(server);
        }
    }

    /** @return the highest version that was applied, 0 for none */
    private static long check(Session session, PostgresFaults faults) throws SQLException {
        String encoding = session.first(ENCODING, row -> row.text(1)).orElse("");
        if (!encoding.equals("UTF8")) {
            throw faults.notUnicode(encoding);
        }
        if (session.first(READ_ONLY, row -> row.text(1)).orElse("").equals("on")) {
            throw faults.readOnly();
        }
        boolean begun = session.first(HAS_HISTORY, row -> row.flag(1)).orElse(false);
        long version = begun ? session.first(VERSION, row -> row.number(1)).orElse(0L) : 0;
        if (version < Schema.LATEST) {
            checkTablesMayBeMade(session, faults);
        }
        return version;
    }

    /** Flyway would try for a long time. */
    private static void checkTablesMayBeMade(Session session, PostgresFaults faults) throws SQLException {
        boolean may = session.first(MAY_MAKE_TABLES, row -> row.flag(1)).orElseThrow(faults::noSchema);
        if (!may) {
            throw faults.notAllowed();
        }
    }

    private static void migrate(PostgresServer server) {
        try {
            Schema.of(Dialect.POSTGRESQL)
                    .dataSource(new PlainSource(server::openForLong))
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw PostgresFaults.known(e)
                    ? server.faults().of(e)
                    : server.faults().foreign(e);
        }
    }
}
