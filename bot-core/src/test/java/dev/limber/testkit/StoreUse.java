package dev.limber.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.DeliveryId;
import dev.limber.core.runtime.CommitResult;
import dev.limber.core.runtime.CommitResult.Committed;
import dev.limber.core.runtime.Owed;
import dev.limber.core.runtime.Settlement;
import dev.limber.core.runtime.Store;
import dev.limber.core.runtime.WakeUp;
import dev.limber.core.session.Fate;
import dev.limber.core.session.Lane;
import dev.limber.core.session.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** What tests of a store do again and again. */
public final class StoreUse {
    private StoreUse() {}

    /** Stores a turn that must be stored. */
    public static Committed committed(Store store, TurnBuilder turn) {
        CommitResult result = store.commit(turn.build());
        assertThat(result).isInstanceOf(Committed.class);
        return (Committed) result;
    }

    public static List<Owed> allOwed(Store store) {
        return Stream.of(Lane.values())
                .flatMap(lane -> store.owed(TurnBuilder.PLATFORM, lane, new DeliveryId(0), Integer.MAX_VALUE).stream())
                .sorted(Comparator.comparingLong(owed -> owed.id().value()))
                .toList();
    }

    public static List<String> owedMessages(Store store) {
        return allOwed(store).stream().map(owed -> owed.outgoing().message()).toList();
    }

    public static List<WakeUp> allWakeUps(Store store) {
        return store.wakeUpsBefore(Instant.MAX, Integer.MAX_VALUE);
    }

    public static void settle(Store store, DeliveryId id) {
        assertThat(store.settle(new Settlement(id, Optional.empty(), Fate.DELIVERED)))
                .isFalse();
    }

    /** A wake-up that the delivery of a message to {@code chat("home")} starts. */
    public static WakeUp wakeUp(DeliveryId after, Subject subject, String cue, Instant due) {
        return new WakeUp(after, subject, TurnBuilder.chat("home"), TurnBuilder.IN_PRIVATE, cue, due);
    }

    /** Settles a message after which a wake-up should be scheduled. */
    public static boolean settle(Store store, WakeUp next) {
        return store.settle(new Settlement(next.after(), Optional.of(next), Fate.DELIVERED));
    }

    /** Has a wake-up scheduled the only way there is: with a turn whose message is delivered. */
    public static WakeUp schedule(Store store, Subject subject, String cue, Instant due) {
        long version = store.find(subject).map(stored -> stored.version()).orElse(0L);
        Committed turn = committed(
                store,
                TurnBuilder.turnReading(subject, version).saying(TurnBuilder.answerBefore(cue, "to be followed")));
        WakeUp wakeUp = wakeUp(turn.owed().getFirst(), subject, cue, due);
        assertThat(settle(store, wakeUp)).isTrue();
        return wakeUp;
    }

    /** Runs all at once, each on a virtual thread, and gives their results in order. */
    public static <T> List<T> allAtOnce(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (Future<T> task : executor.invokeAll(tasks)) {
                results.add(task.get());
            }
            return results;
        }
    }
}
