package dev.limber.storage;

import dev.limber.core.runtime.StoreException;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few sessions for reading, opened when first needed; reading never waits for writing. Callers wait for one holding
 * nothing, and while they have one they wait for nothing but the disk.
 */
final class Readers {
    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
    private static final int MOST = 4;

    private final Connections connections;
    private final Faults faults;
    private final Semaphore permits = new Semaphore(MOST, true);
    private final ConcurrentLinkedDeque<DirectSession> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    Readers(Connections connections, Faults faults) {
        this.connections = connections;
        this.faults = faults;
    }

    /** @throws StoreException where the medium fails */
    <T> T read(Access.Query<T> query) {
        permits.acquireUninterruptibly();
        try {
            if (closed) {
                throw faults.closed();
            }
            return readWithOne(query);
        } catch (SQLException e) {
            throw faults.of(e);
        } finally {
            permits.release();
        }
    }

    /** Like {@link #read}, with all that the query reads from one moment. */
    <T> T readAtOnce(Access.Query<T> query) {
        return read(session -> {
            session.update("BEGIN");
            T result = query.run(session);
            session.update("COMMIT");
            return result;
        });
    }

    /** Lets those who are reading finish. */
    void close() {
        permits.acquireUninterruptibly(MOST);
        closed = true;
        idle.forEach(Readers::discard);
        idle.clear();
        permits.release(MOST);
    }

    private <T> T readWithOne(Access.Query<T> query) throws SQLException {
        DirectSession session = idle.pollFirst();
        if (session == null) {
            session = new DirectSession(connections.openReader(), Dialect.SQLITE);
        }
        boolean sound = false;
        try {
            T result = query.run(session);
            sound = true;
            return result;
        } finally {
            if (sound) {
                idle.addFirst(session);
            } else {
                discard(session);
            }
        }
    }

    private static void discard(DirectSession session) {
        try {
            session.close();
        } catch (SQLException e) {
            LOG.warn("closing a reader of the database failed: {}", e.getMessage());
        }
    }
}
