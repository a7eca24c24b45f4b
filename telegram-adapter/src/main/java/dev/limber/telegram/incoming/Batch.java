package dev.limber.telegram.incoming;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Takes batches of updates, and knows up to where they may be confirmed: never beyond one that is not durably handled.
 * One that fails again and again while others behind it are handled is given up, for it would hold up everybody.
 */
final class Batch {
    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);
    private static final int MOST_ATTEMPTS = 6;

    private static final CompletionStage<?> NOTHING_BEFORE = CompletableFuture.completedFuture(true);

    private int failing = -1;
    private int attempts;

    /** Hands out what an update's handling is. */
    @FunctionalInterface
    interface Taker {
        CompletionStage<?> take(Update update);
    }

    /**
     * @param next confirms all that was handled
     * @param pause how long to wait before the rest is fetched again; zero where nothing failed
     */
    record Progress(Optional<Integer> next, Duration pause) {}

    private record Taken(int id, CompletionStage<?> handled) {}

    /** Returns once all have been handled or have failed. */
    Progress take(List<Update> updates, Taker taker) {
        List<Taken> taken = takeInOrder(updates, taker);
        Optional<Integer> firstFailed = Optional.empty();
        boolean othersHandled = false;
        int highest = 0;
        for (Taken each : taken) {
            boolean handled = isHandled(each);
            highest = Math.max(highest, each.id());
            if (!handled && firstFailed.isEmpty()) {
                firstFailed = Optional.of(each.id());
            }
            othersHandled |= handled && firstFailed.isPresent();
        }
        int next = highest + 1;
        boolean othersWereHandled = othersHandled;
        return firstFailed
                .map(id -> failed(id, othersWereHandled))
                .orElseGet(() -> new Progress(Optional.of(next), Duration.ZERO));
    }

    /** Side by side, but one after the other of one person: what comes after one that fails fails with it. */
    private static List<Taken> takeInOrder(List<Update> updates, Taker taker) {
        var last = new HashMap<Long, CompletionStage<?>>();
        var taken = new ArrayList<Taken>();
        for (Update update : updates) {
            Optional<Long> person = Translator.person(update);
            CompletionStage<?> before =
                    person.<CompletionStage<?>>map(last::get).orElse(NOTHING_BEFORE);
            CompletionStage<?> handled = before.thenCompose(_ -> taker.take(update));
            person.ifPresent(id -> last.put(id, handled));
            taken.add(new Taken(update.getUpdateId(), handled));
        }
        return taken;
    }

    private Progress failed(int id, boolean othersHandled) {
        attempts = id == failing ? attempts + 1 : 1;
        failing = id;
        if (attempts >= MOST_ATTEMPTS && othersHandled) {
            LOG.error("update {} failed {} times while others were handled: it is given up", id, attempts);
            return new Progress(Optional.of(id + 1), Duration.ZERO);
        }
        long pause = Math.min(100L << Math.min(attempts, MOST_ATTEMPTS), 5_000);
        LOG.warn("update {} could not be stored; it is fetched again in {} ms", id, pause);
        return new Progress(Optional.of(id), Duration.ofMillis(pause));
    }

    private static boolean isHandled(Taken taken) {
        try {
            taken.handled().toCompletableFuture().join();
            return true;
        } catch (CompletionException | CancellationException e) {
            return false;
        }
    }
}
