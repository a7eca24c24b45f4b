package dev.limber.storage;

import dev.limber.core.runtime.StoreException;
import java.nio.channels.FileChannel;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All writing, on one thread of its own: whatever is waiting when a transaction ends shares the next one, so that many
 * callers pay for one flush of the disk. Callers, which may be virtual threads, wait holding nothing.
 */
final class Writer {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    /** Bounds how long the first of a transaction waits for the last; by then the flush is spread thin enough. */
    private static final int MOST_PER_TRANSACTION = 256;

    private final Connections connections;
    private final Faults faults;
    private final BlockingQueue<Pending<?>> queue = new LinkedBlockingQueue<>();
    private final Pending<Boolean> stop = new Pending<>(session -> WriteJob.Outcome.kept(true));
    private final Checkpointer checkpointer;
    private final Wiper wiper;
    private final Thread thread;
    private volatile boolean stopped;

    /** Missing after a failure, which closed it: that undoes whatever state it was in. */
    private @Nullable WriteSession session;

    Writer(Connections connections, Faults faults, WriteSession session, FileChannel file) throws SQLException {
        this.connections = connections;
        this.faults = faults;
        this.session = session;
        this.checkpointer = new Checkpointer(connections, faults);
        this.wiper = new Wiper(file, checkpointer);
        if (session.hasTraces()) {
            wiper.add();
        }
        this.thread = Thread.ofPlatform().name("limber-store").daemon().unstarted(this::work);
        thread.start();
    }

    /**
     * Runs the job in a transaction, and returns once that is durable.
     *
     * @throws StoreException where it is not, and nothing of it was stored; what else the job throws comes as it is
     */
    <T> T write(WriteJob<T> job) {
        var pending = new Pending<>(job);
        queue.add(pending);
        if (stopped && queue.remove(pending)) {
            throw faults.closed();
        }
        try {
            return pending.done().join();
        } catch (CompletionException e) {
            throw switch (e.getCause()) {
                case RuntimeException refusedOrBug -> refusedOrBug;
                case Exception fault -> faults.of(fault);
                case null, default -> faults.of(e);
            };
        }
    }

    /** How many jobs wait for a transaction. */
    int waiting() {
        return queue.size();
    }

    /** Lets what is waiting finish, then ends. */
    void close() {
        queue.add(stop);
        Threads.join(thread);
        checkpointer.close();
    }

    private void work() {
        var batch = new ArrayList<Pending<?>>();
        boolean last = false;
        while (!last) {
            try {
                await(batch);
                last = batch.remove(stop);
                process(batch);
            } catch (InterruptedException e) {
                LOG.warn("nobody should interrupt the store's thread; it goes on", e);
            }
            batch.clear();
        }
        stopped = true;
        wiper.release();
        queue.drainTo(batch);
        batch.forEach(late -> late.fail(faults.closed()));
        discardSession();
    }

    private void await(List<Pending<?>> batch) throws InterruptedException {
        Pending<?> first = wiper.isDue() ? queue.poll(wiper.pauseMillis(), TimeUnit.MILLISECONDS) : queue.take();
        if (first != null) {
            batch.add(first);
            queue.drainTo(batch, MOST_PER_TRANSACTION - 1);
        }
    }

    private void process(List<Pending<?>> batch) {
        try {
            WriteSession open = session();
            if (!batch.isEmpty()) {
                transact(open, batch);
                batch.forEach(this::complete);
            }
            if (wiper.isDue()) {
                wiper.step(open);
            }
        } catch (SQLException | RuntimeException | Error e) {
            discardSession();
            batch.forEach(pending -> pending.fail(e));
        }
    }

    private void transact(WriteSession open, List<Pending<?>> batch) throws SQLException {
        open.begin();
        for (Pending<?> pending : batch) {
            pending.run(open);
        }
        open.commit();
        checkpointer.committed(batch.size());
    }

    private void complete(Pending<?> pending) {
        if (pending.awaitsWiping()) {
            wiper.add(pending);
        } else {
            pending.complete();
        }
    }

    private WriteSession session() throws SQLException {
        WriteSession open = session;
        if (open == null) {
            open = new WriteSession(connections.openWriter());
            session = open;
        }
        return open;
    }

    private void discardSession() {
        WriteSession open = session;
        session = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.warn("closing the database failed: {}", e.getMessage());
            }
        }
    }
}
