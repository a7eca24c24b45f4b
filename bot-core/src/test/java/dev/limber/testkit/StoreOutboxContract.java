package dev.limber.testkit;

import static dev.limber.testkit.StoreUse.allOwed;
import static dev.limber.testkit.StoreUse.allWakeUps;
import static dev.limber.testkit.StoreUse.committed;
import static dev.limber.testkit.StoreUse.owedMessages;
import static dev.limber.testkit.StoreUse.schedule;
import static dev.limber.testkit.StoreUse.settle;
import static dev.limber.testkit.StoreUse.wakeUp;
import static dev.limber.testkit.TurnBuilder.NOON;
import static dev.limber.testkit.TurnBuilder.PLATFORM;
import static dev.limber.testkit.TurnBuilder.answer;
import static dev.limber.testkit.TurnBuilder.answerBefore;
import static dev.limber.testkit.TurnBuilder.chat;
import static dev.limber.testkit.TurnBuilder.fullAnswer;
import static dev.limber.testkit.TurnBuilder.person;
import static dev.limber.testkit.TurnBuilder.thread;
import static dev.limber.testkit.TurnBuilder.turn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Platform;
import dev.limber.core.runtime.CommitResult.Committed;
import dev.limber.core.runtime.CommitResult.SeenBefore;
import dev.limber.core.runtime.Dossier;
import dev.limber.core.runtime.NudgeKey;
import dev.limber.core.runtime.Owed;
import dev.limber.core.runtime.Store;
import dev.limber.core.runtime.TurnRecord.Outgoing;
import dev.limber.core.runtime.WakeUp;
import dev.limber.core.session.Lane;
import dev.limber.core.session.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is owed until it is settled, and the wake-ups that follow. */
interface StoreOutboxContract {
    Subject ANNA = person("anna");
    Subject BEN = person("ben");

    Store open();

    @Test
    default void aTurnsMessagesAreOwedInItsOrderWithAllThatTheyHave() {
        try (Store store = open()) {
            Outgoing full = fullAnswer(thread("home", "topic"), "{\"first\":1}", "secret", "half-way");
            Outgoing nudge = TurnBuilder.nudge(new NudgeKey("morning", NOON), "{}");
            Committed turn = committed(store, turn(ANNA, 0).saying(full, nudge));
            assertThat(turn.owed()).hasSize(2).doesNotHaveDuplicates();
            assertThat(allOwed(store))
                    .containsExactly(
                            new Owed(turn.owed().getFirst(), ANNA, full),
                            new Owed(turn.owed().getLast(), ANNA, nudge));
            assertThat(committed(store, turn(ANNA, 1)).owed()).isEmpty();
        }
    }

    @Test
    default void idsOnlyEverGrowWhateverIsSettled() {
        try (Store store = open()) {
            long highest = 0;
            for (int i = 0; i < 5; i++) {
                for (DeliveryId id :
                        committed(store, turn(ANNA, i).saying("a", "b")).owed()) {
                    assertThat(id.value()).isGreaterThan(highest);
                    highest = id.value();
                    settle(store, id);
                }
            }
            assertThat(allOwed(store)).isEmpty();
        }
    }

    @Test
    default void owedMessagesCanBeReadInPages() {
        try (Store store = open()) {
            committed(store, turn(ANNA, 0).saying("1", "2"));
            committed(store, turn(BEN, 0).saying("3"));
            committed(store, turn(ANNA, 1).saying("4", "5"));
            List<Owed> first = store.owed(PLATFORM, Lane.ANSWER, new DeliveryId(0), 2);
            List<Owed> second =
                    store.owed(PLATFORM, Lane.ANSWER, first.getLast().id(), 2);
            List<Owed> third =
                    store.owed(PLATFORM, Lane.ANSWER, second.getLast().id(), 2);
            assertThat(first).extracting(owed -> owed.outgoing().message()).containsExactly("1", "2");
            assertThat(second).extracting(owed -> owed.outgoing().message()).containsExactly("3", "4");
            assertThat(third).extracting(owed -> owed.outgoing().message()).containsExactly("5");
            assertThat(store.owed(PLATFORM, Lane.ANSWER, third.getLast().id(), 2))
                    .isEmpty();
        }
    }

    @Test
    default void whatIsSettledIsOwedNoLonger() {
        try (Store store = open()) {
            Committed turn = committed(store, turn(ANNA, 0).saying("1", "2", "3"));
            settle(store, turn.owed().get(1));
            assertThat(owedMessages(store)).containsExactly("1", "3");
            assertThat(store.everything(ANNA).owed())
                    .extracting(owed -> owed.outgoing().message())
                    .containsExactly("1", "3");
            assertThat(allWakeUps(store)).isEmpty();
        }
    }

