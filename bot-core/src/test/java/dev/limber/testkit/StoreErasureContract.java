package dev.limber.testkit;

import static dev.limber.testkit.StoreUse.allOwed;
import static dev.limber.testkit.StoreUse.allWakeUps;
import static dev.limber.testkit.StoreUse.committed;
import static dev.limber.testkit.StoreUse.owedMessages;
import static dev.limber.testkit.StoreUse.schedule;
import static dev.limber.testkit.StoreUse.settle;
import static dev.limber.testkit.StoreUse.wakeUp;
import static dev.limber.testkit.TurnBuilder.NOON;
import static dev.limber.testkit.TurnBuilder.answer;
import static dev.limber.testkit.TurnBuilder.answerBefore;
import static dev.limber.testkit.TurnBuilder.chat;
import static dev.limber.testkit.TurnBuilder.person;
import static dev.limber.testkit.TurnBuilder.turn;
import static dev.limber.testkit.TurnBuilder.turnReading;
import static dev.limber.testkit.TurnBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.DeliveryId;
import dev.limber.core.runtime.CommitResult.Committed;
import dev.limber.core.runtime.CommitResult.Conflict;
import dev.limber.core.runtime.CommitResult.SeenBefore;
import dev.limber.core.runtime.Dossier;
import dev.limber.core.runtime.Owed;
import dev.limber.core.runtime.Store;
import dev.limber.core.runtime.StoredState;
import dev.limber.core.session.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Forgetting: on somebody's word, after a long absence, and of events. */
interface StoreErasureContract {
    Subject ANNA = person("anna");
    Subject BEN = person("ben");
    Dossier NOTHING = new Dossier(Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of());

    Store open();

    @Test
    default void forgettingErasesAllAboutTheSubjectAndNothingElse() {
        try (Store store = open()) {
            fill(store, ANNA);
            fill(store, BEN);
            Dossier bens = store.everything(BEN);
            Committed last = committed(
                    store,
                    turn(ANNA, 2).seen("forget me").state("{}").forgetting().saying("farewell"));
            assertThat(last.version()).isZero();
            assertThat(store.find(ANNA)).isEmpty();
            assertThat(store.history(ANNA, Instant.EPOCH)).isEmpty();
            assertThat(store.everything(ANNA)).isEqualTo(NOTHING);
            assertThat(store.everything(BEN)).isEqualTo(bens);
            assertThat(allWakeUps(store)).isEqualTo(bens.wakeUps());
            assertThat(allOwed(store))
                    .containsExactly(
                            bens.owed().getFirst(), new Owed(last.owed().getFirst(), ANNA, answer("farewell")));
            settle(store, last.owed().getFirst());
            assertThat(allOwed(store)).isEqualTo(bens.owed());
        }
    }

    @Test
    default void ofATurnThatForgetsOnlyTheEventAndTheMessagesAreStored() {
        try (Store store = open()) {
            fill(store, ANNA);
            var forgetting = turn(ANNA, 2)
                    .seen("forget me")
                    .state("{\"kept\":1}")
                    .plan("[]")
                    .history("a", NOON, "{}")
                    .forgetting();
            committed(store, forgetting);
            assertThat(store.everything(ANNA)).isEqualTo(NOTHING);
            assertThat(store.commit(turn(ANNA, 0).seen("forget me").build())).isEqualTo(new SeenBefore());
        }
    }

    @Test
    default void forgettingOnAnotherVersionIsAConflictAndErasesNothing() {
        try (Store store = open()) {
            fill(store, ANNA);
            Dossier before = store.everything(ANNA);
            for (int turns : new int[] {0, 1, 3}) {
                assertThat(store.commit(turn(ANNA, turns)
                                .forgetting()
                                .saying("farewell")
                                .build()))
                        .isEqualTo(new Conflict());
            }
            assertThat(store.commit(turn(BEN, 1).forgetting().build())).isEqualTo(new Conflict());
            assertThat(store.everything(ANNA)).isEqualTo(before);
            assertThat(allOwed(store)).isEqualTo(before.owed());
        }
    }

    @Test
    default void somebodyUnknownCanBeForgotten() {
        try (Store store = open()) {
            Committed turn = committed(store, turn(ANNA, 0).forgetting().saying("nothing was stored"));
            assertThat(turn.version()).isZero();
            assertThat(owedMessages(store)).containsExactly("nothing was stored");
            assertThat(store.everything(ANNA)).isEqualTo(NOTHING);
        }
    }

