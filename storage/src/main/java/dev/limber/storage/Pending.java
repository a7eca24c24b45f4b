package dev.limber.storage;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A job on its way through the writer. */
final class Pending<T> {
    private final WriteJob<T> job;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private @Nullable T value;
    private @Nullable Exception failure;
    private boolean awaitsWiping;

    Pending(WriteJob<T> job) {
        this.job = job;
    }

    /** Completes once the transaction is durable, or has failed. */
    CompletableFuture<T> done() {
        return done;
    }

    /**
     * Does the work within a savepoint.
     *
     * @throws SQLException where the whole transaction cannot go on
     */
    void run(WriteSession session) throws SQLException {
        session.openSavepoint();
        try {
            WriteJob.Outcome<T> outcome = job.run(session);
            value = outcome.value();
            awaitsWiping = session.takeAwaitsWiping();
            if (!outcome.keep()) {
                session.undoToSavepoint();
            }
        } catch (SQLException e) {
            if (!Faults.concernsOneStatement(e)) {
                throw e;
            }
            session.undoToSavepoint();
            failure = e;
        } catch (RuntimeException e) {
            session.undoToSavepoint();
            failure = e;
        }
        session.closeSavepoint();
    }

    /** Whether it erased something of which no trace may be left once it is complete. */
    boolean awaitsWiping() {
        return awaitsWiping;
    }

    /** The transaction is durable. */
    void complete() {
        if (failure != null) {
            done.completeExceptionally(failure);
        } else {
            done.complete(value);
        }
    }

    /** The transaction failed, whatever became of this job in it. */
    void fail(Throwable cause) {
        done.completeExceptionally(cause);
    }
}
