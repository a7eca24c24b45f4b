package dev.limber.core.coach;

import java.time.ZoneId;
import java.util.Optional;

/** Knows where which time zone holds. May take a second, and may be asked by many at once. */
@FunctionalInterface
public interface ZoneAtlas {
    /**
     * @param latitude in degrees, WGS 84, north of the equator above zero
     * @param longitude in degrees, east of Greenwich above zero
     * @return empty at sea, where there is no such place, and where it cannot be looked up
     */
    Optional<ZoneId> at(double latitude, double longitude);

    /** Knows no place. */
    static ZoneAtlas none() {
        return (_, _) -> Optional.empty();
    }
}
