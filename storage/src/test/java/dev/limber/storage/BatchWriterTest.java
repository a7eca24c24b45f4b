package dev.limber.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BatchWriterTest {
    @Test
    void a_bug_in_running_jobs_together_leaves_each_to_be_run_alone_and_ends_nothing() {
        var runs = new AtomicInteger();
        try (var writer = new BatchWriter(tickets -> {
            runs.incrementAndGet();
            throw new IllegalStateException("a bug");
        })) {
            for (int i = 1; i <= 5; i++) {
                assertThat(writer.write(session -> WriteJob.Outcome.kept("done")))
                        .isEmpty();
                assertThat(runs).hasValue(i);
            }
        }
    }
}
