package dev.limber.core.chat;

import java.time.Instant;
import java.time.ZoneId;

/** A run within a line of text. */
public sealed interface Piece {
    /** Words to be shown as they are: adapters escape whatever would be markup on their platform. */
    record Words(String text) implements Piece {}

    /**
     * A moment in time, which a client shows in the reader's own format where it can.
     *
     * @param zone the person's time zone, for platforms that cannot
     */
    record Moment(Instant instant, MomentStyle style, ZoneId zone) implements Piece {}
}
