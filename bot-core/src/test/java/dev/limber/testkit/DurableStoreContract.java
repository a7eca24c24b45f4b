package dev.limber.testkit;

import static dev.limber.testkit.StoreUse.allOwed;
import static dev.limber.testkit.StoreUse.allWakeUps;
import static dev.limber.testkit.StoreUse.committed;
import static dev.limber.testkit.StoreUse.schedule;
import static dev.limber.testkit.StoreUse.settle;
import static dev.limber.testkit.TurnBuilder.NOON;
import static dev.limber.testkit.TurnBuilder.chat;
import static dev.limber.testkit.TurnBuilder.fullAnswer;
import static dev.limber.testkit.TurnBuilder.person;
import static dev.limber.testkit.TurnBuilder.turn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.DeliveryId;
import dev.limber.core.runtime.CommitResult.SeenBefore;
import dev.limber.core.runtime.Dossier;
import dev.limber.core.runtime.Store;
import dev.limber.core.runtime.WakeUp;
import dev.limber.core.session.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a store must do whose contents outlive its process. */
public interface DurableStoreContract extends StoreContract {
    /** Opens what the store opened last in this test has left, after that was closed. */
    Store reopen();

    @Test
    default void allIsThereAfterClosingAndOpening() {
        Subject anna = person("anna");
        Dossier before;
        WakeUp wakeUp;
        try (Store store = open()) {
            wakeUp = schedule(store, anna, "half-way", NOON);
            committed(
                    store,
                    turn(anna, 1)
                            .seen("update 7")
                            .state("{\"n\":2}")
                            .plan("[1]")
                            .history("a", NOON, "{}")
                            .saying(fullAnswer(chat("home"), "{}", "token", "cue")));
            before = store.everything(anna);
        }
        try (Store store = reopen()) {
            assertThat(store.everything(anna)).isEqualTo(before);
            assertThat(allOwed(store)).isEqualTo(before.owed()).hasSize(1);
            assertThat(allWakeUps(store)).containsExactly(wakeUp);
            assertThat(store.commit(turn(anna, 2).seen("update 7").build())).isEqualTo(new SeenBefore());
            committed(store, turn(anna, 2));
        }
    }

    @Test
    default void idsGoOnGrowingAfterClosingAndOpeningThoughAllIsSettled() {
        Subject anna = person("anna");
        DeliveryId last;
        try (Store store = open()) {
            List<DeliveryId> ids =
                    committed(store, turn(anna, 0).saying("1", "2", "3")).owed();
            ids.forEach(id -> settle(store, id));
            last = ids.getLast();
        }
        try (Store store = reopen()) {
            DeliveryId next = committed(store, turn(anna, 1).saying("4")).owed().getFirst();
            assertThat(next.value()).isGreaterThan(last.value());
        }
    }

    @Test
    default void whoeverIsForgottenStaysForgotten() {
        Subject anna = person("anna");
        try (Store store = open()) {
            committed(store, turn(anna, 0).state("{\"n\":1}"));
            committed(store, turn(anna, 1).forgetting().saying("farewell"));
        }
        try (Store store = reopen()) {
            assertThat(store.find(anna)).isEmpty();
            assertThat(store.everything(anna).owed()).isEmpty();
            assertThat(allOwed(store)).hasSize(1);
        }
    }
}
