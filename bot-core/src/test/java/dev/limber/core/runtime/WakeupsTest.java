package dev.limber.core.runtime;

import static dev.limber.core.runtime.Parrot.say;
import static dev.limber.core.runtime.Parrot.sayThen;
import static dev.limber.core.runtime.Parrot.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.UserId;
import dev.limber.core.coach.Context;
import dev.limber.core.coach.Effect;
import dev.limber.testkit.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cues: never lost, never doubled, at their time. */
class WakeupsTest {
    private static final Duration HOLD = Duration.ofSeconds(30);

    private final Rig rig = new Rig();

    @BeforeEach
    void prepare() {
        rig.parrot.on("cue", (state, _) -> turn(state, sayThen("hold", HOLD, "over")));
        rig.parrot.on("drop", (state, _) -> turn(state, new Effect.DropWakeUps(), say("dropped")));
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void a_cue_comes_at_its_time_and_not_before() {
        Limber limber = rig.start();
        sayAndAwaitWakeUp(limber, rig.ann, "cue");

        rig.clock.advance(HOLD.minusMillis(1));
        remainsQuiet("hold");
        rig.clock.advance(Duration.ofMillis(1));

        rig.awaitTexts(rig.annsChat, "hold", "2 woken over");
        assertThat(rig.store.wakeUps()).isEmpty();
        await().untilAsserted(() -> assertThat(limber.busy()).isZero());
    }

    @Test
    void by_the_real_clock_a_cue_is_hardly_late() {
        var rung = new AtomicReference<Instant>();
        rig.parrot
                .on("cue", (state, _) -> turn(state, sayThen("hold", Duration.ofMillis(300), "over")))
                .on("woken over", (state, context) -> {
                    rung.set(context.now());
                    return turn(state);
                });
        var real = InstantSource.system();
        try (var limber = new Limber(rig.store, rig.parrot.mind(), real, RuntimeConfig.standard())) {
            limber.start(List.of(rig.platform));
            rig.say(limber, rig.ann, "cue");
            await().until(() -> !rig.store.wakeUps().isEmpty());
            Instant due = rig.store.wakeUps().getFirst().due();

            await().until(() -> rung.get() != null);

            assertThat(rung.get()).isBetween(due, due.plusSeconds(1));
        }
    }

    @Test
    void each_cue_is_counted_from_the_delivery_of_the_one_before() {
        rig.parrot.on("woken over", (state, _) -> turn(state, sayThen("switch", HOLD, "over again")));
        Limber limber = rig.start();
        sayAndAwaitWakeUp(limber, rig.ann, "cue");
        var release = new CountDownLatch(1);
        rig.platform.failNext(rig.annsChat, new Fault.Hangs(release));

        rig.clock.advance(HOLD);
        await().until(() -> rig.platform.attempts(rig.annsChat) == 2);
        rig.clock.advance(Duration.ofSeconds(4));
        release.countDown();

        await().untilAsserted(() -> assertThat(rig.store.wakeUps())
                .extracting(WakeUp::due)
                .containsExactly(Rig.START.plus(HOLD).plusSeconds(4).plus(HOLD)));
    }

    @Test
    void a_restart_loses_no_cue_whether_it_is_due_later_or_has_been_due_meanwhile() {
        UserId bob = rig.platform.user("bob");
        Limber first = rig.start();
        sayAndAwaitWakeUp(first, rig.ann, "cue");
        rig.clock.advance(Duration.ofSeconds(20));
        sayAndAwaitWakeUp(first, bob, "cue");
        first.close();

        rig.clock.advance(Duration.ofSeconds(15));
        rig.start();

        rig.awaitTexts(rig.annsChat, "hold", "2 woken over");
        assertThat(rig.platform.texts(rig.platform.privateChat(bob))).containsExactly("hold");
        rig.clock.advance(Duration.ofSeconds(15));
        rig.awaitTexts(rig.platform.privateChat(bob), "hold", "2 woken over");
    }

    @Test
    void a_clock_that_jumps_loses_and_doubles_nothing() {
        Limber limber = rig.start();
        sayAndAwaitWakeUp(limber, rig.ann, "cue");
        rig.clock.advance(Duration.ofDays(-2));
        UserId bob = rig.platform.user("bob");
        sayAndAwaitWakeUp(limber, bob, "cue");
        remainsQuiet("hold");

        rig.clock.advance(Duration.ofDays(30));
        rig.awaitTexts(rig.annsChat, "hold", "2 woken over");
        rig.awaitTexts(rig.platform.privateChat(bob), "hold", "2 woken over");

        rig.clock.advance(Duration.ofDays(-30));
        sayAndAwaitWakeUp(limber, rig.ann, "cue");
        rig.clock.advance(Duration.ofDays(60));
        rig.awaitTexts(rig.annsChat, "hold", "2 woken over", "hold", "4 woken over");
        assertThat(rig.platform.texts(rig.platform.privateChat(bob))).hasSize(2);
    }

    @Test
    void a_cue_that_is_far_away_comes_from_the_store_in_time() {
        rig.parrot.on("cue", (state, _) -> turn(state, sayThen("hold", Duration.ofMinutes(50), "over")));
        Limber limber = rig.start();
        sayAndAwaitWakeUp(limber, rig.ann, "cue");
        await().untilAsserted(() -> assertThat(limber.busy()).isZero());

        for (int minute = 0; minute < 49; minute++) {
            rig.clock.advance(Duration.ofMinutes(1));
        }
        remainsQuiet("hold");
        rig.clock.advance(Duration.ofMinutes(1));

        rig.awaitTexts(rig.annsChat, "hold", "2 woken over");
    }

    @Test
    void what_is_dropped_does_not_ring() {
        Limber limber = rig.start();
        sayAndAwaitWakeUp(limber, rig.ann, "cue");
        rig.say(limber, rig.ann, "drop");
        assertThat(rig.store.wakeUps()).isEmpty();

        rig.clock.advance(HOLD.multipliedBy(2));
        rig.say(limber, rig.ann, "later");

        rig.awaitTexts(rig.annsChat, "hold", "dropped", "3 later");
        await().untilAsserted(() -> assertThat(limber.busy()).isZero());
    }

    @Test
    void what_is_dropped_while_its_message_is_on_the_way_does_not_ring() {
        var release = new CountDownLatch(1);
        rig.platform.failNext(rig.annsChat, new Fault.Hangs(release));
        Limber limber = rig.start();
        rig.say(limber, rig.ann, "cue");
        rig.say(limber, rig.ann, "drop");
        release.countDown();
        rig.awaitTexts(rig.annsChat, "hold", "dropped");
        await().untilAsserted(() -> assertThat(rig.store.owedCount()).isZero());

        assertThat(rig.store.wakeUps()).isEmpty();
        rig.clock.advance(HOLD.multipliedBy(2));
        await().untilAsserted(() -> assertThat(limber.busy()).isZero());
        assertThat(rig.stateOf(rig.ann).revision()).isEqualTo(2);
    }

    @Test
    void the_same_cue_asked_for_again_rings_once_at_the_later_time() {
        Limber limber = rig.start();
        sayAndAwaitWakeUp(limber, rig.ann, "cue");
        rig.clock.advance(Duration.ofSeconds(10));
        rig.say(limber, rig.ann, "cue");
        await().untilAsserted(() ->
                assertThat(rig.store.wakeUps()).extracting(WakeUp::due).containsExactly(Rig.START.plusSeconds(40)));

        rig.clock.set(Rig.START.plusSeconds(35));
        remainsQuiet("hold", "hold");
        rig.clock.set(Rig.START.plusSeconds(40));

        rig.awaitTexts(rig.annsChat, "hold", "hold", "3 woken over");
    }

    @Test
    void a_cue_that_cannot_be_stored_when_it_rings_rings_again_and_nobody_is_bothered() {
        Limber limber = rig.start();
        sayAndAwaitWakeUp(limber, rig.ann, "cue");
        rig.store.breakDown();
        try (var log = new LogCapture()) {
            rig.clock.advance(HOLD);
            await().untilAsserted(() -> assertThat(log.text()).contains("could not store WokenUp"));
        }

        rig.store.repair();
        rig.clock.advance(Duration.ofSeconds(1));

        rig.awaitTexts(rig.annsChat, "hold", "2 woken over");
    }

    @Test
    void a_cue_knows_how_the_conversation_was_led() {
        Queue<Context> contexts = new ConcurrentLinkedQueue<>();
        rig.parrot.on("woken over", (state, context) -> {
            contexts.add(context);
            return turn(state);
        });
        Address group = rig.platform.sharedChat("group");
        Limber limber = rig.start();
        Rig.accept(
                limber,
                new IncomingMessage(
                        "g1",
                        rig.ann,
                        group,
                        false,
                        Optional.empty(),
                        Optional.of(Locale.GERMANY),
                        Optional.empty(),
                        new Body.TextWritten("cue")));
        await().until(() -> !rig.store.wakeUps().isEmpty());
        rig.clock.advance(HOLD);

        await().until(() -> !contexts.isEmpty());
        assertThat(contexts.element().privateChat()).isFalse();
        assertThat(contexts.element().languageHint()).contains(Locale.GERMANY);
        assertThat(contexts.element().user()).isEqualTo(rig.ann);
        assertThat(contexts.element().now()).isEqualTo(Rig.START.plus(HOLD));
    }

    @Test
    void a_platform_that_must_wait_delays_what_follows() {
        rig.platform.failNext(rig.annsChat, Fault.retryAfter(Duration.ofMillis(100), Delivery.Scope.CHAT));
        Limber limber = rig.start();
        rig.say(limber, rig.ann, "cue");
        rig.clock.advance(Duration.ofSeconds(3));

        await().untilAsserted(() -> assertThat(rig.store.wakeUps())
                .extracting(WakeUp::due)
                .containsExactly(Rig.START.plusSeconds(3).plus(HOLD)));
    }

    private void sayAndAwaitWakeUp(Limber limber, UserId user, String text) {
        int before = rig.store.wakeUps().size();
        rig.say(limber, user, text);
        await().until(() -> rig.store.wakeUps().size() == before + 1);
    }

    /** Long enough for several looks at the clock. */
    private void remainsQuiet(String... texts) {
        await().during(Duration.ofMillis(60))
                .untilAsserted(
                        () -> assertThat(rig.platform.texts(rig.annsChat)).containsExactly(texts));
    }
}
