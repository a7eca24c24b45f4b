package dev.limber.telegram.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.Update;

class BatchTest {
    private final Batch batch = new Batch();

    @Test
    void aBatchThatIsHandledIsConfirmedToItsEnd() {
        assertThat(take(Set.of(), 3, 4, 5)).isEqualTo(new Batch.Progress(Optional.of(6), Duration.ZERO));
    }

    @Test
    void nothingIsConfirmedFromTheFirstThatFails() {
        Batch.Progress progress = take(Set.of(4), 3, 4, 5);

        assertThat(progress.next()).contains(4);
        assertThat(progress.pause()).isPositive();
    }

    @Test
    void oneThatFailsWhileOthersAreHandledIsGivenUpInTheEnd() {
        for (int i = 1; i < 6; i++) {
            assertThat(take(Set.of(4), 4, 5).next()).contains(4);
        }

        assertThat(take(Set.of(4), 4, 5)).isEqualTo(new Batch.Progress(Optional.of(5), Duration.ZERO));
    }

    @Test
    void whereAllFailNothingIsEverGivenUp() {
        for (int i = 0; i < 100; i++) {
            Batch.Progress progress = take(Set.of(4, 5), 4, 5);
            assertThat(progress.next()).contains(4);
            assertThat(progress.pause()).isLessThanOrEqualTo(Duration.ofSeconds(5));
        }
    }

    private Batch.Progress take(Set<Integer> failing, int... ids) {
        List<Update> updates = IntStream.of(ids)
                .mapToObj(id -> {
                    var update = new Update();
                    update.setUpdateId(id);
                    return update;
                })
                .toList();
        return batch.take(
                updates,
                update -> failing.contains(update.getUpdateId())
                        ? CompletableFuture.failedFuture(new IllegalStateException("full"))
                        : CompletableFuture.completedFuture("handled"));
    }
}
