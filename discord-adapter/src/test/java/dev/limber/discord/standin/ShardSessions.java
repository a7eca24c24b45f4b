package dev.limber.discord.standin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The sessions that are connected or may be resumed. Safe for use by many threads. */
final class ShardSessions {
    private final GatewaySettings.Limits limits;
    private final Map<String, ShardSession> sessions = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    ShardSessions(GatewaySettings.Limits limits) {
        this.limits = limits;
    }

    ShardSession begin(ShardIdentity identity, GatewayConnection connection) {
        String id = String.format("%032x", numbers.incrementAndGet());
        ShardSession session = new ShardSession(id, identity, limits.replay(), connection);
        sessions.put(id, session);
        return session;
    }

    Optional<ShardSession> find(String id) {
        forgetAbandoned();
        return Optional.ofNullable(sessions.get(id));
    }

    List<ShardSession> all() {
        forgetAbandoned();
        return List.copyOf(sessions.values());
    }

    void end(ShardSession session) {
        sessions.remove(session.id());
    }

    private void forgetAbandoned() {
        sessions.values().removeIf(session -> session.isAbandoned(limits.sessionLife()));
    }
}
