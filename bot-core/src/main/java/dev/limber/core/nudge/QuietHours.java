package dev.limber.core.nudge;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.stream.Stream;

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

    /** When they begin next, on clocks that change, too: where a start is left out, when the clocks go on. */
    public Instant nextStart(ZonedDateTime now) {
        LocalDate today = now.toLocalDate();
        return Stream.of(today, today.plusDays(1), today.plusDays(2))
                .flatMap(day -> starts(day.atTime(start), now.getZone().getRules()))
                .filter(begin -> begin.isAfter(now.toInstant()))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Instant> starts(LocalDateTime at, ZoneRules rules) {
        List<ZoneOffset> offsets = rules.getValidOffsets(at);
        return offsets.isEmpty()
                ? Stream.of(rules.getTransition(at).getInstant())
                : offsets.stream().map(at::toInstant);
    }
}
