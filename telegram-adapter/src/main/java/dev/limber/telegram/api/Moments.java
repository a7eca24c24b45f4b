package dev.limber.telegram.api;

import dev.limber.core.chat.Piece;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments in time: clients show them in the reader's own format, and those that cannot show what stands in between. */
public final class Moments {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter BOTH = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Moments() {}

    public static String plain(Piece.Moment moment) {
        DateTimeFormatter format = switch (moment.style()) {
            case TIME, RELATIVE -> TIME;
            case DATE -> DATE;
            case DATE_AND_TIME -> BOTH;
        };
        return moment.instant().atZone(moment.zone()).format(format);
    }

    public static String html(Piece.Moment moment) {
        String format = switch (moment.style()) {
            case TIME -> "t";
            case DATE -> "wD";
            case DATE_AND_TIME -> "wDt";
            case RELATIVE -> "r";
        };
        return "<tg-time unix=\"" + moment.instant().getEpochSecond() + "\" format=\"" + format + "\">" + plain(moment)
                + "</tg-time>";
    }
}
