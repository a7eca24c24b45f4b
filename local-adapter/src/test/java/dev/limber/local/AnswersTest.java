package dev.limber.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Receipt;
import dev.limber.local.Answers.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final DeliveryId ONE = new DeliveryId(1);
    private static final DeliveryId TWO = new DeliveryId(2);

    private final Answers answers = new Answers();

    private static CompletableFuture<Receipt> owing(DeliveryId... owed) {
        return CompletableFuture.completedFuture(new Receipt(List.of(owed)));
    }

    @Test
    void a_line_that_nothing_is_owed_for_is_answered_once_stored() throws InterruptedException {
        assertThat(answers.await(owing(), LONG)).isEqualTo(new Outcome.Answered());
    }

    @Test
    void deliveries_may_come_before_the_receipt() throws InterruptedException {
        answers.finished(TWO);
        answers.finished(ONE);
        assertThat(answers.await(owing(ONE, TWO), LONG)).isEqualTo(new Outcome.Answered());
    }

    @Test
    void deliveries_may_come_after_the_receipt() throws InterruptedException, ExecutionException {
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Outcome> outcome = others.submit(() -> answers.await(owing(ONE, TWO), LONG));
            answers.finished(ONE);
            answers.finished(new DeliveryId(9));
            answers.finished(TWO);
            assertThat(outcome.get()).isEqualTo(new Outcome.Answered());
        }
    }

    @Test
    void one_missing_delivery_is_waited_for_only_so_long() throws InterruptedException {
        answers.finished(ONE);
        assertThat(answers.await(owing(ONE, TWO), SHORT)).isEqualTo(new Outcome.StillWaiting());
    }

    @Test
    void a_missing_receipt_is_waited_for_only_so_long() throws InterruptedException {
        assertThat(answers.await(new CompletableFuture<>(), SHORT)).isEqualTo(new Outcome.StillWaiting());
    }

    @Test
    void what_was_delivered_before_a_line_is_no_answer_to_it() throws InterruptedException {
        answers.finished(ONE);
        answers.begin();
        assertThat(answers.await(owing(ONE), SHORT)).isEqualTo(new Outcome.StillWaiting());
    }

    @Test
    void an_event_that_could_not_be_stored_is_refused_with_its_cause() throws InterruptedException {
        IllegalStateException full = new IllegalStateException("disk full");
        assertThat(answers.await(CompletableFuture.failedFuture(full), LONG)).isEqualTo(new Outcome.Refused(full));
    }
}
