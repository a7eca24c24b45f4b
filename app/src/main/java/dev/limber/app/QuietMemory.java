package dev.limber.app;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Gives memory back to the machine once it is quiet again. The serial collector is the smallest, but grows the heap with
 * every rush and tidies up only when there is no room left; so whoever had one busy hour would keep its memory for ever.
 */
final class QuietMemory implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    /** A heap of less than this is not worth a pause. */
    private static final long SMALL_BYTES = 56L << 20;

    /** Whoever makes less garbage than this between two looks is quiet. */
    private static final long QUIET_BYTES = 8L << 20;

    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private long collections;
    private long used;
    private long committedAfter;

    private QuietMemory() {}

    static QuietMemory keep() {
        var keeper = new QuietMemory();
        Thread.ofVirtual().name("quiet-memory").start(keeper::work);
        return keeper;
    }

    private void work() {
        try {
            while (!closed.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        long collectionsNow = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
        long usedNow = memory.getHeapMemoryUsage().getUsed();
        boolean quiet = collectionsNow == collections && usedNow - used < QUIET_BYTES;
        long committed = memory.getHeapMemoryUsage().getCommitted();
        // What all is needed for is not given back, and need not be tried again and again.
        if (quiet && committed > SMALL_BYTES && committed > committedAfter + committedAfter / 2) {
            System.gc();
            committedAfter = memory.getHeapMemoryUsage().getCommitted();
            usedNow = memory.getHeapMemoryUsage().getUsed();
            collectionsNow++;
        }
        collections = collectionsNow;
        used = usedNow;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
