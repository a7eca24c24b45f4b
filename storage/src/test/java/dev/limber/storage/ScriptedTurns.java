package dev.limber.storage;

import static dev.limber.testkit.TurnBuilder.NOON;

import dev.limber.core.chat.DeliveryId;
import dev.limber.core.runtime.CommitResult.Committed;
import dev.limber.core.runtime.Settlement;
import dev.limber.core.runtime.Store;
import dev.limber.core.session.Fate;
import dev.limber.core.session.Subject;
import dev.limber.testkit.TurnBuilder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * Has many people talk at once until it is killed. Each turn stores a state, an entry of history and a message that all
 * carry its number; two of three messages are settled. It prints, once it is so: {@code C person turns id} for a turn
 * that is stored, {@code B id} before a message is settled, {@code S id} when it is.
 */
final class ScriptedTurns {
    static final int PEOPLE = 24;

    private ScriptedTurns() {}

    static Subject person(int number) {
        return TurnBuilder.person("p" + number);
    }

    static String text(int person, int turn) {
        return "{\"person\":" + person + ",\"turn\":" + turn + ",\"rest\":\"" + "r".repeat(500) + "\"}";
    }

    public static void main(String[] arguments) {
        try (Store store = SqliteStore.open(new StorageConfig.Sqlite(Path.of(arguments[0])));
                var talks = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < PEOPLE; number++) {
                int person = number;
                talks.execute(() -> talk(store, person));
            }
        }
    }

    private static void talk(Store store, int person) {
        int turns = store.find(person(person))
                .map(stored -> TurnBuilder.turns(stored.version()))
                .orElse(0);
        while (true) {
            String text = text(person, turns + 1);
            var turn = TurnBuilder.turn(person(person), turns)
                    .seen(person + "/" + (turns + 1))
                    .state(text)
                    .history("turn " + (turns + 1), NOON, text)
                    .saying(text)
                    .build();
            if (!(store.commit(turn) instanceof Committed(long _, var owed))) {
                throw new IllegalStateException("nobody else talks as person " + person);
            }
            turns++;
            DeliveryId id = owed.getFirst();
            print("C " + person + " " + turns + " " + id);
            if (turns % 3 != 0) {
                print("B " + id);
                store.settle(new Settlement(id, Optional.empty(), Fate.DELIVERED));
                print("S " + id);
            }
        }
    }

    private static void print(String line) {
        // The stop shows that the line is whole.
        System.out.println(line + " .");
    }
}
