package dev.limber.storage;

import static dev.limber.testkit.StoreUse.allOwed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.runtime.HistoryEntry;
import dev.limber.core.runtime.Owed;
import dev.limber.core.runtime.Store;
import dev.limber.testkit.TurnBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed at any moment has lost nothing of what it had acknowledged. */
class KillTest {
    @TempDir
    Path folder;

    /** What the processes so far have acknowledged. */
    private final int[] acknowledged = new int[ScriptedTurns.PEOPLE];

    private final Set<Long> surelyOwed = new HashSet<>();
    private final Set<Long> perhapsOwed = new HashSet<>();
    private final Set<Long> surelySettled = new HashSet<>();

    @Test
    void aKilledProcessHasLostNothingThatItAcknowledged() throws IOException {
        killAndCheck(3);
    }

    @Test
    @Tag("long")
    void nothingIsLostInTwoHundredKills() throws IOException {
        killAndCheck(200);
    }

    @Test
    @Tag("long")
    void aProcessKilledWhileItOpensTheFirstTimeLeavesAFileThatOpens() throws IOException {
        for (int attempt = 0; attempt < 30; attempt++) {
            Path file = folder.resolve("new" + attempt).resolve("limber.db");
            try (Child child = Child.start(ScriptedTurns.class, file.toString())) {
                // The folder appears first; from then on the file is created, and its tables.
                child.killAfter(() -> Files.exists(file), attempt);
            }
            SqliteStore.open(new StorageConfig.Sqlite(file)).close();
        }
    }

    private void killAndCheck(int kills) throws IOException {
        Path file = folder.resolve("limber.db");
        var random = new Random(kills);
        for (int kill = 0; kill < kills; kill++) {
            try (Child child = Child.start(ScriptedTurns.class, file.toString())) {
                readUntilKilled(child, 1 + random.nextInt(800));
            }
            try (Store store = SqliteStore.open(new StorageConfig.Sqlite(file))) {
                for (int person = 0; person < ScriptedTurns.PEOPLE; person++) {
                    checkPerson(store, person);
                }
                checkOutbox(allOwed(store));
            }
        }
        assertThat(IntStream.of(acknowledged).sum()).isGreaterThan(kills);
    }

    /** Reads what was printed, until after so many lines, and what else was before the process was dead. */
    private void readUntilKilled(Child child, int lines) {
        int count = 0;
        Optional<String> line = child.line();
        while (line.isPresent()) {
            note(line.get());
            count++;
            if (count == lines) {
                child.kill();
            }
            line = child.line();
        }
        assertThat(count).as("lines printed before it was killed").isGreaterThanOrEqualTo(lines);
    }

    private void note(String line) {
        if (!line.endsWith(" .")) {
            // It was cut off by the kill, and acknowledges nothing.
            return;
        }
        List<String> words = List.of(line.split(" ", -1));
        switch (words.getFirst()) {
            case "C" -> {
                acknowledged[Integer.parseInt(words.get(1))] = Integer.parseInt(words.get(2));
                surelyOwed.add(Long.parseLong(words.get(3)));
            }
            case "B" -> {
                surelyOwed.remove(Long.parseLong(words.get(1)));
                perhapsOwed.add(Long.parseLong(words.get(1)));
            }
            case "S" -> {
                perhapsOwed.remove(Long.parseLong(words.get(1)));
                surelySettled.add(Long.parseLong(words.get(1)));
            }
            default -> throw new AssertionError("unexpected line: " + line);
        }
    }

    /** The last acknowledged turn is there, or the one after it, which was under way; and whole. */
    private void checkPerson(Store store, int person) {
        int turns = store.find(ScriptedTurns.person(person))
                .map(stored -> TurnBuilder.turns(stored.version()))
                .orElse(0);
        assertThat(turns).isBetween(acknowledged[person], acknowledged[person] + 1);
        if (turns > 0) {
            assertThat(store.find(ScriptedTurns.person(person)).orElseThrow().state())
                    .isEqualTo(ScriptedTurns.text(person, turns));
        }
        assertThat(store.history(ScriptedTurns.person(person), Instant.EPOCH))
                .extracting(HistoryEntry::id)
                .hasSize(turns)
                .contains(turns > 0 ? new String[] {"turn " + turns} : new String[0]);
        acknowledged[person] = turns;
    }

    private void checkOutbox(List<Owed> owed) {
        Set<Long> ids = owed.stream().map(one -> one.id().value()).collect(Collectors.toSet());
        assertThat(ids).containsAll(surelyOwed).doesNotContainAnyElementsOf(surelySettled);
        // Whatever else is owed comes from the turns that were under way, one a person at most.
        var underWay = new HashSet<>(ids);
        underWay.removeAll(surelyOwed);
        underWay.removeAll(perhapsOwed);
        assertThat(underWay.size()).isLessThanOrEqualTo(ScriptedTurns.PEOPLE);
        for (Owed one : owed) {
            if (underWay.contains(one.id().value())) {
                int person = Integer.parseInt(one.subject().key().replaceFirst(".*/p", ""));
                assertThat(one.outgoing().message()).isEqualTo(ScriptedTurns.text(person, acknowledged[person]));
            }
        }
        // From here on it is certain.
        perhapsOwed.removeAll(ids);
        surelySettled.addAll(perhapsOwed);
        perhapsOwed.clear();
        surelyOwed.addAll(ids);
    }
}
