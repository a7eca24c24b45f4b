package dev.limber.core.runtime;

import static dev.limber.core.runtime.Parrot.sayThen;
import static dev.limber.core.runtime.Parrot.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cues of many people, in little memory and of several instances. */
class ManyWakeupsTest {
    private static final Duration HOLD = Duration.ofSeconds(30);

    private final Rig rig = new Rig();

    @BeforeEach
    void prepare() {
        rig.parrot.on("cue", (state, _) -> turn(state, sayThen("hold", HOLD, "over")));
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void more_cues_than_fit_into_memory_ring_once_each() {
        int people = 300;
        RuntimeConfig cramped =
                Rig.QUICK.withWakingUp(new RuntimeConfig.WakingUp(Duration.ofMinutes(1), 20, Duration.ofMillis(5)));
        Limber limber = rig.start(cramped);
        for (int p = 0; p < people; p++) {
            rig.clock.advance(Duration.ofMillis(10));
            rig.say(limber, rig.platform.user("p" + p), "cue");
        }
        await().until(() -> rig.store.wakeUps().size() == people);
        assertThat(limber.busy()).isLessThanOrEqualTo(20);

        rig.clock.advance(Duration.ofSeconds(60));

        await().atMost(Duration.ofSeconds(30)).until(() -> rig.store.wakeUps().isEmpty());
        await().until(() -> limber.busy() == 0);
        for (int p = 0; p < people; p++) {
            assertThat(rig.platform.texts(rig.platform.privateChat(rig.platform.user("p" + p))))
                    .containsExactly("hold", "2 woken over");
        }
    }

    @Test
    void two_instances_on_one_store_handle_each_cue_once() {
        Limber one = rig.start();
        List<UserId> people = new ArrayList<>();
        for (int p = 0; p < 50; p++) {
            people.add(rig.platform.user("p" + p));
            rig.say(one, people.getLast(), "cue");
        }
        await().until(() -> rig.store.wakeUps().size() == people.size());
        Limber two = rig.start();

        rig.clock.advance(HOLD);

        await().until(() -> rig.store.wakeUps().isEmpty() && one.busy() + two.busy() == 0);
        assertThat(people).allSatisfy(person -> {
            assertThat(rig.platform.texts(rig.platform.privateChat(person))).containsExactly("hold", "2 woken over");
            assertThat(rig.stateOf(person).revision()).isEqualTo(2);
        });
    }
}
