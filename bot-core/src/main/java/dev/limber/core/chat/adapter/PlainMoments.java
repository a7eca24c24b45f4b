package dev.limber.core.chat.adapter;

import dev.limber.core.chat.Piece;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments in time as text, for clients that cannot show them in the reader's own format. */
public final class PlainMoments {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter BOTH = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private PlainMoments() {}

    /** In the person's time zone. */
    public static String of(Piece.Moment moment) {
        DateTimeFormatter format = switch (moment.style()) {
            case TIME -> TIME;
            case RELATIVE -> TO_THE_SECOND;
            case DATE -> DATE;
            case DATE_AND_TIME -> BOTH;
        };
        return moment.instant().atZone(moment.zone()).format(format);
    }
}