    @Test
    default void messagesToOnePlatformAreReadWithoutThoseToOthers() {
        Platform other = new Platform("other");
        Address there = new Address(other, "bot", "home", Optional.empty());
        try (Store store = open()) {
            committed(store, turn(ANNA, 0).saying(answer("1"), answer(there, "2"), answer("3"), answer(there, "4")));
            List<Owed> first = store.owed(other, Lane.ANSWER, new DeliveryId(0), 1);
            assertThat(first).extracting(owed -> owed.outgoing().message()).containsExactly("2");
            assertThat(store.owed(other, Lane.ANSWER, first.getFirst().id(), 9))
                    .extracting(owed -> owed.outgoing().message())
                    .containsExactly("4");
            assertThat(owedMessages(store)).containsExactly("1", "3");
            assertThat(store.owed(new Platform("third"), Lane.ANSWER, new DeliveryId(0), 9))
                    .isEmpty();
            assertThat(store.everything(ANNA).owed()).hasSize(4);
        }
    }

    @Test
    default void settlingSchedulesWhatFollows() {
        try (Store store = open()) {
            Outgoing answer = fullAnswer(thread("home", "topic"), "{}", "token", "half-way");
            DeliveryId id =
                    committed(store, turn(ANNA, 0).saying(answer)).owed().getFirst();
            var wakeUp = new WakeUp(
                    id, ANNA, thread("home", "topic"), answer.circumstances(), "half-way", NOON.plusMillis(15_001));
            assertThat(settle(store, wakeUp)).isTrue();
            assertThat(allOwed(store)).isEmpty();
            assertThat(allWakeUps(store)).containsExactly(wakeUp);
            assertThat(store.everything(ANNA).wakeUps()).containsExactly(wakeUp);
        }
    }

    @Test
    default void settlingWithoutSchedulingSchedulesNothing() {
        try (Store store = open()) {
            Committed turn = committed(store, turn(ANNA, 0).saying(answerBefore("half-way", "hold")));
            settle(store, turn.owed().getFirst());
            assertThat(allWakeUps(store)).isEmpty();
        }
    }

    @Test
    default void settlingWhatIsNotOwedDoesNothing() {
        try (Store store = open()) {
            Committed turn = committed(store, turn(ANNA, 0).saying(answerBefore("half-way", "hold"), answer("owed")));
            DeliveryId settled = turn.owed().getFirst();
            settle(store, settled);
            assertThat(settle(store, wakeUp(settled, ANNA, "half-way", NOON))).isFalse();
            var unknown = new DeliveryId(turn.owed().getLast().value() + 1);
            assertThat(settle(store, wakeUp(unknown, ANNA, "half-way", NOON))).isFalse();
            assertThat(allWakeUps(store)).isEmpty();
            assertThat(owedMessages(store)).containsExactly("owed");
        }
    }

    @Test
    default void aWakeUpWithAPendingCueOfTheSubjectReplacesIt() {
        try (Store store = open()) {
            WakeUp replaced = schedule(store, ANNA, "half-way", NOON);
            WakeUp other = schedule(store, ANNA, "done", NOON.plusSeconds(1));
            WakeUp bens = schedule(store, BEN, "half-way", NOON.plusSeconds(2));
            Outgoing elsewhere = fullAnswer(chat("elsewhere"), "{}", "token", "half-way");
            DeliveryId id =
                    committed(store, turn(ANNA, 2).saying(elsewhere)).owed().getFirst();
            var later =
                    new WakeUp(id, ANNA, chat("elsewhere"), elsewhere.circumstances(), "half-way", NOON.plusSeconds(3));
            assertThat(settle(store, later)).isTrue();
            assertThat(allWakeUps(store)).containsExactly(other, bens, later);
            assertThat(store.commit(turn(ANNA, 3).rung(replaced).build())).isEqualTo(new SeenBefore());
            assertThat(allWakeUps(store)).containsExactly(other, bens, later);
        }
    }

    @Test
    default void wakeUpsAreFoundBeforeAMomentSoonestFirst() {
        try (Store store = open()) {
            WakeUp third = schedule(store, ANNA, "3", NOON.plusMillis(3));
            WakeUp first = schedule(store, BEN, "1", NOON.plusMillis(1));
            WakeUp second = schedule(store, ANNA, "2", NOON.plusMillis(2));
            assertThat(store.wakeUpsBefore(NOON.plusMillis(1), 10)).isEmpty();
            assertThat(store.wakeUpsBefore(NOON.plusMillis(3), 10)).containsExactly(first, second);
            assertThat(store.wakeUpsBefore(NOON.plusMillis(4), 10)).containsExactly(first, second, third);
            assertThat(store.wakeUpsBefore(NOON.plusMillis(4), 2)).containsExactly(first, second);
            assertThat(store.everything(ANNA).wakeUps()).containsExactlyInAnyOrder(second, third);
        }
    }

