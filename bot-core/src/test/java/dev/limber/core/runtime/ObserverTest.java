package dev.limber.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.Body;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.Platform;
import dev.limber.core.session.Lane;
import dev.limber.testkit.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What whoever counts is told of the running coach. */
class ObserverTest {
    private final Rig rig = new Rig();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Limber limber = new Limber(rig.store, rig.parrot.mind(), rig.clock, Rig.QUICK, new Noting(told));

    /** Notes what it is told. */
    private record Noting(List<String> told) implements RuntimeObserver {
        @Override
        public void turnTaken(Body body, Duration took) {
            assertThat(took).isPositive();
            told.add("turn " + body);
        }

        @Override
        public void delivered(Platform platform, Lane lane, Delivery outcome, Duration took) {
            assertThat(took).isPositive();
            told.add(platform + " " + lane + " " + outcome.getClass().getSimpleName());
        }

        @Override
        public void nudgeClaimed(Duration lateness) {
            told.add("claimed");
        }

        @Override
        public void nudgeDecided(String decision) {
            told.add(decision);
        }
    }

    @AfterEach
    void close() {
        limber.close();
        rig.close();
    }

    @Test
    void turns_and_attempts_to_deliver_are_told_one_by_one() {
        rig.platform.failNext(rig.annsChat, Fault.retryAfter(Duration.ofMillis(1), Delivery.Scope.CHAT));
        limber.start(List.of(rig.platform));
        rig.say(limber, rig.ann, "a");
        rig.awaitTexts(rig.annsChat, "1 a");

        await().untilAsserted(() -> assertThat(told)
                .containsExactlyInAnyOrder(
                        "turn " + new Body.TextWritten("a"), "fake ANSWER RetryAfter", "fake ANSWER Delivered"));
    }

    @Test
    void what_is_in_memory_can_be_asked_at_any_time() {
        var release = new CountDownLatch(1);
        rig.platform.failNext(rig.annsChat, new Fault.Hangs(release));
        assertThat(limber.gauges().queued()).isEmpty();
        limber.start(List.of(rig.platform));
        rig.say(limber, rig.ann, "a");

        assertThat(limber.gauges().queued())
                .isEqualTo(Map.of(rig.platform.id(), Map.of(Lane.ANSWER, 1, Lane.NUDGE, 0)));
        assertThat(limber.gauges().cachedStates()).isEqualTo(1);
        release.countDown();
        await().untilAsserted(() -> assertThat(limber.gauges())
                .isEqualTo(new Gauges(Map.of(rig.platform.id(), Map.of(Lane.ANSWER, 0, Lane.NUDGE, 0)), 0, 1, 0)));
    }
}
