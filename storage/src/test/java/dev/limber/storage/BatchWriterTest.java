package dev.limber.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class BatchWriterTest {
    private static final WriteJob<String> JOB = session -> WriteJob.Outcome.kept("done");

    @ParameterizedTest(name = "{0}")
    @CsvSource({"UNDONE, 2", "FAILED, 12", "STORED, 0"})
    void what_waits_behind_jobs_that_do_not_stand_goes_on_together_unless_the_database_is_in_the_way(
            BatchWriter.Ended firstTwo, int alone) throws InterruptedException {
        var begun = new AtomicInteger();
        var end = new CountDownLatch(1);
        var leftAlone = new AtomicInteger();
        try (var writer = new BatchWriter(tickets -> {
            int transaction = begun.incrementAndGet();
            awaitEnd(end);
            tickets.forEach(BatchWriterTest::run);
            return transaction <= 2 ? firstTwo : BatchWriter.Ended.STORED;
        })) {
            List<Thread> first = jobs(writer, 1, leftAlone);
            await().until(() -> begun.get() == 1);
            List<Thread> second = jobs(writer, 1, leftAlone);
            await().until(() -> begun.get() == 2);
            List<Thread> waiting = jobs(writer, 10, leftAlone);
            await().until(() -> waiting.stream().allMatch(job -> job.getState() == Thread.State.WAITING));
            end.countDown();
            for (Thread job :
                    Stream.of(first, second, waiting).flatMap(List::stream).toList()) {
                job.join();
            }
            assertThat(leftAlone).hasValue(alone);
        }
    }

    private static List<Thread> jobs(BatchWriter writer, int count, AtomicInteger leftAlone) {
        return Stream.generate(() -> Thread.ofVirtual().start(() -> {
                    if (writer.write(JOB).isEmpty()) {
                        leftAlone.incrementAndGet();
                    }
                }))
                .limit(count)
                .toList();
    }

    private static void run(Ticket<?> ticket) {
        try {
            assertThat(ticket.run(new BatchSession(new Batch(List.of())))).isTrue();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitEnd(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_bug_in_running_jobs_together_leaves_each_to_be_run_alone_and_ends_nothing() {
        var runs = new AtomicInteger();
        try (var writer = new BatchWriter(tickets -> {
            runs.incrementAndGet();
            throw new AssertionError("a bug");
        })) {
            for (int i = 1; i <= 5; i++) {
                assertThat(writer.write(JOB)).isEmpty();
                assertThat(runs).hasValue(i);
            }
        }
    }
}
