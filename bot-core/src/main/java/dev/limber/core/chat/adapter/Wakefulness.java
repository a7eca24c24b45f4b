package dev.limber.core.chat.adapter;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Knows whether this process was frozen until a moment ago. What was about to be sent before that must not be sent now:
 * another instance may have said it meanwhile.
 */
public final class Wakefulness implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(250);
    /** Nobody is kept waiting for so long for a processor. */
    private static final Duration FROZEN = Duration.ofSeconds(2);
    /** In so much time all that was about to be sent has come to the point where it is held up. */
    private static final Duration AWAKENING = Duration.ofSeconds(2);

    private final CountDownLatch closed = new CountDownLatch(1);
    private long lastTick = System.nanoTime();
    private long awakeningUntil = lastTick;

    /** Watches until it is closed. */
    public Wakefulness() {
        Thread.ofVirtual().name("wakefulness").start(this::watch);
    }

    private void watch() {
        try {
            while (!closed.await(TICK.toNanos(), TimeUnit.NANOSECONDS)) {
                tick();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void tick() {
        long now = System.nanoTime();
        if (now - lastTick > FROZEN.toNanos()) {
            awakeningUntil = now + AWAKENING.toNanos();
        }
        lastTick = now;
    }

    /** Whether nothing may be sent that was decided on before now. */
    public synchronized boolean isAwakening() {
        long now = System.nanoTime();
        return now - awakeningUntil < 0 || now - lastTick > FROZEN.toNanos();
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
