package dev.limber.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The columns of one row of a result, by name or, from 1, by number. */
final class Columns {
    private final ResultSet row;
    private final Dialect dialect;

    Columns(ResultSet row, Dialect dialect) {
        this.row = row;
        this.dialect = dialect;
    }

    String text(int column) throws SQLException {
        return dialect.read(row.getString(column));
    }

    String text(String column) throws SQLException {
        return dialect.read(row.getString(column));
    }

    Optional<String> findText(int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(dialect::read);
    }

    Optional<String> findText(String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(dialect::read);
    }

    /** 0 where there is none. */
    long number(int column) throws SQLException {
        return row.getLong(column);
    }

    /** 0 where there is none. */
    long number(String column) throws SQLException {
        return row.getLong(column);
    }

    boolean flag(int column) throws SQLException {
        return row.getBoolean(column);
    }

    boolean flag(String column) throws SQLException {
        return row.getBoolean(column);
    }

    byte[] bytes(int column) throws SQLException {
        return row.getBytes(column);
    }

    /** As {@link Millis} has it. */
    Instant moment(String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    Optional<Instant> findMoment(String column) throws SQLException {
        Instant moment = moment(column);
        return row.wasNull() ? Optional.empty() : Optional.of(moment);
    }
}
