package dev.limber.discord.standin;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/** Ends connections whose clients fell silent, or do not answer a goodbye. */
final class GatewayWatch {
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final GatewaySettings.Pulse pulse;
    private final GatewayJournal journal;
    private final ScheduledExecutorService scheduler = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("gateway-watch").factory(), new DiscardPolicy());

    GatewayWatch(GatewaySettings.Pulse pulse, GatewayJournal journal) {
        this.pulse = pulse;
        this.journal = journal;
    }

    /** Looks after it until it is gone. */
    void over(GatewayConnection connection) {
        Duration left = pulse.longestSilence().minus(connection.pulse().silence());
        if (connection.isClosing()) {
            return;
        }
        if (left.isPositive()) {
            later(() -> over(connection), left);
        } else {
            journal.zombies.incrementAndGet();
            close(connection, GatewayCode.NORMAL.number(), "No heartbeat for too long.");
        }
    }

    /** Closes it, in the end even if the client does not answer. */
    void close(GatewayConnection connection, int code, String reason) {
        connection.close(code, reason);
        later(connection::cut, GOODBYE);
    }

    private void later(Runnable task, Duration delay) {
        var _ = scheduler.schedule(() -> attempt(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            journal.violation("The gateway's own fault: " + e);
        }
    }

    void end() {
        scheduler.shutdownNow();
    }
}
