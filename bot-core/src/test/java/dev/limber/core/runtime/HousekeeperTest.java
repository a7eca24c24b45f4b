package dev.limber.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.session.Subject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HousekeeperTest {
    private final Rig rig = new Rig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void those_who_stayed_away_are_forgotten_and_events_of_two_weeks_ago_too() {
        RuntimeConfig tidy = Rig.QUICK.withHousekeeping(new RuntimeConfig.Housekeeping(
                Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofDays(365), Duration.ofDays(14)));
        Limber limber = rig.start(tidy);
        rig.say(limber, rig.ann, "hello");
        rig.clock.advance(Duration.ofDays(13));
        assertThat(rig.store.seenCount()).isEqualTo(1);
        rig.clock.advance(Duration.ofDays(2));
        await().until(() -> rig.store.seenCount() == 0);
        assertThat(rig.store.find(new Subject.Person(rig.ann))).isPresent();

        rig.clock.advance(Duration.ofDays(351));

        await().until(() -> rig.store.find(new Subject.Person(rig.ann)).isEmpty() && limber.cached() == 0);
        rig.say(limber, rig.ann, "hello");
        rig.awaitTexts(rig.annsChat, "1 hello", "1 hello");
    }

    @Test
    void housekeeping_that_fails_is_done_again() {
        RuntimeConfig tidy = Rig.QUICK.withHousekeeping(new RuntimeConfig.Housekeeping(
                Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofDays(365), Duration.ofDays(14)));
        Limber limber = rig.start(tidy);
        rig.say(limber, rig.ann, "hello");
        rig.store.breakDown();
        try (var log = new LogCapture()) {
            await().untilAsserted(() -> assertThat(log.text()).contains("housekeeping failed"));
        }
        rig.store.repair();
        rig.clock.advance(Duration.ofDays(15));

        await().until(() -> rig.store.seenCount() == 0);
    }
}
