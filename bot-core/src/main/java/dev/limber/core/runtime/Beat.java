package dev.limber.core.runtime;

import dev.limber.core.chat.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A sign of life of this instance.
 *
 * @param now for telling later how long nobody was there
 * @param serves how many answers were sent since the start on each platform to which it delivers
 * @param seeks platforms to which it delivers nothing, and would if it had the tenure
 * @param expired where a tenure has expired here since the last sign: if it is had again, it is another one
 * @param ttl how long the sign is good for
 */
public record Beat(Instant now, Map<Platform, Long> serves, Set<Platform> seeks, Set<Platform> expired, Duration ttl) {
    public Beat {
        serves = Map.copyOf(serves);
        seeks = Set.copyOf(seeks);
        expired = Set.copyOf(expired);
    }

    public Beat(Instant now, Map<Platform, Long> serves, Duration ttl) {
        this(now, serves, Set.of(), Set.of(), ttl);
    }
}
