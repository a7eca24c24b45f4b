package dev.limber.telegram.api;

import dev.limber.core.chat.Piece;
import dev.limber.core.chat.adapter.PlainMoments;

/** Moments in time: clients show them in the reader's own format, and those that cannot show what stands in between. */
public final class Moments {
    private Moments() {}

    public static String html(Piece.Moment moment) {
        String format = switch (moment.style()) {
            case TIME -> "t";
            case DATE -> "wD";
            case DATE_AND_TIME -> "wDt";
            case RELATIVE -> "r";
        };
        return "<tg-time unix=\"" + moment.instant().getEpochSecond() + "\" format=\"" + format + "\">"
                + PlainMoments.of(moment) + "</tg-time>";
    }
}
