package dev.limber.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.limber.core.runtime.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to a PostgreSQL database: each call takes a connection of a pool, and has a transaction of its own, or shares one
 * that {@link BatchWriter} makes. By measurement ten connections are enough: the server itself lets transactions that end at one moment share a flush of
 * its disk.
 */
final class PostgresAccess implements Access {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresAccess.class);
    private static final int MOST_CONNECTIONS = 10;
    private static final int MOST_ATTEMPTS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A call that has taken so long already is not tried again. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private static final Duration ASK_AGAIN = Duration.ofMillis(50);
    private static final String FATE = "SELECT pg_xact_status(CAST(? AS xid8))";

    private final PostgresFaults faults;
    private final HikariDataSource pool;

    /** One for each call under way. */
    private final Semaphore calls = new Semaphore(Integer.MAX_VALUE, true);

    private final BatchWriter together = new BatchWriter(this::store);

    private volatile boolean closed;

    PostgresAccess(PostgresServer server) {
        this.faults = server.faults();
        var config = new HikariConfig();
        config.setPoolName("limber-store");
        config.setDataSource(new PlainSource(server::open));
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setValidationTimeout(SOON.toMillis());
        // Whether the server is there has been seen already, and it may be gone and come back.
        config.setInitializationFailTimeout(-1);
        this.pool = new HikariDataSource(config);
    }

    /** What is done with a connection. */
    private interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** What is done in a transaction. */
    private interface Job<T> {
        WriteJob.Outcome<T> run(DirectSession session) throws SQLException;
    }

    /**
     * What came of a transaction.
     *
     * @param doubt present where nobody knows whether it was committed
     */
    private record Ended<T>(T value, Optional<Doubt> doubt) {
        boolean mayBeRepeated() {
            return doubt.filter(lost -> lost.transaction().isEmpty()).isPresent();
        }
    }

    /** @param transaction its id, where it noted one */
    private record Doubt(Optional<String> transaction, SQLException failure) {}

    @Override
    public <T> T read(Query<T> query) {
        return call(() -> readNow(query));
    }

    @Override
    public <T> T readAtOnce(Query<T> query) {
        return call(() -> attempt(connection -> {
            Session session = session(connection);
            session.update("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            T result = query.run(session);
            connection.rollback();
            return result;
        }));
    }

    @Override
    public <T> T write(WriteJob<T> job) {
        return call(() -> writeNow(job));
    }

    @Override
    public <T> T writeTogether(WriteJob<T> job) {
        return call(() -> together.write(job).orElseGet(() -> writeNow(job)));
    }

    /** Lets the call finish before all is closed. */
    private <T> T call(Supplier<T> call) {
        calls.acquireUninterruptibly();
        try {
            if (closed) {
                throw faults.closed();
            }
            return call.get();
        } finally {
            calls.release();
        }
    }

    private <T> T readNow(Query<T> query) {
        return attempt(connection -> {
            connection.setAutoCommit(true);
            return query.run(session(connection));
        });
    }

    private BatchWriter.Ended store(List<Ticket<?>> tickets) {
        Ended<Boolean> ended;
        try {
            ended = transact(session -> {
                boolean stands = new Batch(tickets).run(session);
                return new WriteJob.Outcome<>(stands, stands);
            });
        } catch (StoreException e) {
            LOG.debug("each of {} jobs is run alone", tickets.size(), e);
            return BatchWriter.Ended.FAILED;
        }
        return resolve(ended) ? BatchWriter.Ended.STORED : BatchWriter.Ended.UNDONE;
    }

    private <T> T writeNow(WriteJob<T> job) {
        return resolve(transact(job::run));
    }

    private <T> Ended<T> transact(Job<T> job) {
        Ended<T> ended = attempt(connection -> transact(connection, job));
        // Without a note it does no harm to do it twice.
        for (int again = 1; again < MOST_ATTEMPTS && ended.mayBeRepeated(); again++) {
            ended = attempt(connection -> transact(connection, job));
        }
        return ended;
    }

    @Override
    public void close() {
        calls.acquireUninterruptibly(Integer.MAX_VALUE);
        closed = true;
        calls.release(Integer.MAX_VALUE);
        together.close();
        pool.close();
    }

    /** How many connections there are. */
    int connections() {
        return pool.getHikariPoolMXBean().getTotalConnections();
    }

    private static DirectSession session(Connection connection) {
        return new DirectSession(connection, Dialect.POSTGRESQL);
    }

    private static <T> Ended<T> transact(Connection connection, Job<T> job) throws SQLException {
        DirectSession session = session(connection);
        WriteJob.Outcome<T> outcome = job.run(session);
        if (!outcome.keep()) {
            connection.rollback();
            return new Ended<>(outcome.value(), Optional.empty());
        }
        try {
            connection.commit();
            return new Ended<>(outcome.value(), Optional.empty());
        } catch (SQLException e) {
            if (PostgresFaults.connectionLost(e)) {
                return new Ended<>(outcome.value(), Optional.of(new Doubt(session.notedTransaction(), e)));
            }
            throw e;
        }
    }

    private String fate(String transaction, Doubt doubt) {
        try {
            return readNow(session -> session.first(FATE, row -> row.findText(1), transaction)
                            .flatMap(found -> found))
                    .orElse("");
        } catch (StoreException e) {
            StoreException unanswered = faults.inDoubt(doubt.failure());
            unanswered.addSuppressed(e);
            throw unanswered;
        }
    }

    private <T> T attempt(Work<T> work) {
        long begun = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            if (closed) {
                throw faults.closed();
            }
            try (Connection connection = pool.getConnection()) {
                return work.run(connection);
            } catch (SQLException e) {
                boolean late = System.nanoTime() - begun > SOON.toNanos();
                if (late || attempt == MOST_ATTEMPTS || !PostgresFaults.worthAnotherTry(e)) {
                    throw faults.of(e);
                }
            }
        }
    }

    /** Asks the server, as soon as it answers again, what became of a transaction that is in doubt. */
    private <T> T resolve(Ended<T> ended) {
        if (ended.doubt().isEmpty()) {
            return ended.value();
        }
        Doubt doubt = ended.doubt().get();
        String transaction = doubt.transaction().orElse("");
        long begun = System.nanoTime();
        while (!transaction.isEmpty() && System.nanoTime() - begun < PATIENCE.toNanos()) {
            switch (fate(transaction, doubt)) {
                case "committed" -> {
                    return ended.value();
                }
                case "aborted" -> throw faults.of(doubt.failure());
                default -> LockSupport.parkNanos(ASK_AGAIN.toNanos());
            }
        }
        throw faults.inDoubt(doubt.failure());
    }
}
