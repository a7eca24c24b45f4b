package dev.limber.core.nudge;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;

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

    /** When they begin next; a start that the clocks leave out is when they go on. */
    public Instant nextStart(ZonedDateTime now) {
        ZonedDateTime today = now.with(start).withEarlierOffsetAtOverlap();
        ZonedDateTime tomorrow = now.plusDays(1).with(start).withEarlierOffsetAtOverlap();
        return (today.isAfter(now) ? today : tomorrow).toInstant();
    }
}
