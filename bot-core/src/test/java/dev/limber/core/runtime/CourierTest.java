package dev.limber.core.runtime;

import static dev.limber.core.runtime.Parrot.message;
import static dev.limber.core.runtime.Parrot.nudge;
import static dev.limber.core.runtime.Parrot.say;
import static dev.limber.core.runtime.Parrot.sayThen;
import static dev.limber.core.runtime.Parrot.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.Envelope;
import dev.limber.core.chat.MessageRef;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.UserId;
import dev.limber.core.coach.Effect;
import dev.limber.core.session.Lane;
import dev.limber.testkit.FakePlatform;
import dev.limber.testkit.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deliveries, and what each of their outcomes leads to. */
class CourierTest {
    private static final Duration SOON = Duration.ofMillis(150);

    private final Rig rig = new Rig();
    private final UserId bob = rig.platform.user("bob");
    private final Address bobsChat = rig.platform.privateChat(bob);

    @AfterEach
    void stop() {
        rig.close();
        assertThat(rig.platform.overlaps()).isZero();
    }

    @Test
    void a_chat_that_hangs_holds_up_no_other_and_its_messages_stay_in_order() {
        var release = new CountDownLatch(1);
        rig.platform.failNext(rig.annsChat, new Fault.Hangs(release));
        Limber limber = rig.start();
        rig.say(limber, rig.ann, "a");
        rig.say(limber, rig.ann, "b");
        rig.say(limber, bob, "c");

        rig.awaitTexts(bobsChat, "1 c");
        assertThat(rig.platform.texts(rig.annsChat)).isEmpty();

        release.countDown();
        rig.awaitTexts(rig.annsChat, "1 a", "2 b");
    }

    @Test
    void a_platform_may_come_later_and_go_before_the_others_and_what_it_is_owed_waits_in_the_store() {
        var later = new FakePlatform("later", rig.clock);
        UserId eve = later.user("eve");
        Limber limber = rig.start();
        Rig.accept(limber, later.text(eve, "a"));
        assertThat(rig.store.owedCount()).isEqualTo(1);

        limber.start(List.of(later));
        await().untilAsserted(
                        () -> assertThat(later.texts(later.privateChat(eve))).containsExactly("1 a"));
        await().untilAsserted(() -> assertThat(rig.store.owedCount()).isZero());

        limber.stop(later.id());
        Rig.accept(limber, later.text(eve, "b"));
        rig.say(limber, rig.ann, "c");
        rig.awaitTexts(rig.annsChat, "1 c");
        await().untilAsserted(() -> assertThat(rig.store.owedCount()).isEqualTo(1));
        assertThat(later.attempts()).hasSize(1);
    }

    @Test
    void answers_go_out_before_nudges_that_are_waiting() {
        var release = new CountDownLatch(1);
        rig.parrot.on("mixed", (state, _) -> turn(state, say("answer 1"), nudge("nudge 1"), nudge("nudge 2")));
        rig.platform.failNext(rig.annsChat, new Fault.Hangs(release));
        Limber limber = rig.start();
        rig.say(limber, rig.ann, "mixed");
        rig.say(limber, rig.ann, "hello");

        release.countDown();
        rig.awaitTexts(rig.annsChat, "answer 1", "2 hello", "nudge 1", "nudge 2");
    }

    @Test
    void what_follows_a_message_is_counted_from_its_delivery() {
        var release = new CountDownLatch(1);
        rig.parrot.on("cue", (state, _) -> turn(state, sayThen("breathe in", Duration.ofSeconds(30), "half-way")));
        rig.platform.failNext(rig.annsChat, new Fault.Hangs(release));
        Limber limber = rig.start();
        rig.say(limber, rig.ann, "cue");

        rig.clock.advance(Duration.ofSeconds(7));
        release.countDown();

        await().untilAsserted(() -> assertThat(rig.store.wakeUps())
                .singleElement()
                .satisfies(wakeUp -> {
                    assertThat(wakeUp.cue()).isEqualTo("half-way");
                    assertThat(wakeUp.due()).isEqualTo(Rig.START.plusSeconds(37));
                    assertThat(wakeUp.address()).isEqualTo(rig.annsChat);
                }));
    }

