package dev.limber.storage;

import static dev.limber.testkit.StoreUse.allAtOnce;
import static dev.limber.testkit.StoreUse.allOwed;
import static dev.limber.testkit.StoreUse.committed;
import static dev.limber.testkit.TurnBuilder.person;
import static dev.limber.testkit.TurnBuilder.turn;
import static dev.limber.testkit.TurnBuilder.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.limber.core.runtime.CommitResult.Committed;
import dev.limber.core.runtime.Store;
import dev.limber.core.runtime.StoreException;
import dev.limber.core.runtime.StoredState;
import dev.limber.core.session.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FullDiskTest {
    private static final Subject ANNA = person("anna");
    private static final String LONG = "x".repeat(20_000);

    @TempDir
    Path folder;

    @Test
    void onAFullDiskTurnsFailWholeAndGoOnOnceThereIsRoom() throws Exception {
        try (Mount disk = Mount.at(folder, "3m")) {
            Path ballast = Files.write(disk.folder().resolve("ballast"), new byte[1_000_000]);
            try (Store store = SqliteStore.open(StorageConfig.Sqlite.in(disk.folder()))) {
                int stored = fill(store);
                assertNothingOfAFailedTurnIsThere(store, stored);
                assertAllOfManyAtOnceAreTold(store);
                Files.delete(ballast);
                committed(store, turn(ANNA, stored).state(LONG).saying("after the fault"));
                assertThat(store.find(ANNA).map(StoredState::version)).contains(version(stored + 1));
            }
            try (Store store = SqliteStore.open(StorageConfig.Sqlite.in(disk.folder()))) {
                assertThat(allOwed(store).getLast().outgoing().message()).isEqualTo("after the fault");
            }
        }
    }

    @Test
    void onAFullDiskOpeningFailsWithAClearSentence() throws IOException {
        try (Mount disk = Mount.at(folder, "768k")) {
            Files.write(disk.folder().resolve("ballast"), new byte[770_000]);
            assertThatThrownBy(() -> SqliteStore.open(StorageConfig.Sqlite.in(disk.folder())))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("room");
            Files.delete(disk.folder().resolve("ballast"));
            SqliteStore.open(StorageConfig.Sqlite.in(disk.folder())).close();
        }
    }

    @Test
    void whereAFileMayNotGrowTurnsFailWholeAndGoOnOnceItMay() throws IOException {
        assumeThat(Child.succeeds("prlimit", "--version"))
                .as("needs prlimit to limit the size of a file")
                .isTrue();
        Path file = folder.resolve("limber.db");
        try (Child child = Child.start(LimitedTurns.class, file.toString())) {
            child.expect("stored 1");
            limit(child, "400000:unlimited");
            int stored = storeUntilItFails(child);
            limit(child, "unlimited:unlimited");
            child.tell("turn");
            child.expect("stored " + (stored + 1));
            child.kill();
            child.awaitEnd();
            try (Store store = SqliteStore.open(new StorageConfig.Sqlite(file))) {
                assertThat(store.find(LimitedTurns.WHO).map(StoredState::version))
                        .contains(version(stored + 1));
            }
        }
    }

    private static int storeUntilItFails(Child child) throws IOException {
        int stored = 1;
        while (true) {
            child.tell("turn");
            String line = child.line().orElseThrow();
            if (!line.equals("stored " + (stored + 1))) {
                assertThat(line).startsWith("failed").contains("has room").contains("nothing was changed");
                return stored;
            }
            stored++;
        }
    }

    private static void limit(Child child, String bytes) throws IOException {
        assertThat(Child.succeeds("prlimit", "--pid", Long.toString(child.pid()), "--fsize=" + bytes))
                .isTrue();
    }

    /** Stores turns until there is no more room, and gives how many were stored. */
    private static int fill(Store store) {
        for (int version = 0; version < 1000; version++) {
            try {
                committed(store, turn(ANNA, version).state(LONG).saying(LONG));
            } catch (StoreException full) {
                assertThat(full).hasMessageContaining("is full: make room there");
                return version;
            }
        }
        throw new AssertionError("the disk should have been full by now");
    }

    private static void assertNothingOfAFailedTurnIsThere(Store store, int stored) {
        assertThat(stored).isPositive();
        assertThat(store.find(ANNA).map(StoredState::version)).contains(version(stored));
        assertThat(allOwed(store)).hasSize(stored);
    }

    private static void assertAllOfManyAtOnceAreTold(Store store) throws Exception {
        var attempts = new ArrayList<Callable<Optional<Committed>>>();
        for (int i = 0; i < 32; i++) {
            Subject subject = person("p" + i);
            attempts.add(() -> {
                try {
                    return Optional.of(committed(store, turn(subject, 0).state(LONG.repeat(20))));
                } catch (StoreException full) {
                    assertThat(full).hasMessageContaining("make room");
                    return Optional.empty();
                }
            });
        }
        var outcomes = allAtOnce(attempts);
        assertThat(outcomes).contains(Optional.empty());
        for (int i = 0; i < 32; i++) {
            assertThat(store.find(person("p" + i)).isPresent())
                    .isEqualTo(outcomes.get(i).isPresent());
        }
    }
}
