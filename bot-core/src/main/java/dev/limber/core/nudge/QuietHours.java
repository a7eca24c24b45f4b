package dev.limber.core.nudge;

import java.time.LocalTime;

/**
 * When not to be written to unasked: from {@code start}, included, to {@code end}, not included; over midnight where the
 * end is earlier, never where both are the same.
 */
public record QuietHours(LocalTime start, LocalTime end) {
    public boolean contains(LocalTime time) {
        return start.isAfter(end)
                ? !time.isBefore(start) || time.isBefore(end)
                : !time.isBefore(start) && time.isBefore(end);
    }
}
