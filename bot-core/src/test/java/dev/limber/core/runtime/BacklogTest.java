package dev.limber.core.runtime;

import static dev.limber.core.runtime.Parrot.nudge;
import static dev.limber.core.runtime.Parrot.say;
import static dev.limber.core.runtime.Parrot.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.Pace;
import dev.limber.core.chat.UserId;
import dev.limber.core.coach.Effect;
import dev.limber.core.session.Lane;
import dev.limber.testkit.FakePlatform;
import dev.limber.testkit.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More is owed than fits into memory. */
class BacklogTest {
    private static final int ROOM = 40;
    private static final RuntimeConfig CRAMPED = Rig.QUICK.withDelivering(new RuntimeConfig.Delivering(
            Duration.ofMillis(30), Duration.ofMillis(5), Duration.ofMillis(40), ROOM, 500));

    private final Rig rig = new Rig();

    @AfterEach
    void stop() {
        rig.close();
        assertThat(rig.platform.overlaps()).isZero();
    }

    @Test
    void everything_owed_is_delivered_after_a_start_in_order_and_once_with_little_of_it_in_memory() {
        int people = 2_000;
        int each = 50;
        oweInTurn(people, each);
        var most = new AtomicInteger();
        int room = 1_000;
        Limber limber = rig.start(withRoomFor(room));

        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> {
                    most.accumulateAndGet(limber.busy(), Math::max);
                    return rig.store.owedCount() == 0;
                });

