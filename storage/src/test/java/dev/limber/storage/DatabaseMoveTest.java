package dev.limber.storage;

import static dev.limber.testkit.StoreUse.allOwed;
import static dev.limber.testkit.StoreUse.allWakeUps;
import static dev.limber.testkit.StoreUse.committed;
import static dev.limber.testkit.StoreUse.schedule;
import static dev.limber.testkit.TurnBuilder.NOON;
import static dev.limber.testkit.TurnBuilder.PLATFORM;
import static dev.limber.testkit.TurnBuilder.chat;
import static dev.limber.testkit.TurnBuilder.dueNudge;
import static dev.limber.testkit.TurnBuilder.fullAnswer;
import static dev.limber.testkit.TurnBuilder.nudge;
import static dev.limber.testkit.TurnBuilder.person;
import static dev.limber.testkit.TurnBuilder.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limber.core.chat.DeliveryId;
import dev.limber.core.runtime.Beat;
import dev.limber.core.runtime.Claim;
import dev.limber.core.runtime.CommitResult.SeenBefore;
import dev.limber.core.runtime.Dossier;
import dev.limber.core.runtime.NudgeKey;
import dev.limber.core.runtime.Pulse;
import dev.limber.core.runtime.Store;
import dev.limber.core.runtime.StoreException;
import dev.limber.core.runtime.WakeUp;
import dev.limber.core.session.Subject;
import dev.limber.testkit.StoreUse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DatabaseMoveTest {
    private static final int PEOPLE = 30;
    private static final Subject ANNA = person("anna\0 and \uFDD0");
    private static final NudgeKey KEY = new NudgeKey("noon", NOON);
    private static final Beat BEAT = new Beat(NOON, Map.of(PLATFORM, 0L), Duration.ofSeconds(5));

    @TempDir
    Path folder;

    private final StorageConfig.Postgres target = Servers.empty();
    private StorageConfig.Sqlite source;

    @BeforeEach
    void nameFile() {
        source = StorageConfig.Sqlite.in(folder);
    }

    @AfterEach
    void dropDatabase() {
        Servers.drop(target);
    }

    @Test
    void allThatWasStoredIsThereAndGoesOn() {
        var people = new ArrayList<Dossier>();
        List<WakeUp> wakeUps;
        long fence;
        DeliveryId claimed;
        DeliveryId settled;
        try (Store store = SqliteStore.open(source)) {
            for (int i = 0; i < PEOPLE; i++) {
                fill(store, person("p" + i));
                people.add(store.everything(person("p" + i)));
            }
            fill(store, ANNA);
            people.add(store.everything(ANNA));
            wakeUps = allWakeUps(store);
            store.adapterMemory().put(PLATFORM, "bot", "menu", "hash");
            fence = fence(store.beat(BEAT));
            claimed = committed(store, turn(person("claimed"), 0).saying(nudge(KEY, "up!")))
                    .owed()
                    .getFirst();
            assertThat(store.claim(claimed, PLATFORM, fence, NOON, false)).isEqualTo(new Claim.Granted());
            settled = committed(store, turn(person("last"), 0).saying("settled"))
                    .owed()
                    .getFirst();
            StoreUse.settle(store, settled);
        }
        var heard = new ArrayList<Long>();
        Map<String, Long> counts = DatabaseMove.run(source, target, (rows, all) -> heard.add(rows * 100 / all));

        assertThat(heard).startsWith(0L).endsWith(100L).isSorted();
        assertThat(counts).containsEntry("subject", PEOPLE + 3L).containsEntry("adapter_memory", 1L);
        try (Store store = PostgresStore.open(target)) {
            long later = fence(store.beat(BEAT));
            assertThat(later).isGreaterThan(fence);
            for (int i = 0; i < PEOPLE; i++) {
                assertThat(store.everything(person("p" + i))).isEqualTo(people.get(i));
            }
            assertThat(store.everything(ANNA)).isEqualTo(people.getLast());
            assertThat(allWakeUps(store)).containsExactlyInAnyOrderElementsOf(wakeUps);
            assertThat(allOwed(store)).hasSize(2 * PEOPLE + 3);
            assertThat(store.claim(claimed, PLATFORM, later, NOON, false)).isEqualTo(new Claim.Doubtful(NOON));
            assertThat(store.adapterMemory().find(PLATFORM, "bot", "menu")).contains("hash");
            assertThat(store.commit(turn(person("new"), 0).seen("event of p7").build()))
                    .isEqualTo(new SeenBefore());
            DeliveryId next = committed(store, turn(person("new"), 0).saying("next"))
                    .owed()
                    .getFirst();
            assertThat(next.value()).isGreaterThan(settled.value());
        }
        try (Store store = SqliteStore.open(source)) {
            assertThat(store.everything(person("p7"))).isEqualTo(people.get(7));
        }
    }

    @Test
    void aDatabaseThatIsNotEmptyIsLeftAsItIs() {
        SqliteStore.open(source).close();
        try (Store store = PostgresStore.open(target)) {
            committed(store, turn(ANNA, 0));
        }
        assertRefused("is not empty, or a Limber is using it");
        try (Store store = PostgresStore.open(target)) {
            assertThat(store.find(ANNA)).isPresent();
        }
    }

    @Test
    void aDatabaseThatALimberIsUsingIsLeftToIt() {
        SqliteStore.open(source).close();
        try (Store store = PostgresStore.open(target)) {
            store.beat(BEAT);
            assertRefused("is not empty, or a Limber is using it");
        }
    }

    @Test
    void aFileThatIsInUseOrMissingIsRefused() {
        assertRefused("There is no database");
        assertThat(source.file()).doesNotExist();
        try (Store store = SqliteStore.open(source)) {
            assertRefused("Another Limber is using");
            committed(store, turn(ANNA, 0));
        }
    }

    @Test
    void killedInTheMiddleItLeavesTheDatabaseEmptyAndMovesAllOfItTheNextTime() throws IOException {
        try (Store store = SqliteStore.open(source)) {
            committed(store, turn(ANNA, 0));
            SeenFiller.fill(store, 20_000, NOON);
        }
        try (Child child = Child.start(Mover.class, source.file().toString(), target.jdbcUrl())) {
            child.expect("copied 0");
            child.expect("copied 1000");
            child.kill();
            assertThat(child.rest()).doesNotContain("moved");
        }
        assertThat(Servers.count(target, "SELECT count(*) FROM seen")).isZero();
        assertThat(Servers.count(target, "SELECT count(*) FROM subject")).isZero();
        assertThat(DatabaseMove.run(source, target, (_, _) -> {})).containsEntry("seen", 20_001L);
    }

    @Test
    void whereTheServerGoesAwayInTheMiddleNothingIsMoved() {
        try (Store store = SqliteStore.open(source)) {
            SeenFiller.fill(store, 5_000, NOON);
        }
        assertThatThrownBy(() -> DatabaseMove.run(source, target, (rows, _) -> {
                    if (rows >= 2_000) {
                        Servers.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                                + Servers.name(target) + "'");
                    }
                }))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be reached")
                .hasMessageEndingWith("Nothing was moved.");
        assertThat(Servers.count(target, "SELECT count(*) FROM seen")).isZero();
    }

    /** Leaves something of each kind. */
    private static void fill(Store store, Subject subject) {
        schedule(store, subject, "half-way", NOON);
        String id = subject.key().replaceFirst(".*/", "");
        committed(
                store,
                turn(subject, 1)
                        .seen("event of " + id)
                        .state("{\"n\":2}")
                        .plan("[1]")
                        .history("a", NOON, "{}")
                        .planning(dueNudge(subject, "noon", NOON.plusSeconds(60)))
                        .noting(KEY, NOON, "{\"before\\0after\":1}")
                        .saying(fullAnswer(chat("home"), "hello", "token", "cue"), nudge(KEY, "up!")));
    }

    private static long fence(Pulse pulse) {
        return Objects.requireNonNull(pulse.tenures().get(PLATFORM)).fence();
    }

    private void assertRefused(String words) {
        assertThatThrownBy(() -> DatabaseMove.run(source, target, (_, _) -> {}))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(words);
    }
}