    @Test
    default void whatWasUnderWayWhenSomebodyWasForgottenLeavesNothingBehind() {
        try (Store store = open()) {
            Committed before = committed(store, turn(ANNA, 0).saying(answerBefore("half-way", "hold")));
            Committed last = committed(store, turn(ANNA, 1).forgetting().saying(answerBefore("half-way", "farewell")));
            for (DeliveryId id : List.of(before.owed().getFirst(), last.owed().getFirst())) {
                assertThat(settle(store, wakeUp(id, ANNA, "half-way", NOON))).isFalse();
            }
            assertThat(store.everything(ANNA)).isEqualTo(NOTHING);
            assertThat(allWakeUps(store)).isEmpty();
            assertThat(allOwed(store)).isEmpty();
            assertThat(store.commit(turn(ANNA, 2).build())).isEqualTo(new Conflict());
        }
    }

    @Test
    default void whoeverComesBackIsNewAndHasAVersionOfNoneOfTheTurnsBefore() {
        try (Store store = open()) {
            fill(store, ANNA);
            committed(store, turn(ANNA, 2).forgetting().saying("farewell"));
            Committed first = committed(
                    store,
                    turn(ANNA, 0).at(NOON.plusSeconds(9)).state("{\"new\":1}").saying("welcome"));
            assertThat(first.version()).isGreaterThan(version(2));
            assertThat(store.find(ANNA)).contains(new StoredState(first.version(), "{\"new\":1}", Optional.empty()));
            assertThat(store.everything(ANNA).owed())
                    .extracting(owed -> owed.outgoing().message())
                    .containsExactly("welcome");
            assertThat(owedMessages(store)).containsExactly("farewell", "welcome");
        }
    }

    @Test
    default void whoWasNotThereSinceAMomentIsForgotten() {
        try (Store store = open()) {
            Subject group = new Subject.Group(chat("club"));
            Subject exact = person("exact");
            fill(store, ANNA);
            committed(store, turn(group, 0).at(NOON.minus(Duration.ofDays(400))));
            committed(store, turn(exact, 0).at(NOON.plusMillis(1)));
            long bens = committed(store, turn(BEN, 0).at(NOON.minus(Duration.ofDays(400))))
                    .version();
            committed(
                    store,
                    turnReading(BEN, bens).at(NOON.plus(Duration.ofDays(1))).state("{\"back\":1}"));
            assertThat(store.forgetUnusedSince(NOON.plusMillis(1))).isEqualTo(2);
            assertThat(store.everything(ANNA)).isEqualTo(NOTHING);
            assertThat(store.find(group)).isEmpty();
            assertThat(store.find(exact)).isPresent();
            assertThat(store.find(BEN)).contains(new StoredState(bens + 1, "{\"back\":1}", Optional.empty()));
            assertThat(allOwed(store)).isEmpty();
            assertThat(allWakeUps(store)).isEmpty();
            assertThat(store.forgetUnusedSince(NOON.plusMillis(1))).isZero();
        }
    }

    @Test
    default void manyUnusedSubjectsAreAllForgotten() {
        try (Store store = open()) {
            for (int i = 0; i < 333; i++) {
                committed(store, turn(person("p" + i), 0).at(NOON.plusMillis(i)));
            }
            assertThat(store.forgetUnusedSince(NOON.plusMillis(303))).isEqualTo(303);
            assertThat(store.find(person("p302"))).isEmpty();
            assertThat(store.find(person("p303"))).isPresent();
        }
    }

    @Test
    default void eventsSeenBeforeAMomentAreForgotten() {
        try (Store store = open()) {
            committed(store, turn(ANNA, 0));
            committed(store, turn(ANNA, 1).seen("old").at(NOON.minusMillis(1)));
            committed(store, turn(ANNA, 2).seen("not so old").at(NOON));
            store.dropSeenBefore(NOON);
            assertThat(store.commit(turn(ANNA, 3).seen("not so old").build())).isEqualTo(new SeenBefore());
            committed(store, turn(ANNA, 3).seen("old").at(NOON));
            assertThat(store.commit(turn(ANNA, 4).seen("old").build())).isEqualTo(new SeenBefore());
        }
    }

    /** Leaves somebody who has taken two turns with something of each kind. */
    private static void fill(Store store, Subject subject) {
        schedule(store, subject, "half-way", NOON);
        committed(
                store,
                turn(subject, 1)
                        .state("{\"n\":2}")
                        .plan("[1]")
                        .history("a", NOON, "{\"a\":1}")
                        .saying("hold"));
    }
}
