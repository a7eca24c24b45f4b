package dev.limber.storage;

import static dev.limber.testkit.TurnBuilder.person;
import static dev.limber.testkit.TurnBuilder.turn;

import dev.limber.core.runtime.CommitResult;
import dev.limber.core.runtime.Store;
import dev.limber.testkit.StoreUse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;

/** Lets a store see many events. */
final class SeenFiller {
    private SeenFiller() {}

    static String key(int event) {
        return "filler " + event;
    }

    static void fill(Store store, int events, Instant at) {
        var turns = new ArrayList<Callable<CommitResult>>();
        for (int i = 0; i < events; i++) {
            var turn = turn(person("filler" + i), 0).seen(key(i)).at(at).build();
            turns.add(() -> store.commit(turn));
        }
        try {
            StoreUse.allAtOnce(turns);
        } catch (Exception e) {
            throw new IllegalStateException("the store could not be filled", e);
        }
    }
}
