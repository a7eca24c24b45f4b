package dev.limber.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies a table from SQLite to PostgreSQL, some rows at a time. */
final class TableCopy implements AutoCloseable {
    private static final int ROWS_AT_ONCE = 1000;

    private final List<Integer> types = new ArrayList<>();
    private final PreparedStatement read;
    private final PreparedStatement write;
    private final ResultSet rows;

    TableCopy(String table, Connection source, Connection target) throws SQLException {
        var columns = new ArrayList<String>();
        try (Statement statement = target.createStatement();
                ResultSet none = statement.executeQuery("SELECT * FROM " + table + " WHERE false")) {
            ResultSetMetaData description = none.getMetaData();
            for (int column = 1; column <= description.getColumnCount(); column++) {
                columns.add(description.getColumnName(column));
                types.add(description.getColumnType(column));
            }
        }
        String names = String.join(", ", columns);
        String values = String.join(", ", Collections.nCopies(columns.size(), "?"));
        read = source.prepareStatement("SELECT " + names + " FROM " + table);
        write = target.prepareStatement("INSERT INTO " + table + " (" + names + ") VALUES (" + values + ")");
        rows = read.executeQuery();
    }

    /** @return how many, 0 at the end */
    int some() throws SQLException {
        int count = 0;
        while (count < ROWS_AT_ONCE && rows.next()) {
            for (int column = 1; column <= types.size(); column++) {
                write.setObject(column, value(column), types.get(column - 1));
            }
            write.addBatch();
            count++;
        }
        if (count > 0) {
            write.executeBatch();
        }
        return count;
    }

    @Override
    public void close() throws SQLException {
        try (read;
                write) {
            rows.close();
        }
    }

    /** SQLite has neither truth values nor types that columns keep to. */
    private @Nullable Object value(int column) throws SQLException {
        Object value = switch (types.get(column - 1)) {
            case Types.BIT, Types.BOOLEAN -> rows.getBoolean(column);
            case Types.BIGINT -> rows.getLong(column);
            case Types.BINARY -> rows.getBytes(column);
            default -> rows.getString(column);
        };
        if (rows.wasNull()) {
            return null;
        }
        return value instanceof String text ? Dialect.POSTGRESQL.stored(text) : value;
    }
}
