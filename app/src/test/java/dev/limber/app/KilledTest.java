package dev.limber.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.UserId;
import dev.limber.core.session.Lane;
import dev.limber.core.session.Subject;
import dev.limber.storage.SqliteStore;
import dev.limber.storage.StorageConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limber as a whole, killed in the middle of talking, loses no acknowledged turn and no message that it owes. */
class KilledTest {
    private static final long SEED = 20261120;

    @TempDir
    Path folder;

    @Test
    void nothingIsLostInAFewKills() throws Exception {
        killAndCheck(3);
    }

    @Test
    @Tag("long")
    void nothingIsLostInTwoHundredKills() throws Exception {
        killAndCheck(200);
    }

    private void killAndCheck(int kills) throws Exception {
        var random = new Random(SEED);
        for (int kill = 0; kill < kills; kill++) {
            killAfter(lines("S").size() + 1, lines("A").size() + random.nextInt(1, 120));
        }
        Process rest = start("rest");
        assertThat(rest.waitFor()).isZero();

        List<String> delivered = lines("D").stream().map(words -> words[1]).toList();
        List<String> owed = lines("A").stream()
                .flatMap(words -> Arrays.stream(words).skip(2))
                .toList();
        assertThat(owed).hasSizeGreaterThan(kills);
        assertThat(delivered).as("no prompt is owed and never sent").containsAll(owed);
        long repeated = delivered.size() - delivered.stream().distinct().count();
        // Somebody is owed two messages at most, before the next word is waited for.
        assertThat(repeated)
                .as("only what was in flight is repeated")
                .isLessThanOrEqualTo(2L * KilledProgram.PEOPLE * kills);
        noTurnIsLost();
    }

    private void noTurnIsLost() throws IOException, SQLException {
        var config = StorageConfig.Sqlite.in(folder.resolve("data"));
        try (SqliteStore store = SqliteStore.open(config)) {
            lines("A").stream().map(words -> words[1]).distinct().forEach(person -> {
                var subject = new Subject.Person(new UserId(KilledProgram.PLATFORM, person));
                assertThat(store.find(subject))
                        .as("what is stored of %s", person)
                        .isPresent();
            });
            assertThat(store.owed(KilledProgram.PLATFORM, Lane.ANSWER, new DeliveryId(0), 1))
                    .isEmpty();
        }
        // Each turn leaves the memory of its event, in the same transaction.
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + config.file());
                var events = connection.createStatement().executeQuery("SELECT count(*) FROM seen")) {
            assertThat(events.getLong(1)).isGreaterThanOrEqualTo(lines("A").size());
        }
    }

    /** @param starts how often it must have started, and {@code turns} how many turns must be acknowledged, by then */
    private void killAfter(int starts, int turns) throws IOException, InterruptedException {
        Process process = start("talk");
        try {
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> !process.isAlive()
                            || (lines("S").size() >= starts && lines("A").size() >= turns));
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }

    private Process start(String mode) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledProgram.class.getName(),
                        folder.resolve("data").toString(),
                        folder.resolve("journal").toString(),
                        mode)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    private List<String[]> lines(String kind) throws IOException {
        Path journal = folder.resolve("journal");
        if (!Files.exists(journal)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(journal)) {
            return lines.map(line -> line.split(" ", -1))
                    .filter(words -> words[0].equals(kind))
                    .toList();
        }
    }
}
