package dev.limber.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.limber.core.runtime.StoreException;
import dev.limber.storage.WriteJob.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class WriterTest {
    private final Executor callers = Executors.newVirtualThreadPerTaskExecutor();
    private DataFile file;
    private Writer writer;

    @BeforeEach
    void open(@TempDir Path folder) throws SQLException {
        Path path = folder.resolve("w.db");
        file = DataFile.take(path);
        var connections = new Connections(path);
        var session = new WriteSession(connections.openWriter());
        session.update("CREATE TABLE t (n INTEGER PRIMARY KEY CHECK (n < 1000))");
        writer = new Writer(connections, new Faults(path), session, file);
    }

    @AfterEach
    void close() throws IOException {
        writer.close();
        file.close();
    }

    @Test
    void whatWaitsTogetherIsStoredTogether() {
        var calls = together(List.of(insert(1), insert(2), insert(3)));
        calls.forEach(CompletableFuture::join);
        assertThat(stored()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aStatementThatCannotBeExecutedFailsItsCallerAlone() {
        var calls = together(List.of(insert(1), insert(1000), insert(1), insert(2)));
        calls.getFirst().join();
        calls.getLast().join();
        for (var refused : calls.subList(1, 3)) {
            assertThatThrownBy(refused::join).hasCauseInstanceOf(StoreException.class);
        }
        assertThat(stored()).containsExactly(1L, 2L);
    }

    @Test
    void whatAJobWroteBeforeItFailedOrGaveUpIsUndone() {
        WriteJob<Integer> bug = session -> {
            session.update("INSERT INTO t VALUES (7)");
            throw new IllegalStateException("a bug");
        };
        WriteJob<Integer> givesUp = session -> {
            session.update("INSERT INTO t VALUES (8)");
            return Outcome.undone(8);
        };
        var calls = together(List.of(insert(1), bug, givesUp, insert(2)));
        assertThatThrownBy(calls.get(1)::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(calls.get(2).join()).isEqualTo(8);
        calls.getLast().join();
        assertThat(stored()).containsExactly(1L, 2L);
    }

    @Test
    void whereTheMediumFailsAllThatWaitedTogetherAreToldNothingIsStoredAndTheNextWorks() {
        WriteJob<Integer> full = session -> {
            session.update("INSERT INTO t VALUES (7)");
            throw new SQLiteException("database or disk is full", SQLiteErrorCode.SQLITE_FULL);
        };
        for (var call : together(List.of(insert(1), full, insert(2)))) {
            assertThatThrownBy(call::join)
                    .cause()
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("is full: make room there");
        }
        assertThat(stored()).isEmpty();
        together(List.of(insert(3))).getFirst().join();
        assertThat(stored()).containsExactly(3L);
    }

    @Test
    void theWriterOutlivesABugOfTheWorstKind() {
        WriteJob<Integer> worst = session -> {
            throw new StackOverflowError("simulated");
        };
        assertThatThrownBy(() -> writer.write(worst)).isInstanceOf(StoreException.class);
        writer.write(insert(1));
        assertThat(stored()).containsExactly(1L);
    }

    @Test
    void anInterruptedCallerStillLearnsWhatBecameOfItsJob() {
        Thread.currentThread().interrupt();
        assertThat(writer.write(insert(1))).isEqualTo(1);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(stored()).containsExactly(1L);
    }

    private static WriteJob<Integer> insert(int n) {
        return session -> {
            session.update("INSERT INTO t VALUES (?)", n);
            return Outcome.kept(n);
        };
    }

    /** Has the jobs wait, in this order, while the writer is busy, so that one transaction takes them all. */
    private List<CompletableFuture<Integer>> together(List<WriteJob<Integer>> jobs) {
        var ready = new CountDownLatch(1);
        var busy = CompletableFuture.runAsync(() -> writer.write(session -> Outcome.kept(awaited(ready))), callers);
        await().until(() -> writer.waiting() == 0);
        var calls = jobs.stream()
                .map(job -> {
                    int before = writer.waiting();
                    var call = CompletableFuture.supplyAsync(() -> writer.write(job), callers);
                    await().until(() -> writer.waiting() > before);
                    return call;
                })
                .toList();
        ready.countDown();
        busy.join();
        return calls;
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Long> stored() {
        return writer.write(session -> Outcome.kept(session.list("SELECT n FROM t ORDER BY n", row -> row.number(1))));
    }
}
