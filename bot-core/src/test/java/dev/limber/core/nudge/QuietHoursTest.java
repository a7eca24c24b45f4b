package dev.limber.core.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
    /** In the night to 29 March 2026 the hour from two on is left out, in that to 25 October it comes twice. */
    @ParameterizedTest
    @CsvSource({
        "22:00, 2026-06-01T21:59:59+02:00[Europe/Berlin], 2026-06-01T20:00:00Z",
        "22:00, 2026-06-01T22:00:00+02:00[Europe/Berlin], 2026-06-02T20:00:00Z",
        "02:30, 2026-03-28T23:00:00+01:00[Europe/Berlin], 2026-03-29T01:00:00Z",
        "02:30, 2026-10-24T23:00:00+02:00[Europe/Berlin], 2026-10-25T00:30:00Z",
        "02:30, 2026-10-25T02:40:00+02:00[Europe/Berlin], 2026-10-25T01:30:00Z",
        "00:00, 2026-12-31T23:00:00Z[UTC], 2027-01-01T00:00:00Z",
    })
    void theNextStartIsTheFirstOneToCome(LocalTime start, ZonedDateTime now, Instant next) {
        assertThat(new QuietHours(start, LocalTime.NOON).nextStart(now)).isEqualTo(next);
    }
}
