package dev.limber.core.coach;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;

/** Says days and times to one person in one way: "Mon 30 Nov, 9:00". */
final class Dates {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    private Dates() {}

    static String time(LocalTime time) {
        return TIME.format(time);
    }

    /** The year is said where it is another than the present one. */
    static String date(Turn turn, LocalDate date) {
        Locale language = turn.language();
        return turn.text(
                date.getYear() == turn.today().getYear() ? "when.date" : "when.date-of-year",
                Map.of(
                        "weekday", date.getDayOfWeek().getDisplayName(TextStyle.SHORT, language),
                        "day", String.valueOf(date.getDayOfMonth()),
                        "month", date.getMonth().getDisplayName(TextStyle.SHORT, language),
                        "year", String.valueOf(date.getYear())));
    }

    static String moment(Turn turn, Instant instant) {
        ZonedDateTime at = instant.atZone(turn.zone());
        return turn.text("when.moment", Map.of("date", date(turn, at.toLocalDate()), "time", time(at.toLocalTime())));
    }
}
