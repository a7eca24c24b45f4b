package dev.limber.storage;

import dev.limber.core.runtime.StoreException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * A few connections for reading, opened when first needed; reading never waits for writing. Callers wait for one
 * holding nothing, and while they have one they wait for nothing but the disk.
 */
final class Readers {
    private static final int MOST = 4;

    private final Jdbi jdbi;
    private final Faults faults;
    private final Semaphore permits = new Semaphore(MOST, true);
    private final ConcurrentLinkedDeque<Handle> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    Readers(Connections connections, Faults faults) {
        this.jdbi = Jdbi.create(connections::openReader);
        this.faults = faults;
    }

    /** @throws StoreException where the medium fails */
    <T> T read(Function<Handle, T> query) {
        permits.acquireUninterruptibly();
        try {
            if (closed) {
                throw faults.closed();
            }
            return readOnce(query);
        } finally {
            permits.release();
        }
    }

    /** Like {@link #read}, with all that the query reads from one moment. */
    <T> T readAtOnce(Function<Handle, T> query) {
        return read(handle -> handle.inTransaction(query::apply));
    }

    /** Lets those who are reading finish. */
    void close() {
        permits.acquireUninterruptibly(MOST);
        closed = true;
        idle.forEach(Handle::close);
        idle.clear();
        permits.release(MOST);
    }

    private <T> T readOnce(Function<Handle, T> query) {
        Handle handle = idle.pollFirst();
        boolean sound = false;
        try {
            if (handle == null) {
                handle = jdbi.open();
            }
            T result = query.apply(handle);
            sound = true;
            return result;
        } catch (JdbiException e) {
            throw faults.of(e);
        } finally {
            if (handle != null) {
                giveBack(handle, sound);
            }
        }
    }

    private void giveBack(Handle handle, boolean sound) {
        if (sound) {
            idle.addFirst(handle);
        } else {
            handle.close();
        }
    }
}
