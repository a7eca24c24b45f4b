package dev.limber.storage;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a job or a query asks of its database; for one thread at a time. */
sealed interface Session permits DirectSession, BatchSession {
    /** Reads one row of a result. */
    interface Row<T> {
        T read(Columns columns) throws SQLException;
    }

    /** @return how many rows it changed; negative where many changed at once, and the database did not count each */
    int update(String sql, @Nullable Object... arguments) throws SQLException;

    /**
     * Like {@link #update}, and where the connection is lost while the transaction is being committed, the server can be
     * asked whether it was, and the job is not run again.
     */
    int updateNoting(String sql, @Nullable Object... arguments) throws SQLException;

    /** Changes rows, and reads what its RETURNING clause, which stands at the end, tells of each. */
    <T> List<T> change(String sql, Row<T> row, @Nullable Object... arguments) throws SQLException;

    /** To {@link #change} as {@link #updateNoting} is to {@link #update}. */
    <T> List<T> changeNoting(String sql, Row<T> row, @Nullable Object... arguments) throws SQLException;

    <T> List<T> list(String sql, Row<T> row, @Nullable Object... arguments) throws SQLException;

    <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... arguments) throws SQLException;

    Dialect dialect();

    /** Notes, as part of the transaction, that something was erased of which no trace may stay in Limber's own files. */
    default void noteErased() throws SQLException {}

    /** Says that whoever's job is being done waits until no such trace is left. */
    default void awaitWiping() {}
}
