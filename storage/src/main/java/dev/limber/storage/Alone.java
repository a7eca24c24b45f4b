package dev.limber.storage;

import dev.limber.core.chat.Platform;
import dev.limber.core.runtime.Beat;
import dev.limber.core.runtime.Pulse;
import dev.limber.core.runtime.StoreException;
import dev.limber.core.session.Subject;
import dev.limber.storage.WriteJob.Outcome;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only instance there is, because it has the file for itself. Its tenures do not end before it does, and it writes
 * down seldom that it is alive, so that an idle process lets the disk sleep.
 */
final class Alone implements Membership {
    private static final Logger LOG = LoggerFactory.getLogger(Alone.class);
    private static final Duration FOR_EVER = Duration.ofDays(10_000);
    private static final Duration WRITTEN_EVERY = Duration.ofMinutes(1);

    private static final String LEASE = "SELECT fence, alive_at FROM lease WHERE platform = ?";
    private static final String TAKE = """
            INSERT INTO lease (platform, holder, fence, alive_at, expires) VALUES (?, ?, ?, ?, 0)
            ON CONFLICT (platform) DO UPDATE SET holder = excluded.holder, fence = excluded.fence,
                alive_at = excluded.alive_at, expires = excluded.expires""";
    private static final String ALIVE = "UPDATE lease SET alive_at = ? WHERE platform = ?";

    private final Access access;
    private final String holder = UUID.randomUUID().toString();
    private final Map<Platform, Seat> seats = new HashMap<>();

    Alone(Access access) {
        this.access = access;
    }

    /**
     * @param alive when the last sign of life was given
     * @param written the last one that the file has
     */
    private record Seat(long fence, Instant alive, Instant written) {
        Seat aliveAt(Instant now) {
            return new Seat(fence, now, written);
        }

        Seat writtenDown() {
            return new Seat(fence, alive, alive);
        }
    }

    @Override
    public String instance() {
        return "";
    }

    @Override
    public String holder() {
        return holder;
    }

    @Override
    public boolean isCurrent(Subject subject, long version) {
        return true;
    }

    @Override
    public synchronized Pulse beat(Beat beat) {
        var tenures = new HashMap<Platform, Pulse.Tenure>();
        for (Platform platform : Stream.concat(beat.serves().keySet().stream(), beat.seeks().stream())
                .toList()) {
            @Nullable Seat had = seats.get(platform);
            tenures.put(platform, had == null ? take(platform, beat.now()) : keep(platform, had, beat.now()));
        }
        return new Pulse(FOR_EVER, tenures, Map.of(), Set.of(), false);
    }

    @Override
    public synchronized void leave() {
        seats.forEach((platform, seat) -> {
            if (seat.written().isBefore(seat.alive())) {
                write(platform, seat.alive());
            }
        });
        seats.clear();
    }

    private Pulse.Tenure take(Platform platform, Instant now) {
        Pulse.Tenure taken = access.write(session -> Outcome.kept(take(session, platform, now)));
        seats.put(platform, new Seat(taken.fence(), now, now));
        return taken;
    }

    private Pulse.Tenure take(Session session, Platform platform, Instant now) throws SQLException {
        Optional<Pulse.Tenure> before = session.first(
                LEASE,
                row -> new Pulse.Tenure(row.number("fence"), Optional.of(row.moment("alive_at"))),
                platform.id());
        long fence = before.map(Pulse.Tenure::fence).orElse(0L) + 1;
        session.update(TAKE, platform.id(), holder, fence, Millis.of(now));
        return new Pulse.Tenure(fence, before.flatMap(Pulse.Tenure::lastAlive));
    }

    private Pulse.Tenure keep(Platform platform, Seat had, Instant now) {
        Seat seat = had.aliveAt(now);
        if (!now.isBefore(had.written().plus(WRITTEN_EVERY)) && write(platform, now)) {
            seat = seat.writtenDown();
        }
        seats.put(platform, seat);
        return new Pulse.Tenure(seat.fence(), Optional.empty());
    }

    /** Whether it could: it is not missed until the next start. */
    private boolean write(Platform platform, Instant now) {
        try {
            access.write(session -> Outcome.kept(session.update(ALIVE, Millis.of(now), platform.id())));
            return true;
        } catch (StoreException e) {
            LOG.warn("that {} is served could not be written down: {}", platform, e.getMessage());
            return false;
        }
    }
}
