package dev.limber.local;

import dev.limber.core.chat.Piece.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Shows moments in the person's time zone. The notation is the international one (ISO 8601, 24 hours, unit symbols):
 * a message does not tell its language, so words or a country's habits could clash with the sentence around.
 */
final class Moments {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter DATE_AND_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final InstantSource clock;

    Moments(InstantSource clock) {
        this.clock = clock;
    }

    String show(Moment moment) {
        return switch (moment.style()) {
            case TIME -> TIME.format(moment.instant().atZone(moment.zone()));
            case DATE -> DATE.format(moment.instant().atZone(moment.zone()));
            case DATE_AND_TIME -> DATE_AND_TIME.format(moment.instant().atZone(moment.zone()));
            case RELATIVE -> relative(moment.instant());
        };
    }

    /** "in 30 s" reads alike in many languages; what is past has a minus sign. */
    private String relative(Instant instant) {
        Duration left = Duration.between(clock.instant(), instant).plusMillis(500);
        long seconds = left.toSeconds();
        String amount = amount(Math.abs(seconds));
        return seconds < 0 ? "\u2212" + amount : "in " + amount;
    }

    private static String amount(long seconds) {
        Duration rough = Duration.ofSeconds(seconds);
        if (seconds < 90) {
            return seconds + " s";
        }
        if (rough.toMinutes() < 90) {
            return rough.plusSeconds(30).toMinutes() + " min";
        }
        if (rough.toHours() < 48) {
            return rough.plusMinutes(30).toHours() + " h";
        }
        return rough.plusHours(12).toDays() + " d";
    }
}
