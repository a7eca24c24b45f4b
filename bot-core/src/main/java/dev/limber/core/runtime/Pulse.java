package dev.limber.core.runtime;

import dev.limber.core.chat.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a sign of life is answered with.
 *
 * @param validFor how long this holds, counted from before the sign was given
 * @param tenures of the platforms on which this instance is the one that polls, and sends what is scheduled
 * @param sentByOthers how many answers the other instances that are alive have sent since their start, by platform
 * @param adopted platforms of the tenures that an instance serves no longer, because it is gone or had to cease: answers
 *     may be owed from now on that it left
 * @param lapsed whether signs had been missing for so long that others may have adopted answers of this instance
 */
public record Pulse(
        Duration validFor,
        Map<Platform, Tenure> tenures,
        Map<Platform, Long> sentByOthers,
        Set<Platform> adopted,
        boolean lapsed) {
    public Pulse {
        tenures = Map.copyOf(tenures);
        sentByOthers = Map.copyOf(sentByOthers);
        adopted = Set.copyOf(adopted);
    }

    /**
     * @param fence grows with each tenure on the platform, whoever has it
     * @param lastAlive where the tenure begins with this sign: when an earlier one was alive last
     */
    public record Tenure(long fence, Optional<Instant> lastAlive) {}
}
