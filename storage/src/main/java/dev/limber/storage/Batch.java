package dev.limber.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several jobs in one transaction of PostgreSQL's, in step: what they ask of the server at one time goes there together,
 * each kind of statement in one trip. It stands only if each of them does; where it does not, each is to be run alone.
 */
final class Batch {
    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    private final List<? extends Ticket<?>> tickets;
    private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();

    Batch(List<? extends Ticket<?>> tickets) {
        this.tickets = tickets;
    }

    /** What a statement came to. */
    record Changed<T>(int count, List<T> rows) {}

    /** What a job does next. */
    sealed interface Step permits Over, Request {}

    /** @param stands whether what it wrote is to be kept */
    record Over(boolean stands) implements Step {}

    /** A job wants a statement run. */
    static final class Request<T> implements Step {
        private final Kind kind;
        private final String sql;
        private final Session.Row<T> row;
        private final @Nullable Object[] arguments;
        private final CompletableFuture<Changed<T>> answer = new CompletableFuture<>();

        enum Kind {
            UPDATE,
            CHANGE,
            QUERY
        }

        /** @param row reads what the statement returns, if it returns something */
        Request(Kind kind, String sql, Session.Row<T> row, @Nullable Object[] arguments) {
            this.kind = kind;
            this.sql = sql;
            this.row = row;
            this.arguments = arguments;
        }

        @Nullable
        Object[] arguments() {
            return arguments;
        }

        /** Only those that differ in nothing but their arguments can go together. */
        Object likeness() {
            return kind == Kind.QUERY ? this : sql;
        }

        void updated(int count) {
            answer.complete(new Changed<>(count, List.of()));
        }

        /** @param returned stands before its rows, which are as many as it changed */
        void read(int count, ResultSet returned, Columns columns) throws SQLException {
            var rows = new ArrayList<T>();
            while (rows.size() < count && returned.next()) {
                rows.add(row.read(columns));
            }
            answer.complete(new Changed<>(count, rows));
        }

        void answer(DirectSession session) throws SQLException {
            switch (kind) {
                case UPDATE -> updated(session.update(sql, arguments));
                case CHANGE, QUERY -> {
                    List<T> rows = session.list(sql, row, arguments);
                    answer.complete(new Changed<>(rows.size(), rows));
                }
            }
        }
    }

    /** @return whether it stands */
    boolean run(DirectSession session) throws SQLException {
        if (tickets.size() == 1) {
            return tickets.getFirst().run(session);
        }
        session.noteTransaction();
        for (Ticket<?> ticket : tickets) {
            Thread.ofVirtual().name("limber-store-job").start(() -> finish(ticket));
        }
        var waiting = new ArrayList<Request<?>>();
        boolean stands = true;
        Optional<SQLException> failure = Optional.empty();
        for (int running = tickets.size(); running > 0; ) {
            switch (next()) {
                case Over(boolean stood) -> {
                    running--;
                    stands &= stood;
                }
                case Request<?> request -> waiting.add(request);
            }
            if (waiting.size() == running) {
                Optional<SQLException> failed = answer(session, waiting);
                failure = failure.or(() -> failed);
                waiting.clear();
            }
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
        return stands;
    }

    /** To be called by the jobs: waits for the others. */
    <T> Changed<T> ask(Request<T> request) throws SQLException {
        steps.add(request);
        try {
            return request.answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof SQLException failed ? failed : new SQLException(e.getCause());
        }
    }

    private void finish(Ticket<?> ticket) {
        boolean stands = false;
        try {
            stands = ticket.run(new BatchSession(this));
        } catch (SQLException | RuntimeException | Error e) {
            LOG.debug("a job that does not stand in a batch is run alone", e);
        } finally {
            steps.add(new Over(stands));
        }
    }

    /** Nobody interrupts the threads that run batches. */
    private Step next() {
        try {
            return steps.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return why they could not be answered */
    private static Optional<SQLException> answer(DirectSession session, List<Request<?>> waiting) {
        try {
            Map<Object, List<Request<?>>> alike = waiting.stream()
                    .collect(Collectors.groupingBy(Request::likeness, LinkedHashMap::new, Collectors.toList()));
            for (List<Request<?>> requests : alike.values()) {
                answerAlike(session, requests);
            }
            return Optional.empty();
        } catch (SQLException e) {
            waiting.forEach(request -> request.answer.completeExceptionally(e));
            return Optional.of(e);
        } catch (RuntimeException bug) {
            // Whoever waits is not left waiting: run alone, the job with the bug shows it to its own caller.
            waiting.forEach(request -> request.answer.completeExceptionally(bug));
            return Optional.of(new SQLException(bug));
        }
    }

    private static void answerAlike(DirectSession session, List<Request<?>> requests) throws SQLException {
        Request<?> first = requests.getFirst();
        if (requests.size() == 1) {
            first.answer(session);
        } else if (first.kind == Request.Kind.UPDATE) {
            session.updateAll(first.sql, requests);
        } else {
            session.changeAll(first.sql, requests);
        }
    }
}