        // Both parcels and their lines are counted, and lines that are about to end.
        assertThat(most.get()).isLessThanOrEqualTo(2 * room);
        assertThat(rig.platform.attempts()).hasSize(people * each);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            expected.add("owed " + i);
        }
        for (int p = 0; p < people; p++) {
            assertThat(rig.platform.texts(chat(p))).isEqualTo(expected);
        }
        await().untilAsserted(() -> assertThat(limber.busy()).isZero());
    }

    @Test
    void somebody_who_writes_meanwhile_waits_for_their_own_messages_but_not_for_those_of_all() {
        var release = new CountDownLatch(1);
        int people = 500;
        oweInTurn(people, 2);
        for (int p = 0; p < ROOM / 2 - 1; p++) {
            rig.platform.failNext(chat(p), new Fault.Hangs(release));
        }
        Limber limber = rig.start(CRAMPED);
        int last = people - 1;

        rig.say(limber, person(last), "hello");

        rig.awaitTexts(chat(last), "owed 0", "owed 1", "1 hello");
        release.countDown();
        await().atMost(Duration.ofSeconds(20)).until(() -> rig.store.owedCount() == 0);
        assertThat(rig.platform.attempts()).hasSize(people * 2 + 1);
    }

    @Test
    void what_is_said_while_a_platform_must_wait_stays_in_the_store_beyond_a_measure() {
        rig.platform.failNext(chat(0), Fault.retryAfter(Duration.ofMillis(700), Delivery.Scope.PLATFORM));
        Limber limber = rig.start(CRAMPED);
        rig.say(limber, person(0), "hello");
        await().until(() -> rig.platform.attempts(chat(0)) == 1);
        for (int i = 0; i < 6 * ROOM; i++) {
            rig.say(limber, person(i % 7), "" + i);
        }

        assertThat(limber.busy()).isLessThanOrEqualTo(2 * (ROOM + 1));
        await().atMost(Duration.ofSeconds(20)).until(() -> rig.store.owedCount() == 0);
        assertThat(rig.platform.attempts()).hasSize(6 * ROOM + 2);
        for (int p = 0; p < 7; p++) {
            List<Integer> turns = rig.platform.texts(chat(p)).stream()
                    .map(text -> Integer.parseInt(text.substring(0, text.indexOf(' '))))
                    .toList();
            assertThat(turns).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void what_is_owed_on_a_platform_that_is_not_there_stays_owed_until_it_is() {
        var other = new FakePlatform("other", rig.clock);
        UserId cleo = other.user("cleo");
        Limber without = rig.start();
        Rig.accept(without, other.text(cleo, "hello"));
        without.close();
        assertThat(rig.store.owedCount()).isEqualTo(1);

        try (var with = new Limber(rig.store, rig.parrot.mind(), rig.clock, Rig.QUICK)) {
            with.start(List.of(rig.platform, other));
            await().untilAsserted(() ->
                    assertThat(other.texts(other.privateChat(cleo))).containsExactly("1 hello"));
        }
    }

    @Test
    void a_store_that_fails_while_the_backlog_is_read_is_asked_again() {
        oweInTurn(200, 1);
        var release = new CountDownLatch(1);
        for (int p = 0; p < 200; p++) {
            rig.platform.failNext(chat(p), new Fault.Hangs(release));
        }
        rig.start(CRAMPED);
        rig.store.breakDown();
        try (var log = new LogCapture()) {
            release.countDown();
            await().untilAsserted(() -> assertThat(log.text()).contains("cannot settle"));
        }
        rig.store.repair();

        await().until(() -> rig.store.owedCount() == 0);
        assertThat(rig.platform.attempts()).hasSize(200);
    }

    @Test
    void scheduled_messages_that_wait_for_their_pace_leave_room_for_answers() {
        rig.platform.setPace(new Pace(Duration.ofMinutes(1), Duration.ZERO, Duration.ZERO));
        int people = 6 * ROOM;
        for (int p = 0; p < people; p++) {
            rig.owe(person(p), chat(p), Lane.NUDGE, true, "stretch!");
        }
        rig.owe(person(people), chat(people), Lane.ANSWER, true, "an answer from before the start");
        rig.parrot.on("nudge", (state, _) -> turn(state, nudge("stretch again!")));
        Limber limber = rig.start(CRAMPED);

        rig.awaitTexts(chat(people), "an answer from before the start");
        for (int p = 0; p < people; p++) {
            rig.say(limber, person(p), "nudge");
        }
        assertThat(limber.busy()).isLessThanOrEqualTo(ROOM + 2);
        for (int p = 1; p < people; p++) {
            rig.say(limber, person(p), "hello");
        }
        await().until(() -> rig.store.owedCount() <= 2 * people);
        // All answers, and at most one scheduled message.
        assertThat(rig.platform.attempts()).hasSizeBetween(people, people + 1);
        await().untilAsserted(() -> assertThat(limber.busy()).isLessThanOrEqualTo(ROOM + 2));
    }

    @Test
    void forgetting_takes_back_what_has_not_been_said() {
        var release = new CountDownLatch(1);
        rig.parrot.on("forget", (state, _) -> turn(state, new Effect.Forget(), say("bye")));
        rig.platform.failNext(rig.annsChat, new Fault.Hangs(release));
        Limber limber = rig.start();
        rig.say(limber, rig.ann, "one");
        await().until(() -> rig.platform.attempts(rig.annsChat) == 1);
        rig.say(limber, rig.ann, "two");
        rig.say(limber, rig.ann, "forget");
        release.countDown();

        rig.awaitTexts(rig.annsChat, "1 one", "bye");
        await().untilAsserted(() -> assertThat(limber.busy()).isZero());
    }

    private static RuntimeConfig withRoomFor(int messages) {
        return Rig.QUICK.withDelivering(new RuntimeConfig.Delivering(
                Duration.ofMillis(30), Duration.ofMillis(5), Duration.ofMillis(40), messages, 500));
    }

    private void oweInTurn(int people, int each) {
        for (int i = 0; i < each; i++) {
            for (int p = 0; p < people; p++) {
                rig.owe(person(p), chat(p), Lane.ANSWER, true, "owed " + i);
            }
        }
    }

    private UserId person(int number) {
        return rig.platform.user("p" + number);
    }

    private Address chat(int number) {
        return rig.platform.privateChat(person(number));
    }
}
