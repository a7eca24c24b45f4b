package dev.limber.storage;

import dev.limber.core.runtime.CommitResult;
import dev.limber.core.runtime.Store;
import dev.limber.core.runtime.StoreException;
import dev.limber.core.session.Subject;
import dev.limber.testkit.TurnBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Stores one turn at its start and one for each line of its input, and says what became of it. */
final class LimitedTurns {
    static final Subject WHO = TurnBuilder.person("anna");

    private LimitedTurns() {}

    public static void main(String[] arguments) throws IOException {
        try (Store store = SqliteStore.open(new StorageConfig.Sqlite(Path.of(arguments[0])));
                var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            int turns = 0;
            do {
                try {
                    String text = "x".repeat(20_000);
                    CommitResult result = store.commit(TurnBuilder.turn(WHO, turns)
                            .seen("turn " + turns)
                            .state(text)
                            .saying(text)
                            .build());
                    if (!(result instanceof CommitResult.Committed)) {
                        throw new IllegalStateException("turn " + turns + ": " + result);
                    }
                    turns++;
                    System.out.println("stored " + turns);
                } catch (StoreException e) {
                    System.out.println("failed: " + e.getMessage());
                }
            } while (input.readLine() != null);
        }
    }
}
