package dev.limber.storage;

import dev.limber.core.chat.Platform;
import dev.limber.core.runtime.Beat;
import dev.limber.core.runtime.Pulse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One sign of life of one of several instances, within a transaction, and what comes of it. */
final class LifeSign {
    private static final String NOW = "SELECT CAST(floor(extract(epoch FROM clock_timestamp()) * 1000) AS BIGINT)";
    private static final String ALIVE_UNTIL = "SELECT alive_until FROM instance WHERE id = ? AND platform = ?";
    private static final String LIVE = """
            INSERT INTO instance (id, platform, alive_until, sent) VALUES (?, ?, ?, ?)
            ON CONFLICT (id, platform) DO UPDATE SET alive_until = excluded.alive_until, sent = excluded.sent""";
    private static final String LEASE = "SELECT holder, fence, alive_at, expires FROM lease WHERE platform = ?";
    private static final String FIRST_LEASE = """
            INSERT INTO lease (platform, holder, fence, alive_at, expires) VALUES (?, ?, 1, ?, ?)
            ON CONFLICT DO NOTHING""";
    private static final String TAKE_LEASE = """
            UPDATE lease SET holder = ?, fence = ?, alive_at = ?, expires = ?
            WHERE platform = ? AND holder = ? AND fence = ?""";

    /** What somebody is just writing to is left for the next time. */
    private static final String ADOPT = """
            UPDATE outbox SET instance = ? WHERE id IN (
                SELECT id FROM outbox owed WHERE platform = ? AND lane = 'ANSWER' AND instance <> ? AND NOT EXISTS (
                    SELECT 1 FROM instance WHERE instance.id = owed.instance AND instance.platform = owed.platform
                    AND alive_until > ?)
                FOR UPDATE SKIP LOCKED)""";

    private static final String BURY = "DELETE FROM instance WHERE platform = ? AND alive_until <= ?";
    private static final String SENT_BY_OTHERS =
            "SELECT coalesce(sum(sent), 0) FROM instance WHERE platform = ? AND id <> ? AND alive_until > ?";
    private static final String SERVE_NO_MORE = "DELETE FROM instance WHERE id = ? AND platform = ?";

    /** Whoever has the tenure then sees what is left. */
    private static final String CEASE = "UPDATE instance SET alive_until = 0 WHERE id = ?";

    private static final String GIVE_UP = "UPDATE lease SET expires = 0 WHERE holder = ?";

    private final Session session;
    private final String id;
    private final Instant instanceNow;
    private final long now;
    private final long until;
    private final Set<Platform> expired;
    private final Map<Platform, Pulse.Tenure> tenures = new HashMap<>();
    private final Map<Platform, Long> sentByOthers = new HashMap<>();
    private final Set<Platform> adopted = new HashSet<>();
    private boolean lapsed;

    LifeSign(Session session, String id, Beat beat) throws SQLException {
        this.session = session;
        this.id = id;
        this.instanceNow = beat.now();
        this.now = session.first(NOW, row -> row.number(1)).orElseThrow();
        this.until = now + beat.ttl().toMillis();
        this.expired = beat.expired();
    }

    private record Lease(String holder, long fence, Instant aliveAt, long expires) {}

    /**
     * @param sent answers, since the start; empty where nothing is delivered from here
     * @param again whether this instance was known until now as one that delivers there
     */
    void give(Platform platform, Optional<Long> sent, boolean again) throws SQLException {
        if (sent.isPresent()) {
            long before = session.first(ALIVE_UNTIL, row -> row.number(1), id, platform.id())
                    .orElse(0L);
            lapsed |= again && before <= now;
            session.update(LIVE, id, platform.id(), until, sent.get());
        } else if (again) {
            session.update(SERVE_NO_MORE, id, platform.id());
        }
        Optional<Pulse.Tenure> tenure = take(platform);
        if (tenure.isPresent()) {
            tenures.put(platform, tenure.get());
            adopt(platform);
        }
        sentByOthers.put(
                platform,
                session.first(SENT_BY_OTHERS, row -> row.number(1), platform.id(), id, now)
                        .orElse(0L));
    }

    Pulse answer(Duration validFor) {
        return new Pulse(validFor, tenures, sentByOthers, adopted, lapsed);
    }

    /** Gives up all that an instance has. */
    static void cease(Session session, String id) throws SQLException {
        session.update(CEASE, id);
        session.update(GIVE_UP, id);
    }

    private Optional<Pulse.Tenure> take(Platform platform) throws SQLException {
        Optional<Lease> found = session.first(
                LEASE,
                row -> new Lease(
                        row.text("holder"), row.number("fence"), row.moment("alive_at"), row.number("expires")),
                platform.id());
        if (found.isEmpty()) {
            boolean first = session.update(FIRST_LEASE, platform.id(), id, Millis.of(instanceNow), until) == 1;
            return first ? Optional.of(new Pulse.Tenure(1, Optional.empty())) : Optional.empty();
        }
        Lease lease = found.get();
        boolean mine = lease.holder().equals(id);
        boolean over = lease.expires() <= now || (mine && expired.contains(platform));
        if (!over && !mine) {
            return Optional.empty();
        }
        long fence = over ? lease.fence() + 1 : lease.fence();
        // Whoever was quicker has raised the fence.
        boolean taken = session.update(
                        TAKE_LEASE,
                        id,
                        fence,
                        Millis.of(instanceNow),
                        until,
                        platform.id(),
                        lease.holder(),
                        lease.fence())
                == 1;
        Optional<Instant> lastAlive = over ? Optional.of(lease.aliveAt()) : Optional.empty();
        return taken ? Optional.of(new Pulse.Tenure(fence, lastAlive)) : Optional.empty();
    }

    /** Takes over the answers that are owed by instances which are dead, or serve the platform no longer. */
    private void adopt(Platform platform) throws SQLException {
        int answers = session.update(ADOPT, id, platform.id(), id, now);
        int dead = session.update(BURY, platform.id(), now);
        if (answers + dead > 0) {
            adopted.add(platform);
        }
    }
}
