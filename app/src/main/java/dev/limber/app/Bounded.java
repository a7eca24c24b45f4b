package dev.limber.app;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Steps of closing, taken side by side, that must not hold up what comes after them for longer than they may.
 *
 * @param steps by what they do
 * @param within for all of them together
 */
record Bounded(Map<String, Runnable> steps, Duration within) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bounded.class);

    @Override
    public void close() {
        long deadline = System.nanoTime() + within.toNanos();
        var threads = new LinkedHashMap<String, Thread>();
        steps.forEach((what, step) ->
                threads.put(what, Thread.ofPlatform().daemon().name(what).start(() -> run(what, step))));
        try {
            for (Map.Entry<String, Thread> each : threads.entrySet()) {
                Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
                if (!each.getValue().join(left)) {
                    LOG.warn("{} takes longer than {} s; going on without it", each.getKey(), within.toSeconds());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(String what, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.error("{} failed", what, e);
        }
    }
}
