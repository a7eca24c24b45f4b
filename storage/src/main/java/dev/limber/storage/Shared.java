package dev.limber.storage;

import dev.limber.core.chat.Platform;
import dev.limber.core.runtime.Beat;
import dev.limber.core.runtime.Pulse;
import dev.limber.core.runtime.StoreException;
import dev.limber.core.session.Subject;
import dev.limber.storage.WriteJob.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One instance of several; who is alive, and for how long, is told by the database's clock alone. */
final class Shared implements Membership {
    private static final Logger LOG = LoggerFactory.getLogger(Shared.class);

    /** For the way to the database and back, and for clocks that do not run alike. */
    private static final Duration MARGIN = Duration.ofMillis(500);

    private static final String VERSION = "SELECT version FROM subject WHERE subject_key = ?";

    private final Access access;
    private final String id = UUID.randomUUID().toString();

    /** Where it was told that this instance delivers. */
    private final Set<Platform> known = ConcurrentHashMap.newKeySet();

    Shared(Access access) {
        this.access = access;
    }

    @Override
    public String instance() {
        return id;
    }

    @Override
    public String holder() {
        return id;
    }

    @Override
    public boolean isCurrent(Subject subject, long version) {
        long stored = access.read(session -> session.first(VERSION, row -> row.number(1), subject.key()))
                .orElse(0L);
        return stored == version;
    }

    @Override
    public Pulse beat(Beat beat) {
        Duration quarter = beat.ttl().dividedBy(4);
        Duration validFor = beat.ttl().minus(MARGIN.compareTo(quarter) < 0 ? MARGIN : quarter);
        // In one order, so that no two instances wait for each other.
        var all = new TreeMap<String, Optional<Long>>();
        beat.serves().forEach((platform, sent) -> all.put(platform.id(), Optional.of(sent)));
        beat.seeks().forEach(platform -> all.put(platform.id(), Optional.empty()));
        Pulse pulse = access.write(session -> {
            var sign = new LifeSign(session, id, beat);
            for (var each : all.entrySet()) {
                var platform = new Platform(each.getKey());
                sign.give(platform, each.getValue(), known.contains(platform));
            }
            return Outcome.kept(sign.answer(validFor));
        });
        known.addAll(beat.serves().keySet());
        known.removeAll(beat.seeks());
        return pulse;
    }

    @Override
    public void leave() {
        try {
            access.write(session -> {
                LifeSign.cease(session, id);
                return Outcome.kept(true);
            });
        } catch (StoreException e) {
            LOG.warn("others take over a little later, because they could not be told now: {}", e.getMessage());
        }
    }
}
