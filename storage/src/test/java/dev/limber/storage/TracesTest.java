package dev.limber.storage;

import static dev.limber.testkit.StoreUse.committed;
import static dev.limber.testkit.StoreUse.settle;
import static dev.limber.testkit.StoreUse.wakeUp;
import static dev.limber.testkit.TurnBuilder.NOON;
import static dev.limber.testkit.TurnBuilder.chat;
import static dev.limber.testkit.TurnBuilder.fullAnswer;
import static dev.limber.testkit.TurnBuilder.person;
import static dev.limber.testkit.TurnBuilder.turn;
import static dev.limber.testkit.TurnBuilder.turnReading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.DeliveryId;
import dev.limber.core.runtime.CommitResult.Committed;
import dev.limber.core.runtime.Store;
import dev.limber.testkit.TurnBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is forgotten must not be found in the bytes of any file. */
class TracesTest {
    @TempDir
    Path folder;

    @Test
    void nothingOfAForgottenPersonIsInAnyFileOnceTheirLastMessageIsDelivered() {
        try (Store store = open()) {
            fill(store, 1);
            fill(store, 2);
            assertThat(traces(1)).isNotEmpty();
            List<DeliveryId> farewell = committed(
                            store,
                            of(1, 2).forgetting().saying(fullAnswer(chat(mark(1)), "farewell", mark(1), mark(1))))
                    .owed();
            assertThat(traces("secret of " + mark(1))).isEmpty();
            settle(store, farewell.getFirst());
            assertThat(traces(1)).isEmpty();
            assertThat(traces(2)).isNotEmpty();
        }
        assertThat(traces(1)).isEmpty();
    }

    @Test
    void whoeverIsForgottenForLongAbsenceLeavesNoTraceEither() {
        try (Store store = open()) {
            for (int i = 100; i < 300; i++) {
                fill(store, i);
            }
            committed(store, of(200, 2).at(NOON.plus(Duration.ofDays(400))));
            assertThat(store.forgetUnusedSince(NOON.plus(Duration.ofDays(300)))).isEqualTo(199);
            assertThat(traces(100)).isEmpty();
            assertThat(traces(299)).isEmpty();
            assertThat(traces(200)).isNotEmpty();
        }
    }

    @Test
    void pagesThatWereSplitMergedAndReusedManyTimesKeepNoTrace() {
        comeAndGo(500, 20260302);
    }

    @Test
    @Tag("long")
    void norDoTheyAfterALongTime() {
        comeAndGo(8000, 20260303);
    }

    /** People with texts of all lengths come and go, and whenever one goes, nothing is left. */
    private void comeAndGo(int rounds, long seed) {
        var random = new Random(seed);
        int people = 60;
        var versions = new long[people];
        try (Store store = open()) {
            for (int round = 0; round < rounds; round++) {
                int who = random.nextInt(people);
                TurnBuilder turn = turnReading(person(mark(who)), versions[who])
                        .state(secret(who, random.nextInt(3000)))
                        .plan(secret(who, random.nextInt(15_000)))
                        .history(mark(who) + random.nextInt(20), NOON, secret(who, random.nextInt(2000)))
                        .saying(fullAnswer(chat(mark(who)), secret(who, random.nextInt(2500)), mark(who), "cue"));
                boolean leaves = random.nextInt(12) == 0;
                Committed committed = committed(store, leaves ? turn.forgetting() : turn);
                versions[who] = committed.version();
                if (leaves || random.nextInt(4) > 0) {
                    committed.owed().forEach(id -> settle(store, id));
                }
                if (leaves) {
                    assertThat(traces(who))
                            .as("round %d, person %d", round, who)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void whereAReaderKeepsTheLogFromBeingWipedItIsWipedSoonAfter() throws Exception {
        try (Store store = open()) {
            fill(store, 1);
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("limber.db"));
                    var statement = connection.createStatement()) {
                statement.execute("BEGIN");
                statement.executeQuery("SELECT count(*) FROM subject").close();
                committed(store, of(1, 2).forgetting());
                committed(store, turn(person("somebody else"), 0));
                assertThat(traces(1)).as("the reader still sees the past").isNotEmpty();
            }
            await().untilAsserted(() -> assertThat(traces(1)).isEmpty());
        }
    }

    @Test
    void openingWipesWhatAProcessThatDiedHadForgottenOnlyJust() throws Exception {
        Path copy = Files.createDirectory(folder.resolve("copy"));
        try (Store store = open()) {
            fill(store, 1);
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("limber.db"));
                    var statement = connection.createStatement()) {
                statement.execute("BEGIN");
                statement.executeQuery("SELECT count(*) FROM subject").close();
                committed(store, of(1, 2).forgetting());
                for (Path file : filesIn(folder)) {
                    assertThat(Child.succeeds("cp", file.toString(), copy.toString()))
                            .isTrue();
                }
            }
        }
        assertThat(tracesIn(copy, mark(1))).isNotEmpty();
        try (Store store = SqliteStore.open(StorageConfig.Sqlite.in(copy))) {
            assertThat(store.find(person(mark(1)))).isEmpty();
            assertThat(tracesIn(copy, mark(1))).isEmpty();
        }
    }

    private Store open() {
        return SqliteStore.open(StorageConfig.Sqlite.in(folder));
    }

    /** Leaves something of each kind about somebody who has taken two turns then. */
    private static void fill(Store store, int who) {
        DeliveryId hold = committed(
                        store, of(who, 0).saying(fullAnswer(chat(mark(who)), secret(who, 500), mark(who), mark(who))))
                .owed()
                .getFirst();
        assertThat(settle(store, wakeUp(hold, person(mark(who)), mark(who), NOON)))
                .isTrue();
        committed(
                store,
                of(who, 1)
                        .state(secret(who, 700))
                        .seen("event of " + mark(who))
                        .plan(secret(who, 9000))
                        .history(mark(who), NOON, secret(who, 300))
                        .saying(fullAnswer(chat(mark(who)), secret(who, 500), mark(who), mark(who))));
    }

    private static TurnBuilder of(int who, int turnsBefore) {
        return turn(person(mark(who)), turnsBefore);
    }

    private static String mark(int who) {
        return "mark-%04d-".formatted(who);
    }

    /** Text of about this length in which the mark is everywhere, so that no scrap goes unnoticed. */
    private static String secret(int who, int length) {
        String unit = "secret of " + mark(who);
        return unit.repeat(length / unit.length() + 1);
    }

    private List<String> traces(int who) {
        return traces(mark(who));
    }

    private List<String> traces(String text) {
        return tracesIn(folder, text);
    }

    /** The files that hold the text somewhere. */
    private static List<String> tracesIn(Path folder, String text) {
        return filesIn(folder).stream()
                .filter(file -> bytes(file).contains(text))
                .map(file -> file.getFileName().toString())
                .toList();
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read by another process: closing a file here would drop the locks that SQLite holds on it in this one. */
    private static String bytes(Path file) {
        try {
            Process cat = new ProcessBuilder("cat", file.toString()).start();
            return new String(cat.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
