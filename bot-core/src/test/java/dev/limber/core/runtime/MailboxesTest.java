package dev.limber.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.Platform;
import dev.limber.core.chat.UserId;
import dev.limber.core.session.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailboxesTest {
    private static final Subject ANN = person("ann");
    private static final Subject BOB = person("bob");

    private final Mailboxes mailboxes = new Mailboxes(10_000);

    @Test
    void turns_of_one_subject_run_one_after_the_other_in_order() {
        var running = new AtomicInteger();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            int number = i;
            mailboxes.submit(ANN, () -> {
                assertThat(running.incrementAndGet()).isEqualTo(1);
                order.add(number);
                running.decrementAndGet();
            });
        }

        assertThat(mailboxes.close(Duration.ofSeconds(10))).isTrue();
        assertThat(order).isEqualTo(IntStream.range(0, 1_000).boxed().toList());
    }

    @Test
    void turns_of_different_subjects_run_side_by_side() {
        var both = new CountDownLatch(2);
        for (Subject subject : List.of(ANN, BOB)) {
            mailboxes.submit(subject, () -> {
                both.countDown();
                LimberTest.awaitOpen(both);
            });
        }

        assertThat(mailboxes.close(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void a_turn_that_breaks_does_not_keep_the_next_from_running() {
        var ran = new CountDownLatch(1);
        mailboxes.submit(ANN, () -> {
            throw new AssertionError("my back hurts");
        });
        try (var log = new LogCapture()) {
            mailboxes.submit(ANN, ran::countDown);
            await().until(() -> ran.getCount() == 0);
            assertThat(log.text()).doesNotContain("hurts");
        }
    }

    @Test
    void nothing_remains_of_a_subject_without_turns() {
        for (int i = 0; i < 500; i++) {
            mailboxes.submit(person("p" + i), () -> {});
        }

        await().until(() -> mailboxes.busy() == 0);
    }

    @Test
    void closing_waits_for_what_was_taken_but_not_for_ever() {
        var release = new CountDownLatch(1);
        mailboxes.submit(ANN, () -> LimberTest.awaitOpen(release));

        assertThat(mailboxes.close(Duration.ofMillis(20))).isFalse();
        assertThatThrownBy(() -> mailboxes.submit(BOB, () -> {})).isInstanceOf(RejectedExecutionException.class);

        release.countDown();
        assertThat(mailboxes.close(Duration.ofSeconds(10))).isTrue();
    }

    private static Subject person(String name) {
        return new Subject.Person(new UserId(new Platform("fake"), name));
    }
}
