package dev.limber.storage;

import java.sql.SQLException;

/**
 * How a store reaches its database. Calls come from many virtual threads at once. Each throws {@link
 * dev.limber.core.runtime.StoreException} where the medium fails; what else a job throws comes as it is.
 */
interface Access extends AutoCloseable {
    /** Reads something. */
    interface Query<T> {
        T run(Session session) throws SQLException;
    }

    <T> T read(Query<T> query);

    /** Like {@link #read}, with all that the query reads from one moment. */
    <T> T readAtOnce(Query<T> query);

    /**
     * Runs the job in a transaction, and returns once that is durable. A job is run again where others were in its way,
     * and, unless it notes its transaction ({@link Session#updateNoting}), also where it is not known whether it was
     * committed.
     */
    <T> T write(WriteJob<T> job);

    /**
     * Like {@link #write}, for jobs of which many come at one time, and none waits for another: some may share a
     * transaction.
     */
    <T> T writeTogether(WriteJob<T> job);

    /** Lets calls under way finish; later ones fail. */
    @Override
    void close();
}
