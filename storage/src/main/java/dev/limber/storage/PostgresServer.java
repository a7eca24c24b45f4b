package dev.limber.storage;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens connections to a PostgreSQL database. What fails here has lost all secrets before anybody can log it. */
final class PostgresServer {
    /** In seconds; a call must not hang on a server that is gone. */
    private static final String TIMEOUT = "5";

    private static final String FOR_EVER = "0";

    /**
     * Waiting for others' locks ends before the connection is given up. What a process has locked that froze in the middle
     * of a transaction, perhaps the tenures themselves, is free again before its signs of life have run out.
     *
     * <p>A table that is nearly empty when a statement is planned, such as what is owed, is read through its index all the
     * same: else that plan reads all of it for ever, with the remains of whatever was in it for a moment.
     */
    private static final String SETTINGS = "SET lock_timeout = 3000; SET idle_in_transaction_session_timeout = 4000;"
            + " SET enable_seqscan = off;"
            + " SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED";

    private static final Pattern PARAMETER = Pattern.compile("[?&]([^=&]+)=([^&]*)");

    private final StorageConfig.Postgres config;
    private final PostgresFaults faults;

    PostgresServer(StorageConfig.Postgres config) {
        this.config = config;
        this.faults = new PostgresFaults(config);
    }

    PostgresFaults faults() {
        return faults;
    }

    /** For work in small steps: one that takes longer than some seconds counts as failed. */
    Connection open() throws SQLException {
        return open(TIMEOUT);
    }

    /** For a step that may take its time. */
    Connection openForLong() throws SQLException {
        return open(FOR_EVER);
    }

    private Connection open(String socketTimeout) throws SQLException {
        try {
            Connection connection = DriverManager.getConnection(config.plainUrl(), properties(socketTimeout));
            try (Statement statement = connection.createStatement()) {
                statement.execute(SETTINGS);
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw faults.discreet(e);
        }
    }

    /** What the URL says itself wins. */
    private Properties properties(String socketTimeout) {
        var properties = new Properties();
        properties.setProperty("connectTimeout", TIMEOUT);
        properties.setProperty("loginTimeout", TIMEOUT);
        properties.setProperty("socketTimeout", socketTimeout);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "limber");
        // Sends many rows at once as one statement.
        properties.setProperty("reWriteBatchedInserts", "true");
        // Details of errors quote what people wrote.
        properties.setProperty("logServerErrorDetail", "false");
        Matcher parameters = PARAMETER.matcher(config.jdbcUrl());
        while (parameters.find()) {
            properties.setProperty(decoded(parameters.group(1)), decoded(parameters.group(2)));
        }
        config.user().ifPresent(user -> properties.setProperty("user", user));
        config.password().ifPresent(password -> properties.setProperty("password", password));
        return properties;
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
