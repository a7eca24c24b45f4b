package dev.limber.storage;

import static dev.limber.testkit.StoreUse.allAtOnce;
import static dev.limber.testkit.StoreUse.allWakeUps;
import static dev.limber.testkit.StoreUse.committed;
import static dev.limber.testkit.TurnBuilder.NOON;
import static dev.limber.testkit.TurnBuilder.answerBefore;
import static dev.limber.testkit.TurnBuilder.chat;
import static dev.limber.testkit.TurnBuilder.person;
import static dev.limber.testkit.TurnBuilder.turnReading;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.runtime.CommitResult.Committed;
import dev.limber.core.runtime.Store;
import dev.limber.core.runtime.StoredState;
import dev.limber.core.runtime.WakeUp;
import dev.limber.core.session.Subject;
import dev.limber.testkit.StoreUse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two instances write at one moment what belongs together. */
@Timeout(60)
class PostgresRaceTest {
    private static final Subject ANNA = person("anna");
    private static final int TALKERS = 8;
    private static final int TURNS = 25;
    private static final int MOVES = 20;

    private final StorageConfig.Postgres database = Servers.withTables();
    private Store one;
    private Store other;

    @BeforeEach
    void open() {
        one = PostgresStore.open(database);
        other = PostgresStore.open(database);
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
        Servers.giveBack(database);
    }

    @Test
    void aWakeUpThatIsDroppedWhileItIsBeingScheduledIsGone() throws Exception {
        for (int round = 0; round < 60; round++) {
            Committed asked =
                    committed(one, turnReading(ANNA, version(one, ANNA)).saying(answerBefore("cue", "hold")));
            WakeUp next = StoreUse.wakeUp(asked.owed().getFirst(), ANNA, "cue", NOON);
            allAtOnce(List.of(
                    () -> StoreUse.settle(one, next),
                    () -> committed(other, turnReading(ANNA, asked.version()).droppingWakeUps())));
            assertThat(allWakeUps(one)).isEmpty();
        }
    }

    @Test
    void whoIsForgottenWhileAWakeUpIsBeingScheduledLeavesNothing() throws Exception {
        for (int round = 0; round < 60; round++) {
            Committed asked = committed(one, turnReading(ANNA, 0).saying(answerBefore("cue", "hold")));
            WakeUp next = StoreUse.wakeUp(asked.owed().getFirst(), ANNA, "cue", NOON);
            allAtOnce(List.of(
                    () -> StoreUse.settle(one, next),
                    () -> committed(other, turnReading(ANNA, asked.version()).forgetting())));
            assertThat(allWakeUps(one)).isEmpty();
            assertThat(one.everything(ANNA).owed()).isEmpty();
        }
    }

    @Test
    void aChatThatMovesToAndFroWhileItsMembersTalkLosesNoMessageAndStopsNobody() throws Exception {
        var tasks = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < TALKERS; i++) {
            Store store = i % 2 == 0 ? one : other;
            tasks.add(() -> talk(store));
        }
        tasks.add(() -> {
            for (int move = 0; move < MOVES; move++) {
                boolean forth = move % 2 == 0;
                one.move(chat(forth ? "old" : "new"), chat(forth ? "new" : "old"));
            }
            return 0;
        });
        int said = allAtOnce(tasks).stream().mapToInt(Integer::intValue).sum();
        one.move(chat("new"), chat("old"));

        Subject group = new Subject.Group(chat("old"));
        assertThat(said).isEqualTo(TALKERS * TURNS);
        assertThat(one.everything(group).owed()).hasSize(said);
        assertThat(one.find(new Subject.Group(chat("new")))).isEmpty();
    }

    /** Whoever is in the way of somebody else reads again. */
    private static int talk(Store store) {
        int said = 0;
        while (said < TURNS) {
            Subject old = new Subject.Group(chat("old"));
            Subject group = store.find(old).isPresent() ? old : new Subject.Group(chat("new"));
            var turn = turnReading(group, version(store, group)).saying("hello").build();
            if (store.commit(turn) instanceof Committed) {
                said++;
            }
        }
        return said;
    }

    private static long version(Store store, Subject subject) {
        return store.find(subject).map(StoredState::version).orElse(0L);
    }
}
