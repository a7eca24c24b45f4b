package dev.limber.core.text;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** One zone or a few of every kind of clock in the world, by cities that many people know; the largest first. */
final class WellKnownZones {
    static final List<ZoneId> ALL = Stream.of(
                    "Europe/Berlin",
                    "Europe/Vienna",
                    "Europe/Zurich",
                    "Europe/Paris",
                    "Europe/London",
                    "Europe/Lisbon",
                    "Europe/Istanbul",
                    "Europe/Moscow",
                    "Europe/Athens",
                    "America/New_York",
                    "America/Chicago",
                    "America/Los_Angeles",
                    "America/Denver",
                    "America/Phoenix",
                    "America/Toronto",
                    "America/Halifax",
                    "America/St_Johns",
                    "America/Anchorage",
                    "Pacific/Honolulu",
                    "America/Mexico_City",
                    "America/Bogota",
                    "America/Caracas",
                    "America/Sao_Paulo",
                    "America/Argentina/Buenos_Aires",
                    "America/Santiago",
                    "Atlantic/Azores",
                    "Africa/Lagos",
                    "Africa/Cairo",
                    "Africa/Johannesburg",
                    "Africa/Nairobi",
                    "Africa/Casablanca",
                    "Africa/Accra",
                    "Asia/Jerusalem",
                    "Asia/Riyadh",
                    "Asia/Dubai",
                    "Asia/Tehran",
                    "Asia/Karachi",
                    "Asia/Kolkata",
                    "Asia/Kathmandu",
                    "Asia/Dhaka",
                    "Asia/Yangon",
                    "Asia/Jakarta",
                    "Asia/Bangkok",
                    "Asia/Shanghai",
                    "Asia/Singapore",
                    "Asia/Tokyo",
                    "Asia/Seoul",
                    "Australia/Sydney",
                    "Australia/Brisbane",
                    "Australia/Adelaide",
                    "Australia/Darwin",
                    "Australia/Perth",
                    "Pacific/Noumea",
                    "Pacific/Auckland",
                    "Pacific/Tongatapu",
                    "Pacific/Pago_Pago")
            .map(ZoneId::of)
            .toList();

    private WellKnownZones() {}

    /** Lower for better known; the same for all that are not. */
    static int rank(ZoneId zone) {
        int index = ALL.indexOf(zone);
        return index < 0 ? ALL.size() : index;
    }
}