    @Test
    default void aTurnTakesOffTheWakeUpThatItHandles() {
        try (Store store = open()) {
            WakeUp halfWay = schedule(store, ANNA, "half-way", NOON);
            WakeUp done = schedule(store, ANNA, "done", NOON);
            WakeUp bens = schedule(store, BEN, "half-way", NOON);
            committed(store, turn(ANNA, 2).rung(halfWay));
            assertThat(allWakeUps(store)).containsExactlyInAnyOrder(done, bens);
        }
    }

    @Test
    default void aTurnWhoseWakeUpIsPendingNoLongerDoesNothing() {
        try (Store store = open()) {
            WakeUp halfWay = schedule(store, ANNA, "half-way", NOON);
            WakeUp bens = schedule(store, BEN, "half-way", NOON);
            committed(store, turn(ANNA, 1).rung(halfWay));
            Dossier before = store.everything(ANNA);
            var again =
                    turn(ANNA, 2).seen("ring").rung(halfWay).state("{\"n\":9}").saying("again");
            assertThat(store.commit(again.build())).isEqualTo(new SeenBefore());
            assertThat(store.commit(turn(ANNA, 2).rung(bens).saying("again").build()))
                    .isEqualTo(new SeenBefore());
            assertThat(store.everything(ANNA)).isEqualTo(before);
            assertThat(allWakeUps(store)).containsExactly(bens);
            assertThat(allOwed(store)).isEmpty();
            // Nothing at all was done, so its event is not taken for seen.
            committed(store, turn(ANNA, 2).seen("ring"));
        }
    }

    @Test
    default void aTurnCanDropAllWakeUpsOfItsSubject() {
        try (Store store = open()) {
            WakeUp halfWay = schedule(store, ANNA, "half-way", NOON);
            schedule(store, ANNA, "done", NOON);
            WakeUp bens = schedule(store, BEN, "half-way", NOON);
            committed(store, turn(ANNA, 2).rung(halfWay).droppingWakeUps());
            assertThat(allWakeUps(store)).containsExactly(bens);
        }
    }

    @Test
    default void whatWouldFollowAMessageOwedEarlierIsDroppedToo() {
        try (Store store = open()) {
            DeliveryId early = committed(store, turn(ANNA, 0).saying(answerBefore("half-way", "hold")))
                    .owed()
                    .getFirst();
            DeliveryId bens = committed(store, turn(BEN, 0).saying(answerBefore("half-way", "hold")))
                    .owed()
                    .getFirst();
            DeliveryId late = committed(store, turn(ANNA, 1).droppingWakeUps().saying(answerBefore("done", "stop")))
                    .owed()
                    .getFirst();
            assertThat(settle(store, wakeUp(early, ANNA, "half-way", NOON))).isFalse();
            assertThat(settle(store, wakeUp(bens, BEN, "half-way", NOON))).isTrue();
            assertThat(settle(store, wakeUp(late, ANNA, "done", NOON))).isTrue();
            assertThat(allOwed(store)).isEmpty();
            assertThat(allWakeUps(store)).extracting(WakeUp::after).containsExactlyInAnyOrder(bens, late);
        }
    }

    @Test
    default void everythingAboutOneSubjectIsHandedOver() {
        try (Store store = open()) {
            WakeUp wakeUp = schedule(store, ANNA, "half-way", NOON);
            WakeUp later = schedule(store, ANNA, "done", NOON.plusSeconds(1));
            committed(
                    store,
                    turn(BEN, 0).state("{\"ben\":1}").history("x", NOON, "{}").saying("for Ben"));
            Committed turn = committed(
                    store,
                    turn(ANNA, 2)
                            .state("{\"n\":3}")
                            .plan("[]")
                            .history("a", NOON, "{\"a\":1}")
                            .saying("for Anna"));
            Dossier dossier = store.everything(ANNA);
            assertThat(dossier.state()).isEqualTo(store.find(ANNA));
            assertThat(dossier.history())
                    .isEqualTo(store.history(ANNA, Instant.EPOCH))
                    .hasSize(1);
            assertThat(dossier.owed()).containsExactly(new Owed(turn.owed().getFirst(), ANNA, answer("for Anna")));
            assertThat(dossier.wakeUps()).containsExactlyInAnyOrder(wakeUp, later);
        }
    }
}
