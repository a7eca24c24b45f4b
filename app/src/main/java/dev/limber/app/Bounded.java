package dev.limber.app;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A step of closing that must not hold up the others for longer than it may. */
record Bounded(String what, Runnable step, Duration within) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bounded.class);

    @Override
    public void close() {
        Thread thread = Thread.ofPlatform().daemon().name(what).start(this::run);
        try {
            if (!thread.join(within)) {
                LOG.warn("{} takes longer than {} s; going on without it", what, within.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.error("{} failed", what, e);
        }
    }
}
