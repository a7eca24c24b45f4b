package dev.limber.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.MomentStyle;
import dev.limber.core.chat.Piece.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {
    private static final Instant NOW = Instant.parse("2026-03-29T00:59:30Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Moments moments = new Moments(InstantSource.fixed(NOW));

    private String show(Instant instant, MomentStyle style) {
        return moments.show(new Moment(instant, style, BERLIN));
    }

    @Test
    void a_moment_is_shown_in_the_persons_zone() {
        assertThat(show(NOW, MomentStyle.TIME)).isEqualTo("01:59");
        assertThat(show(NOW, MomentStyle.DATE)).isEqualTo("2026-03-29");
        assertThat(show(NOW, MomentStyle.DATE_AND_TIME)).isEqualTo("2026-03-29 01:59");
    }

    @Test
    void the_hour_that_summer_time_skips_is_skipped() {
        assertThat(show(NOW.plusSeconds(60), MomentStyle.TIME)).isEqualTo("03:00");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, in 0 s",
        "PT0.6S, in 1 s",
        "PT30S, in 30 s",
        "PT29.7S, in 30 s",
        "PT89S, in 89 s",
        "PT90S, in 2 min",
        "PT20M, in 20 min",
        "PT1H35M, in 2 h",
        "PT47H, in 47 h",
        "PT72H, in 3 d",
        "PT-0.2S, in 0 s",
        "PT-5S, \u22125 s",
        "PT-2H, \u22122 h",
    })
    void a_relative_moment_counts_from_now(Duration away, String shown) {
        assertThat(show(NOW.plus(away), MomentStyle.RELATIVE)).isEqualTo(shown);
    }
}
