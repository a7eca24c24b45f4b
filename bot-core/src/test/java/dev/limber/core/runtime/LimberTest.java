package dev.limber.core.runtime;

import static dev.limber.core.runtime.Parrot.say;
import static dev.limber.core.runtime.Parrot.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.Receipt;
import dev.limber.core.runtime.json.UnreadableDocumentException;
import dev.limber.core.session.Lane;
import dev.limber.core.session.Subject;
import dev.limber.core.session.UserState;
import dev.limber.testkit.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimberTest {
    private final Rig rig = new Rig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void what_a_person_says_is_answered_and_the_receipt_names_the_answers() {
        rig.parrot.on("both", (state, _) -> turn(state, say("one"), say("two")));
        Limber limber = rig.start();

        Receipt receipt = rig.say(limber, rig.ann, "both");

        rig.awaitTexts(rig.annsChat, "one", "two");
        assertThat(rig.platform.posts(rig.annsChat))
                .extracting(post -> post.delivery())
                .containsExactlyElementsOf(receipt.owed());
        assertThat(rig.stateOf(rig.ann).revision()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(rig.store.owedCount()).isZero());
    }

    @Test
    void an_event_that_comes_twice_is_handled_once_and_its_second_receipt_is_empty() {
        Limber limber = rig.start();
        IncomingMessage message = rig.platform.text(rig.ann, "hello");

        assertThat(Rig.accept(limber, message).owed()).hasSize(1);
        assertThat(Rig.accept(limber, message).owed()).isEmpty();

        rig.say(limber, rig.ann, "again");
        rig.awaitTexts(rig.annsChat, "1 hello", "2 again");
    }

    @Test
    void an_event_that_comes_twice_is_recognised_after_a_restart() {
        IncomingMessage message = rig.platform.text(rig.ann, "hello");
        Rig.accept(rig.start(), message);

        assertThat(Rig.accept(rig.start(), message).owed()).isEmpty();
    }

    @Test
    void the_same_update_id_at_another_bot_is_another_event() {
        Limber limber = rig.start();
        IncomingMessage here = rig.platform.text(rig.ann, "hello");
        var elsewhere = new IncomingMessage(
                here.updateId(),
                here.user(),
                new Address(rig.platform.id(), "other-bot", "ann", Optional.empty()),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                here.body());

        assertThat(Rig.accept(limber, here).owed()).hasSize(1);
        assertThat(Rig.accept(limber, elsewhere).owed()).hasSize(1);
    }

    @Test
    void a_bug_in_deciding_is_answered_with_an_apology_and_not_tried_again() {
        rig.parrot.on("boom", (_, _) -> {
            throw new IllegalStateException("my back hurts");
        });
        Limber limber = rig.start();
        IncomingMessage message = rig.platform.text(rig.ann, "boom");

        try (var log = new LogCapture()) {
            assertThat(Rig.accept(limber, message).owed()).hasSize(1);
            assertThat(Rig.accept(limber, message).owed()).isEmpty();
            assertThat(log.text())
                    .contains(message.updateId(), "person/fake/ann", "IllegalStateException", "LimberTest")
                    .doesNotContain("hurts");
        }
        rig.awaitTexts(rig.annsChat, "Something broke. Try /help.");
        rig.say(limber, rig.ann, "still here");
        rig.awaitTexts(rig.annsChat, "Something broke. Try /help.", "1 still here");
    }

    @Test
    void the_apology_is_in_the_language_of_the_person() {
        rig.parrot.on("boom", (_, _) -> {
            throw new IllegalStateException();
        });
        Limber limber = rig.start();
        IncomingMessage english = rig.platform.text(rig.ann, "boom");
        Rig.accept(
                limber,
                new IncomingMessage(
                        english.updateId(),
                        english.user(),
                        english.address(),
                        true,
                        Optional.empty(),
                        Optional.of(Locale.GERMANY),
                        Optional.empty(),
                        english.body()));

        rig.awaitTexts(rig.annsChat, "Etwas ging schief. Versuch /help.");
    }

    @Test
    void what_cannot_be_stored_is_refused_and_apologised_for_once_a_minute() {
        Limber limber = rig.start();
        rig.say(limber, rig.ann, "before");
        rig.store.breakDown();
        IncomingMessage message = rig.platform.text(rig.ann, "hello");

        assertThatThrownBy(() -> Rig.accept(limber, message))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StoreException.class);
        assertThatThrownBy(() -> Rig.accept(limber, message)).hasCauseInstanceOf(StoreException.class);
        assertThatThrownBy(() -> rig.say(limber, rig.ann, "please")).hasCauseInstanceOf(StoreException.class);
        await().untilAsserted(
                        () -> assertThat(rig.platform.texts(rig.annsChat)).contains("I cannot remember anything now."));

        rig.store.repair();
        assertThat(Rig.accept(limber, message).owed()).hasSize(1);
        rig.awaitTexts(rig.annsChat, "1 before", "I cannot remember anything now.", "2 hello");
    }

    @Test
    void a_state_of_a_newer_program_is_left_alone() {
        Limber limber = rig.start();
        rig.say(limber, rig.ann, "hello");
        StoredState stored = rig.store.find(new Subject.Person(rig.ann)).orElseThrow();
        var newer = new TurnRecord(
                new Subject.Person(rig.ann),
                Optional.of("newer"),
                Rig.START,
                stored.version(),
                stored.state().replace("\"schema\":" + UserState.SCHEMA_VERSION, "\"schema\":99"),
                new TurnRecord.PlanChange.Keep(),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                NudgeChange.NONE,
                false);
        assertThat(rig.store.commit(newer)).isInstanceOf(CommitResult.Committed.class);

        assertThatThrownBy(() -> rig.say(limber, rig.ann, "hello"))
                .hasRootCauseInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("schema version 99");
        rig.awaitTexts(rig.annsChat, "1 hello", "I cannot remember anything now.");
    }

    @Test
    void nobody_waits_for_anybody_else_to_be_decided_on() {
        var bob = rig.platform.user("bob");
        var release = new CountDownLatch(1);
        rig.parrot.on("slow", (state, _) -> {
            awaitOpen(release);
            return turn(state, say("done"));
        });
        Limber limber = rig.start();

        CompletionStage<Receipt> slow = limber.accept(rig.platform.text(rig.ann, "slow"));
        rig.say(limber, bob, "quick");
        assertThat(slow.toCompletableFuture()).isNotDone();

        release.countDown();
        rig.awaitTexts(rig.annsChat, "done");
    }

    @Test
    void somebody_who_cannot_be_reached_is_not_told_so() {
        rig.platform.failAlways(rig.annsChat, Fault.unreachable());
        Limber limber = rig.start();
        rig.say(limber, rig.ann, "hello");

        await().untilAsserted(() ->
                assertThat(Parrot.remembered(rig.stateOf(rig.ann))).isEqualTo("unreachable: blocked by the user"));
        await().untilAsserted(() -> assertThat(limber.busy()).isZero());
        assertThat(rig.store.owedCount()).isZero();
        assertThat(rig.platform.attempts(rig.annsChat)).isEqualTo(1);
    }

    @Test
    void closing_finishes_what_was_taken_and_takes_no_more() {
        var decided = new AtomicInteger();
        rig.parrot.on("count", (state, _) -> {
            decided.incrementAndGet();
            return turn(state, say("counted"));
        });
        Limber limber = rig.start();
        List<CompletionStage<Receipt>> taken = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            taken.add(limber.accept(rig.platform.text(rig.platform.user("p" + i % 20), "count")));
        }

        limber.close();

        assertThat(taken)
                .allSatisfy(stage -> assertThat(stage.toCompletableFuture())
                        .isCompletedWithValueMatching(receipt -> receipt.owed().size() == 1));
        assertThat(decided).hasValue(200);
        assertThat(rig.platform.attempts()).hasSize(200);
        assertThat(rig.store.owedCount()).isZero();
        assertThatThrownBy(() -> rig.say(limber, rig.ann, "late")).hasCauseInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void closing_does_not_wait_for_a_platform_that_hangs() {
        rig.platform.failAlways(rig.annsChat, new Fault.Hangs(new CountDownLatch(1)));
        Limber limber = rig.start(Rig.QUICK.withCloseWithin(Duration.ofMillis(200)));
        rig.say(limber, rig.ann, "hello");

        long before = System.nanoTime();
        limber.close();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
        assertThat(rig.store.owedCount()).isEqualTo(1);
    }

    @Test
    void too_many_events_at_once_are_refused_and_may_come_again() {
        var release = new CountDownLatch(1);
        rig.parrot.on("slow", (state, _) -> {
            awaitOpen(release);
            return turn(state, say("done"));
        });
        Limber limber = rig.start(Rig.QUICK.withMostWaiting(2));
        CompletionStage<Receipt> first = limber.accept(rig.platform.text(rig.ann, "slow"));
        CompletionStage<Receipt> second = limber.accept(rig.platform.text(rig.ann, "slow"));
        IncomingMessage third = rig.platform.text(rig.platform.user("bob"), "hello");

        assertThatThrownBy(() -> Rig.accept(limber, third)).hasCauseInstanceOf(RejectedExecutionException.class);

        release.countDown();
        assertThat(first.toCompletableFuture().join().owed()).hasSize(1);
        assertThat(second.toCompletableFuture().join().owed()).hasSize(1);
        await().untilAsserted(() -> assertThat(Rig.accept(limber, third).owed()).isEqualTo(List.of(new DeliveryId(3))));
    }

    @Test
    void a_chat_that_moved_takes_along_what_is_owed_to_it() {
        var newHome = new Address(rig.platform.id(), "limber", "ann2", Optional.empty());
        var gone = new CountDownLatch(1);
        rig.platform.failNext(rig.annsChat, new Fault.Hangs(gone), Fault.movedTo(newHome));
        Limber limber = rig.start();
        rig.say(limber, rig.ann, "one");
        rig.say(limber, rig.ann, "two");
        Rig.accept(limber, rig.platform.event(rig.ann, new Body.ChatMoved(rig.annsChat, newHome)));

        assertThat(rig.store.owed(rig.platform.id(), Lane.ANSWER, new DeliveryId(0), 10))
                .extracting(owed -> owed.outgoing().to())
                .startsWith(newHome, newHome);
        gone.countDown();
        await().untilAsserted(() -> assertThat(rig.store.owedCount()).isZero());
    }

    static void awaitOpen(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
