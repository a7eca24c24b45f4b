package dev.limber.app.ops;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks whether the store answers. However many ask, and however long it takes, it is asked by one at a time. */
final class StoreCheck {
    private static final Logger LOG = LoggerFactory.getLogger(StoreCheck.class);
    private static final Duration WITHIN = Duration.ofSeconds(2);

    private final Runnable read;
    private CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);

    StoreCheck(Runnable read) {
        this.read = read;
    }

    /** Takes at most two seconds. */
    boolean answers() {
        try {
            ask().get(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            LOG.warn(
                    "the store cannot be read: {}",
                    e.getCause() == null ? e : e.getCause().getMessage());
        } catch (TimeoutException _) {
            LOG.warn("the store does not answer within {} s", WITHIN.toSeconds());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private synchronized CompletableFuture<Void> ask() {
        if (underWay.isDone()) {
            underWay = CompletableFuture.runAsync(read, Thread.ofVirtual().name("store-check")::start);
        }
        return underWay;
    }
}
