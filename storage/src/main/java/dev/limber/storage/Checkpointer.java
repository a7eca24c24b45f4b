package dev.limber.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies what the write-ahead log has gathered into the database file, on a thread of its own: turns go on meanwhile,
 * which they could not if the writer did it, and with many people each turn leaves other pages to copy. What this cannot
 * keep up with, SQLite still makes the writer copy once the log is long.
 */
final class Checkpointer {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpointer.class);

    /** Jobs between two runs: each leaves a few pages of 4 KiB in the log. */
    private static final int JOBS_BETWEEN = 2000;

    private final Connections connections;
    private final Faults faults;
    private final Thread thread;
    private final AtomicInteger jobs = new AtomicInteger();
    private final Semaphore wanted = new Semaphore(0);

    /** SQLite lets one connection copy at a time, and refuses others without waiting. */
    private final Lock alone = new ReentrantLock(true);

    private volatile boolean stopping;

    Checkpointer(Connections connections, Faults faults) {
        this.connections = connections;
        this.faults = faults;
        this.thread = Thread.ofPlatform().name("limber-store-log").daemon().unstarted(this::work);
        thread.start();
    }

    /** Copies or wipes; fails where the medium does. */
    interface Wipe {
        boolean run() throws SQLException;
    }

    /** Says how many jobs a transaction had that has just been committed. */
    void committed(int count) {
        if (jobs.addAndGet(count) >= JOBS_BETWEEN) {
            jobs.set(0);
            wanted.release();
        }
    }

    /** Runs while nothing is copied here. */
    boolean alone(Wipe wipe) throws SQLException {
        alone.lock();
        try {
            return wipe.run();
        } finally {
            alone.unlock();
        }
    }

    /** Lets a run under way finish, then ends. */
    void close() {
        stopping = true;
        wanted.release();
        Threads.join(thread);
    }

    private void work() {
        wanted.acquireUninterruptibly();
        while (!stopping) {
            wanted.drainPermits();
            try (Connection connection = connections.openReader()) {
                copyWheneverWanted(connection);
            } catch (SQLException e) {
                LOG.warn("{}", faults.of(e).getMessage());
                wanted.acquireUninterruptibly();
            }
        }
    }

    private void copyWheneverWanted(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            while (!stopping) {
                alone(() -> statement.execute("PRAGMA wal_checkpoint(PASSIVE)"));
                wanted.acquireUninterruptibly();
                wanted.drainPermits();
            }
        }
    }
}
