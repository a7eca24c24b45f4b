package dev.limber.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BoundedTest {
    @Test
    void a_step_that_hangs_or_fails_holds_up_no_other_and_not_the_whole() {
        var done = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        var steps = new LinkedHashMap<String, Runnable>();
        steps.put("hanging", () -> await().until(() -> never.getCount() == 0));
        steps.put("failing", () -> {
            throw new IllegalStateException("a bug");
        });
        steps.put("working", done::countDown);

        new Bounded(steps, Duration.ofMillis(50)).close();

        assertThat(never.getCount()).isEqualTo(1);
        await().until(() -> done.getCount() == 0);
        never.countDown();
    }
}
