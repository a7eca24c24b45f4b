package dev.limber.storage;

import dev.limber.core.runtime.StoreException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A job that waits to share a transaction, and whoever waits for it. */
final class Ticket<T> {
    private final WriteJob<T> job;
    private final CompletableFuture<Optional<T>> done = new CompletableFuture<>();
    private @Nullable T value;

    Ticket(WriteJob<T> job) {
        this.job = job;
    }

    /** @return whether what it wrote is to be kept */
    boolean run(Session session) throws SQLException {
        WriteJob.Outcome<T> outcome = job.run(session);
        value = outcome.value();
        return outcome.keep();
    }

    /** What it wrote is durable. */
    void stored() {
        done.complete(Optional.ofNullable(value));
    }

    /** Nothing of it has happened. */
    void leaveAlone() {
        done.complete(Optional.empty());
    }

    void fail(StoreException failure) {
        done.completeExceptionally(failure);
    }

    /** @return empty where it is to be run alone */
    Optional<T> await() {
        try {
            return done.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StoreException failure ? failure : e;
        }
    }
}
