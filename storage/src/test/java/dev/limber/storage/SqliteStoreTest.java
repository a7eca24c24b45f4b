package dev.limber.storage;

import static dev.limber.testkit.StoreUse.committed;
import static dev.limber.testkit.TurnBuilder.NOON;
import static dev.limber.testkit.TurnBuilder.person;
import static dev.limber.testkit.TurnBuilder.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limber.core.chat.DeliveryId;
import dev.limber.core.runtime.CommitResult.SeenBefore;
import dev.limber.core.runtime.Settlement;
import dev.limber.core.runtime.Store;
import dev.limber.core.runtime.StoreException;
import dev.limber.core.session.Fate;
import dev.limber.core.session.Subject;
import dev.limber.testkit.DurableStoreContract;
import dev.limber.testkit.StoreUse;
import dev.limber.testkit.TurnBuilder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteStoreTest implements DurableStoreContract {
    private static final Subject ANNA = person("anna");

    @TempDir
    Path folder;

    @Override
    public Store open() {
        return reopen();
    }

    @Override
    public Store reopen() {
        return SqliteStore.open(StorageConfig.Sqlite.in(folder));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b.db", "what?.db", "100%.db", "#1.db", "file:x.db", "mode=memory", "dürüm 🧘.db", "a'b.db"})
    void anyFileNameWillDo(String name) {
        var config = new StorageConfig.Sqlite(
                folder.resolve("new").resolve("folders").resolve(name));
        try (Store store = SqliteStore.open(config)) {
            committed(store, turn(ANNA, 0));
        }
        assertThat(folder.resolve("new").resolve("folders").resolve(name)).isRegularFile();
        try (Store store = SqliteStore.open(config)) {
            assertThat(store.find(ANNA)).isPresent();
        }
    }

    @Test
    void afterClosingEveryCallFailsWithAClearSentence() {
        Store store = open();
        committed(store, turn(ANNA, 0).saying("hello"));
        store.close();
        store.close();
        assertThatThrownBy(() -> store.find(ANNA))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is closed");
        assertThatThrownBy(() -> store.commit(turn(ANNA, 1).build()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is closed");
        assertThatThrownBy(() -> store.settle(new Settlement(new DeliveryId(1), Optional.empty(), Fate.LOST)))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void whoWasWaitingWhenTheStoreIsClosedIsEitherStoredOrTold() {
        int turns = 200;
        Store store = open();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = new CompletableFuture<?>[turns];
            for (int i = 0; i < turns; i++) {
                TurnBuilder turn = turn(person("p" + i), 0);
                outcomes[i] = CompletableFuture.runAsync(() -> store.commit(turn.build()), executor);
            }
            outcomes[0].join();
            store.close();
            try (Store again = reopen()) {
                for (int i = 0; i < turns; i++) {
                    boolean told = outcomes[i]
                            .handle((done, failure) -> failure != null)
                            .join();
                    assertThat(again.find(person("p" + i)).isPresent()).isEqualTo(!told);
                }
            }
        }
    }

    @Test
    void aWakeUpForSomebodyElseIsABugThatFailsAlone() throws Exception {
        try (Store store = open()) {
            var owed = committed(store, turn(ANNA, 0).saying(TurnBuilder.answerBefore("half-way", "hold")))
                    .owed();
            var wrong = StoreUse.wakeUp(owed.getFirst(), person("ben"), "half-way", NOON);
            var outcome = CompletableFuture.supplyAsync(() -> StoreUse.settle(store, wrong));
            committed(store, turn(person("carl"), 0));
            assertThatThrownBy(outcome::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(IllegalArgumentException.class);
            assertThat(StoreUse.allOwed(store)).hasSize(1);
            assertThat(StoreUse.allWakeUps(store)).isEmpty();
        }
    }

    @Test
    void theMemoryOfEventsIsPurgedInManySteps() {
        try (Store store = open()) {
            for (int i = 0; i < 3; i++) {
                committed(store, turn(person("a" + i), 0).seen("kept " + i).at(NOON));
            }
            SeenFiller.fill(store, 10_000, NOON.minusSeconds(1));
            store.dropSeenBefore(NOON);
            assertThat(store.commit(turn(ANNA, 0).seen("kept 1").build())).isEqualTo(new SeenBefore());
            for (int i : new int[] {0, 1, 4999, 9999}) {
                committed(store, turn(person("b" + i), 0).seen(SeenFiller.key(i)));
            }
            assertThat(store.find(person("b0"))).isPresent();
        }
    }
}
