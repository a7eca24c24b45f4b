package dev.limber.core.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Once a day, forgets those who stayed away, and the events that will not come again. */
final class Housekeeper {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeper.class);

    private final Store store;
    private final StateCache states;
    private final InstantSource clock;
    private final RuntimeConfig.Housekeeping config;
    private final CountDownLatch closed = new CountDownLatch(1);

    Housekeeper(Store store, StateCache states, InstantSource clock, RuntimeConfig.Housekeeping config) {
        this.store = store;
        this.states = states;
        this.clock = clock;
        this.config = config;
    }

    void start() {
        Thread.ofVirtual().name("housekeeper").start(this::work);
    }

    void close() {
        closed.countDown();
    }

    private void work() {
        try {
            Duration wait = config.firstAfter();
            while (!closed.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                tidyUp();
                wait = config.every();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tidyUp() {
        Instant now = clock.instant();
        try {
            int forgotten = store.forgetUnusedSince(now.minus(config.forgetUnusedAfter()));
            if (forgotten > 0) {
                states.evictAll();
                LOG.info(
                        "forgot {} people who had stayed away for {} days",
                        forgotten,
                        config.forgetUnusedAfter().toDays());
            }
            store.dropSeenBefore(now.minus(config.rememberSeenFor()));
        } catch (StoreException e) {
            LOG.error("housekeeping failed, the next is in {}: {}", config.every(), e.getMessage());
        }
    }
}
