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
    /** All that is read at once, for signs are given for ever. */
    private static final String STANDING = """
            WITH asked AS MATERIALIZED (
                SELECT CAST(? AS TEXT) AS id, CAST(? AS TEXT) AS platform,
                    CAST(floor(extract(epoch FROM clock_timestamp()) * 1000) AS BIGINT) AS now)
            SELECT asked.now, holder, fence, alive_at, expires,
                (SELECT alive_until FROM instance own WHERE own.id = asked.id AND own.platform = asked.platform)
                    AS alive_until,
                (SELECT coalesce(sum(sent), 0) FROM instance other WHERE other.platform = asked.platform
                    AND other.id <> asked.id AND other.alive_until > asked.now) AS sent_by_others,
                EXISTS (SELECT 1 FROM instance dead WHERE dead.platform = asked.platform
                    AND dead.id <> asked.id AND dead.alive_until <= asked.now)
                OR EXISTS (SELECT 1 FROM outbox owed WHERE owed.platform = asked.platform AND owed.lane = 'ANSWER'
                    AND owed.instance <> asked.id AND NOT EXISTS (
                        SELECT 1 FROM instance alive WHERE alive.id = owed.instance
                        AND alive.platform = owed.platform AND alive.alive_until > asked.now)) AS something_left
            FROM asked LEFT JOIN lease ON lease.platform = asked.platform""";

    private static final String LIVE = """
            INSERT INTO instance (id, platform, alive_until, sent) VALUES (?, ?, ?, ?)
            ON CONFLICT (id, platform) DO UPDATE SET alive_until = excluded.alive_until, sent = excluded.sent""";
    private static final String FIRST_LEASE = """
            INSERT INTO lease (platform, holder, fence, alive_at, expires) VALUES (?, ?, 1, ?, ?)
            ON CONFLICT DO NOTHING""";
    private static final String TAKE_LEASE = """
            UPDATE lease SET holder = ?, fence = ?, alive_at = ?, expires = ?
            WHERE platform = ? AND holder = ? AND fence = ? AND expires = ?""";

    /** What somebody is just writing to is left for the next time. */
    private static final String ADOPT = """
            UPDATE outbox SET instance = ? WHERE id IN (
                SELECT id FROM outbox owed WHERE platform = ? AND lane = 'ANSWER' AND instance <> ? AND NOT EXISTS (
                    SELECT 1 FROM instance WHERE instance.id = owed.instance AND instance.platform = owed.platform
                    AND alive_until > ?)
                FOR UPDATE SKIP LOCKED)""";

    private static final String BURY = "DELETE FROM instance WHERE platform = ? AND alive_until <= ?";
    private static final String SERVE_NO_MORE = "DELETE FROM instance WHERE id = ? AND platform = ?";

    /** Whoever has the tenure then sees what is left. */
    private static final String CEASE = "UPDATE instance SET alive_until = 0 WHERE id = ?";

    private static final String GIVE_UP = "UPDATE lease SET expires = 0 WHERE holder = ?";

    private final Session session;
    private final String id;
    private final Beat beat;
    private final Map<Platform, Pulse.Tenure> tenures = new HashMap<>();
    private final Map<Platform, Long> sentByOthers = new HashMap<>();
    private final Set<Platform> adopted = new HashSet<>();
    private boolean lapsed;

    LifeSign(Session session, String id, Beat beat) {
        this.session = session;
        this.id = id;
        this.beat = beat;
    }

    private record Lease(String holder, long fence, Instant aliveAt, long expires) {}

    /**
     * How things stand on a platform.
     *
     * @param now by the database's clock
     * @param aliveUntil 0 where nothing is known of this instance
     * @param somethingLeft whether an instance is dead, or answers are owed that nobody delivers
     */
    private record Standing(
            long now, long aliveUntil, long sentByOthers, boolean somethingLeft, Optional<Lease> lease) {}

    /**
     * @param sent answers, since the start; empty where nothing is delivered from here
     * @param again whether this instance was known until now as one that delivers there
     */
    void give(Platform platform, Optional<Long> sent, boolean again) throws SQLException {
        Standing standing =
                session.first(STANDING, LifeSign::standing, id, platform.id()).orElseThrow();
        if (sent.isPresent()) {
            lapsed |= again && standing.aliveUntil() <= standing.now();
            session.update(LIVE, id, platform.id(), until(standing), sent.get());
        } else if (again) {
            session.update(SERVE_NO_MORE, id, platform.id());
        }
        Optional<Pulse.Tenure> tenure = take(platform, standing);
        tenure.ifPresent(had -> tenures.put(platform, had));
        if (tenure.isPresent() && standing.somethingLeft()) {
            adopt(platform, standing);
        }
        sentByOthers.put(platform, standing.sentByOthers());
    }

    private static Standing standing(Columns row) throws SQLException {
        Optional<String> holder = row.findText("holder");
        Optional<Lease> lease = holder.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Lease(holder.get(), row.number("fence"), row.moment("alive_at"), row.number("expires")));
        return new Standing(
                row.number("now"),
                row.number("alive_until"),
                row.number("sent_by_others"),
                row.flag("something_left"),
                lease);
    }

    private long until(Standing standing) {
        return standing.now() + beat.ttl().toMillis();
    }

    Pulse answer(Duration validFor) {
        return new Pulse(validFor, tenures, sentByOthers, adopted, lapsed);
    }

    /** Gives up all that an instance has. */
    static void cease(Session session, String id) throws SQLException {
        session.update(CEASE, id);
        session.update(GIVE_UP, id);
    }

    private Optional<Pulse.Tenure> take(Platform platform, Standing standing) throws SQLException {
        if (standing.lease().isEmpty()) {
            boolean first = session.update(FIRST_LEASE, platform.id(), id, Millis.of(beat.now()), until(standing)) == 1;
            return first ? Optional.of(new Pulse.Tenure(1, Optional.empty())) : Optional.empty();
        }
        Lease lease = standing.lease().get();
        boolean mine = lease.holder().equals(id);
        boolean over =
                lease.expires() <= standing.now() || (mine && beat.expired().contains(platform));
        if (!over && !mine) {
            return Optional.empty();
        }
        long fence = over ? lease.fence() + 1 : lease.fence();
        // Whoever was quicker has raised the fence, or prolonged what seemed to be over.
        boolean taken = session.update(
                        TAKE_LEASE,
                        id,
                        fence,
                        Millis.of(beat.now()),
                        until(standing),
                        platform.id(),
                        lease.holder(),
                        lease.fence(),
                        lease.expires())
                == 1;
        Optional<Instant> lastAlive = over ? Optional.of(lease.aliveAt()) : Optional.empty();
        return taken ? Optional.of(new Pulse.Tenure(fence, lastAlive)) : Optional.empty();
    }

    /** Takes over the answers that are owed by instances which are dead, or serve the platform no longer. */
    private void adopt(Platform platform, Standing standing) throws SQLException {
        int answers = session.update(ADOPT, id, platform.id(), id, standing.now());
        int dead = session.update(BURY, platform.id(), standing.now());
        if (answers + dead > 0) {
            adopted.add(platform);
        }
    }
}
