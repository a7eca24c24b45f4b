package dev.limber.discord.standin;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client has identified itself for. It outlives connections. Safe for use by many threads; the lock is held for
 * changes in memory alone, what they send leaves afterwards.
 */
final class ShardSession {
    private record Sent(long sequence, String payload) {}

    /** How a wish to resume ended. */
    enum Resumption {
        RESUMED,
        /** The client says that it has seen what was never sent. */
        AHEAD,
        /** What the client missed is not kept any more. */
        FORGOTTEN
    }

    private final String id;
    private final ShardIdentity identity;
    private final int replay;
    private final Deque<Sent> sent = new ArrayDeque<>();
    private final List<GatewayEvent> held = new ArrayList<>();
    private boolean greeted;
    private long sequence;
    private @Nullable GatewayConnection connection;
    private long detachedAt;

    /** @param replay how many events are kept for those who come back */
    ShardSession(String id, ShardIdentity identity, int replay, GatewayConnection connection) {
        this.id = id;
        this.identity = identity;
        this.replay = replay;
        this.connection = connection;
    }

    String id() {
        return id;
    }

    ShardIdentity identity() {
        return identity;
    }

    /** Sends what a new session begins with, and then what came in the meantime. */
    void greet(List<GatewayEvent> greeting) {
        synchronized (this) {
            greeting.forEach(this::append);
            held.forEach(this::append);
            held.clear();
            greeted = true;
        }
        flush();
    }

    void dispatch(GatewayEvent event) {
        synchronized (this) {
            if (greeted) {
                append(event);
            } else {
                held.add(event);
            }
        }
        flush();
    }

    private void append(GatewayEvent event) {
        sequence++;
        String payload = event.payload(sequence);
        sent.add(new Sent(sequence, payload));
        if (sent.size() > replay) {
            sent.remove();
        }
        if (connection != null) {
            for (int i = 0; i < event.times(); i++) {
                connection.enqueue(payload);
            }
        }
    }

    private void flush() {
        connection().ifPresent(GatewayConnection::flush);
    }

    /**
     * Goes on with another connection.
     *
     * @param seen the number of the last event that the client has
     */
    Resumption resume(GatewayConnection successor, long seen) {
        GatewayConnection previous;
        synchronized (this) {
            if (seen > sequence) {
                return Resumption.AHEAD;
            }
            if (!greeted || seen < sequence - sent.size()) {
                return Resumption.FORGOTTEN;
            }
            previous = connection;
            connection = successor;
            sent.stream().filter(event -> event.sequence() > seen).forEach(event -> successor.enqueue(event.payload()));
            append(GatewayEvent.own("RESUMED", "{\"_trace\":[]}"));
        }
        if (previous != null) {
            previous.cut();
        }
        flush();
        return Resumption.RESUMED;
    }

    /** Waits for its client from now on, if it was on that connection. */
    synchronized void detach(GatewayConnection gone) {
        if (connection == gone) {
            connection = null;
            detachedAt = System.nanoTime();
        }
    }

    synchronized Optional<GatewayConnection> connection() {
        return Optional.ofNullable(connection);
    }

    synchronized boolean isUp() {
        return greeted && connection != null;
    }

    /** Whether its client stayed away for so long. */
    synchronized boolean isAbandoned(Duration life) {
        return connection == null && System.nanoTime() - detachedAt > life.toNanos();
    }
}
