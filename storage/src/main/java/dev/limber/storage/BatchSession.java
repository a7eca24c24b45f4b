package dev.limber.storage;

import dev.limber.storage.Batch.Request;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one job of a {@link Batch} sees: each call waits until the others of the batch want something, too. */
final class BatchSession implements Session {
    private final Batch batch;

    BatchSession(Batch batch) {
        this.batch = batch;
    }

    @Override
    public int update(String sql, @Nullable Object... arguments) throws SQLException {
        return batch.ask(new Request<>(Request.Kind.UPDATE, sql, row -> true, arguments))
                .count();
    }

    /** The batch notes its transaction itself. */
    @Override
    public int updateNoting(String sql, @Nullable Object... arguments) throws SQLException {
        return update(sql, arguments);
    }

    @Override
    public <T> List<T> change(String sql, Row<T> row, @Nullable Object... arguments) throws SQLException {
        return batch.ask(new Request<>(Request.Kind.CHANGE, sql, row, arguments))
                .rows();
    }

    @Override
    public <T> List<T> changeNoting(String sql, Row<T> row, @Nullable Object... arguments) throws SQLException {
        return change(sql, row, arguments);
    }

    @Override
    public <T> List<T> list(String sql, Row<T> row, @Nullable Object... arguments) throws SQLException {
        return batch.ask(new Request<>(Request.Kind.QUERY, sql, row, arguments)).rows();
    }

    @Override
    public <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... arguments) throws SQLException {
        return list(sql, row, arguments).stream().findFirst();
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRESQL;
    }
}
