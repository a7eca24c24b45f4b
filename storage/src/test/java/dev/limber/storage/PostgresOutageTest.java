package dev.limber.storage;

import static dev.limber.testkit.StoreUse.allOwed;
import static dev.limber.testkit.StoreUse.committed;
import static dev.limber.testkit.TurnBuilder.person;
import static dev.limber.testkit.TurnBuilder.turn;
import static dev.limber.testkit.TurnBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.DeliveryId;
import dev.limber.core.runtime.CommitResult.Committed;
import dev.limber.core.runtime.DueNudge;
import dev.limber.core.runtime.Store;
import dev.limber.core.runtime.StoreException;
import dev.limber.core.runtime.StoredState;
import dev.limber.core.session.Subject;
import dev.limber.testkit.StoreUse;
import dev.limber.testkit.TurnBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The database goes away, and comes back. */
@Timeout(60)
class PostgresOutageTest {
    private static final Subject ANNA = person("anna");
    private static final int PEOPLE = 24;

    private final Cable cable = new Cable();
    private final StorageConfig.Postgres database = Servers.withTables();
    private Store store;

    @BeforeEach
    void open() {
        store = PostgresStore.open(cable.to(database));
    }

    @AfterEach
    void close() throws IOException {
        store.close();
        cable.close();
        Servers.giveBack(database);
    }

    @Test
    void whileItIsGoneCallsFailSoonAndWorkAgainByThemselvesWhenItIsBack() throws IOException {
        committed(store, turn(ANNA, 0).saying("hello"));
        cable.cut();
        long begun = System.nanoTime();
        assertThatThrownBy(() -> store.commit(turn(ANNA, 1).build()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be reached: see that the server runs")
                .hasMessageContaining("nothing was changed");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
        cable.mend();
        await().ignoreExceptionsInstanceOf(StoreException.class)
                .untilAsserted(() -> assertThat(store.find(ANNA)).isPresent());
        committed(store, turn(ANNA, 1));
    }

    @Test
    @Tag("long")
    void aServerThatSaysNothingAnyMoreIsGivenUpSoon() {
        committed(store, turn(ANNA, 0));
        cable.freeze();
        try {
            long begun = System.nanoTime();
            assertThatThrownBy(() -> store.find(ANNA))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("cannot be reached");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(12));
        } finally {
            cable.thaw();
        }
        await().ignoreExceptionsInstanceOf(StoreException.class)
                .untilAsserted(() -> assertThat(store.find(ANNA)).isPresent());
    }

    @Test
    void aConnectionThatEndsBetweenCallsIsNotNoticed() {
        for (int i = 0; i < 5; i++) {
            committed(store, turn(ANNA, i));
            Servers.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                    + Servers.name(database) + "'");
        }
        assertThat(store.find(ANNA).map(StoredState::version)).contains(version(5));
    }

    @Test
    void aTurnWhoseCommitIsNotAnsweredIsAskedFor() {
        committed(store, turn(ANNA, 0));
        cable.loseAnswer("COMMIT");
        Committed second = committed(store, turn(ANNA, 1).saying("hello"));
        assertThat(cable.answerIsLost()).isTrue();
        assertThat(second.version()).isEqualTo(version(2));
        assertThat(allOwed(store)).extracting(owed -> owed.id()).isEqualTo(second.owed());
        DeliveryId id = second.owed().getFirst();
        cable.loseAnswer("COMMIT");
        StoreUse.settle(store, id);
        assertThat(allOwed(store)).isEmpty();
    }

    @Test
    void aWakeUpWhoseSettlementIsNotAnsweredIsScheduledOnce() {
        var owed = committed(store, turn(ANNA, 0).saying(TurnBuilder.answerBefore("half-way", "hold")))
                .owed();
        cable.loseAnswer("COMMIT");
        assertThat(StoreUse.settle(store, StoreUse.wakeUp(owed.getFirst(), ANNA, "half-way", TurnBuilder.NOON)))
                .isTrue();
        assertThat(cable.answerIsLost()).isTrue();
        assertThat(StoreUse.allWakeUps(store)).hasSize(1);
    }

    @Test
    void nudgesThatShareATransactionWhoseCommitIsNotAnsweredAreTakenUpOnce() throws Exception {
        var turns = new ArrayList<Callable<Committed>>();
        for (int i = 0; i < 3 * PEOPLE; i++) {
            DueNudge due = TurnBuilder.dueNudge(person("p" + i), "noon", TurnBuilder.NOON);
            committed(store, turn(due.subject(), 0).planning(due));
            turns.add(() ->
                    committed(store, turn(due.subject(), 1).rung(due).saying(TurnBuilder.nudge(due.key(), "up!"))));
        }
        cable.loseAnswer("COMMIT");
        List<Committed> all = StoreUse.allAtOnce(turns);
        assertThat(cable.answerIsLost()).isTrue();
        assertThat(allOwed(store))
                .extracting(owed -> owed.id())
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(turn -> turn.owed().getFirst()).toList());
        assertThat(connections()).isLessThanOrEqualTo(10);
    }

    @Test
    void whateverHappensOnTheWayNothingAcknowledgedIsLostAndNothingStoredTwice() throws Exception {
        var acknowledged = new AtomicIntegerArray(PEOPLE);
        var stop = new AtomicBoolean();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < PEOPLE; i++) {
                int who = i;
                executor.execute(() -> talk(who, acknowledged, stop));
            }
            try {
                for (int round = 1; round <= 3; round++) {
                    int enough = sum(acknowledged) + 300;
                    await().atMost(Duration.ofSeconds(30)).until(() -> sum(acknowledged) > enough);
                    cable.cut();
                    cable.mend();
                    cable.loseAnswer("COMMIT");
                    await().atMost(Duration.ofSeconds(30)).until(cable::answerIsLost);
                }
            } finally {
                stop.set(true);
            }
        }
        assertThat(connections()).isLessThanOrEqualTo(10);
        for (int i = 0; i < PEOPLE; i++) {
            assertThat(store.find(person("p" + i)).map(StoredState::version)).contains(version(acknowledged.get(i)));
        }
        assertThat(allOwed(store)).hasSize(sum(acknowledged));
    }

    /** Each turn is offered until it is stored, as a platform does with its updates. */
    private void talk(int who, AtomicIntegerArray acknowledged, AtomicBoolean stop) {
        while (!stop.get()) {
            int turns = acknowledged.get(who);
            try {
                committed(
                        store,
                        turn(person("p" + who), turns).seen(who + "/" + turns).saying("hello"));
                acknowledged.incrementAndGet(who);
            } catch (StoreException e) {
                assertThat(e).hasMessageContaining("nothing was changed");
            }
        }
    }

    private static int sum(AtomicIntegerArray numbers) {
        int sum = 0;
        for (int i = 0; i < numbers.length(); i++) {
            sum += numbers.get(i);
        }
        return sum;
    }

    private int connections() {
        return Servers.count(
                database,
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND application_name = 'limber'");
    }
}