    @Test
    void a_message_is_edited_in_place() {
        Limber limber = rig.start();
        rig.say(limber, rig.ann, "first");
        rig.awaitTexts(rig.annsChat, "1 first");
        MessageRef ref = rig.platform.posts(rig.annsChat).getFirst().ref();
        rig.parrot.on("edit", (state, _) -> turn(state, replacing(ref, "second")));

        rig.say(limber, rig.ann, "edit");

        rig.awaitTexts(rig.annsChat, "second");
        assertThat(rig.platform.posts(rig.annsChat).getFirst().edits()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_edited_is_posted_anew() {
        var lost = new MessageRef(rig.annsChat, "no such message");
        rig.parrot.on("edit", (state, _) -> turn(state, replacing(lost, "anew")));

        rig.say(rig.start(), rig.ann, "edit");

        rig.awaitTexts(rig.annsChat, "anew");
        assertThat(rig.platform.attempts(rig.annsChat)).isEqualTo(2);
        await().untilAsserted(() -> assertThat(rig.store.owedCount()).isZero());
    }

    @Test
    void a_message_that_is_never_editable_is_given_up_and_the_next_goes_out() {
        rig.platform.failNext(rig.annsChat, Fault.notEditable(), Fault.notEditable());
        Limber limber = rig.start();
        rig.say(limber, rig.ann, "one");
        rig.say(limber, rig.ann, "two");

        rig.awaitTexts(rig.annsChat, "2 two");
    }

    @Test
    void a_chat_that_must_wait_waits_and_no_other_does() {
        rig.platform.failNext(rig.annsChat, Fault.retryAfter(SOON, Delivery.Scope.CHAT));
        Limber limber = rig.start();
        long asked = System.nanoTime();
        rig.say(limber, rig.ann, "a");
        rig.say(limber, rig.ann, "b");
        rig.say(limber, bob, "c");

        rig.awaitTexts(bobsChat, "1 c");
        rig.awaitTexts(rig.annsChat, "1 a", "2 b");
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThanOrEqualTo(SOON);
        assertThat(rig.platform.attempts())
                .extracting(Envelope::to)
                .containsExactlyInAnyOrder(rig.annsChat, bobsChat, rig.annsChat, rig.annsChat)
                .endsWith(rig.annsChat, rig.annsChat);
    }

    @Test
    void a_platform_that_must_wait_waits_and_no_other_does() {
        var other = new FakePlatform("other", rig.clock);
        var cleo = other.user("cleo");
        rig.platform.failNext(rig.annsChat, Fault.retryAfter(SOON, Delivery.Scope.PLATFORM));
        try (var limber = new Limber(rig.store, rig.parrot.mind(), rig.clock, Rig.QUICK)) {
            limber.start(List.of(rig.platform, other));
            rig.say(limber, rig.ann, "a");
            await().untilAsserted(() ->
                    assertThat(rig.platform.attempts(rig.annsChat)).isEqualTo(1));
            rig.say(limber, bob, "b");
            Rig.accept(limber, other.text(cleo, "c"));

            await().untilAsserted(() ->
                    assertThat(other.texts(other.privateChat(cleo))).containsExactly("1 c"));
            rig.awaitTexts(bobsChat, "1 b");
            rig.awaitTexts(rig.annsChat, "1 a");
            assertThat(rig.platform.attempts()).hasSize(3);
        }
    }

    @Test
    void a_chat_that_moved_gets_its_messages_where_it_is_now() {
        var newHome = new Address(rig.platform.id(), FakePlatform.BOT, "ann2", Optional.empty());
        var release = new CountDownLatch(1);
        rig.parrot.on("cue", (state, _) -> turn(state, sayThen("breathe in", Duration.ofSeconds(30), "half-way")));
        rig.platform.failNext(rig.annsChat, new Fault.Hangs(release));
        rig.platform.failAlways(rig.annsChat, Fault.movedTo(newHome));
        Limber limber = rig.start();
        rig.say(limber, rig.ann, "a");
        rig.say(limber, rig.ann, "cue");
        rig.say(limber, rig.ann, "b");
        release.countDown();

        rig.awaitTexts(rig.annsChat, "1 a");
        rig.awaitTexts(newHome, "breathe in", "3 b");
        await().untilAsserted(() ->
                assertThat(rig.store.wakeUps()).extracting(WakeUp::address).containsExactly(newHome));
        assertThat(rig.store.owedCount()).isZero();
    }

    @Test
    void a_chat_that_moves_in_circles_is_given_up() {
        var there = new Address(rig.platform.id(), FakePlatform.BOT, "there", Optional.empty());
        rig.platform.failAlways(rig.annsChat, Fault.movedTo(there));
        rig.platform.failAlways(there, Fault.movedTo(rig.annsChat));
        Limber limber = rig.start();
        rig.say(limber, rig.ann, "a");

        await().untilAsserted(() -> assertThat(rig.store.owedCount()).isZero());
        assertThat(rig.platform.attempts()).hasSize(4);
        await().untilAsserted(() -> assertThat(limber.busy()).isZero());
    }

    @Test
    void a_message_that_is_refused_is_logged_and_the_next_goes_out() {
        rig.platform.failNext(rig.annsChat, Fault.failed());
        Limber limber = rig.start();
        try (var log = new LogCapture()) {
            rig.say(limber, rig.ann, "secret");
            rig.say(limber, rig.ann, "two");
            rig.awaitTexts(rig.annsChat, "2 two");
            assertThat(log.text())
                    .contains("gave up message 1 of person/fake/ann: refused")
                    .doesNotContain("secret");
        }
        await().untilAsserted(() -> assertThat(rig.store.owedCount()).isZero());
    }

    @Test
    void an_adapter_that_breaks_counts_as_a_refusal_and_the_log_quotes_nothing() {
        rig.platform.failNext(rig.annsChat, new Fault.Throws(new IllegalStateException("my back hurts")));
        Limber limber = rig.start();
        try (var log = new LogCapture()) {
            rig.say(limber, rig.ann, "one");
            rig.say(limber, rig.ann, "two");
            rig.awaitTexts(rig.annsChat, "2 two");
            assertThat(log.text())
                    .contains("the adapter broke on message 1", "IllegalStateException")
                    .doesNotContain("hurts");
        }
    }

    @Test
    void hands_free_goes_on_after_a_message_that_was_refused() {
        rig.parrot.on("cue", (state, _) -> turn(state, sayThen("breathe in", Duration.ofSeconds(30), "half-way")));
        rig.platform.failNext(rig.annsChat, Fault.failed());

        rig.say(rig.start(), rig.ann, "cue");

        await().untilAsserted(() -> assertThat(rig.store.wakeUps()).hasSize(1));
    }

    @Test
    void an_answer_whose_fate_is_unknown_is_repeated_once() {
        rig.platform.failNext(rig.annsChat, Fault.lostBefore());
        Limber limber = rig.start();
        rig.say(limber, rig.ann, "a");
        rig.awaitTexts(rig.annsChat, "1 a");

        rig.platform.failNext(rig.annsChat, Fault.lostAfter(), Fault.lostAfter());
        rig.say(limber, rig.ann, "b");
        await().untilAsserted(() -> assertThat(rig.store.owedCount()).isZero());
        rig.say(limber, rig.ann, "c");
        rig.awaitTexts(rig.annsChat, "1 a", "2 b", "2 b", "3 c");
    }

    @Test
    void a_nudge_whose_fate_is_unknown_is_not_repeated() {
        rig.parrot.on("nudge", (state, _) -> turn(state, nudge("stretch!")));
        rig.platform.failNext(rig.annsChat, Fault.lostBefore());
        Limber limber = rig.start();
        rig.say(limber, rig.ann, "nudge");

        await().untilAsserted(() -> assertThat(rig.store.owedCount()).isZero());
        rig.say(limber, rig.ann, "b");
        rig.awaitTexts(rig.annsChat, "2 b");
    }

    @Test
    void what_is_delivered_is_not_delivered_again_because_it_could_not_be_noted_down() {
        var release = new CountDownLatch(1);
        rig.parrot.on("cue", (state, _) -> turn(state, sayThen("breathe in", Duration.ofSeconds(30), "half-way")));
        rig.platform.failNext(rig.annsChat, new Fault.Hangs(release));
        Limber limber = rig.start();
        rig.say(limber, rig.ann, "cue");
        rig.store.breakDown();
        try (var log = new LogCapture()) {
            release.countDown();
            await().untilAsserted(() -> assertThat(log.text()).containsSubsequence("cannot settle", "cannot settle"));
        }

        rig.store.repair();

        await().untilAsserted(() -> assertThat(rig.store.wakeUps()).hasSize(1));
        assertThat(rig.store.owedCount()).isZero();
        assertThat(rig.platform.attempts(rig.annsChat)).isEqualTo(1);
    }

    private static Effect replacing(MessageRef ref, String text) {
        OutgoingMessage plain = message(text);
        return new Effect.Say(
                OutgoingMessage.of(plain.audience(), plain.blocks(), plain.buttons(), Optional.of(ref)),
                Lane.ANSWER,
                Optional.empty());
    }
}
