package dev.limber.core.coach;

import dev.limber.core.chat.MomentStyle;
import dev.limber.core.chat.Piece;
import dev.limber.core.chat.UserId;
import dev.limber.core.nudge.NudgeBounds;
import dev.limber.core.nudge.NudgePlanner;
import dev.limber.core.nudge.NudgeRule;
import dev.limber.core.session.Nudge;
import dev.limber.core.session.UserState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When a person's nudges come, and how that is said. */
final class NudgeTimes {
    private NudgeTimes() {}

    static NudgeBounds bounds(UserState state, ZoneId zone) {
        return new NudgeBounds(
                zone,
                state.preferences().quietHours(),
                state.preferences().restDays(),
                state.nudges().pausedUntil(),
                state.nudges().oneIn());
    }

    /** How much later this person is nudged than another with the same rule; the same for ever. */
    static Duration spread(UserId user) {
        long seconds = NudgePlanner.MOST_SPREAD.toSeconds();
        return Duration.ofSeconds(Math.floorMod(user.toString().hashCode(), seconds + 1));
    }

    /** After now, and after the occurrence that was taken up last. */
    static Optional<Instant> next(Turn turn, Nudge nudge) {
        return next(turn, nudge, 1).stream().findFirst();
    }

    /** Ascending. */
    static List<Instant> next(Turn turn, Nudge nudge, int count) {
        Instant after = nudge.last().filter(turn.now()::isBefore).orElse(turn.now());
        return next(turn, nudge, after, count);
    }

    static Optional<Instant> nextAfter(Turn turn, Nudge nudge, Instant after) {
        return next(turn, nudge, after, 1).stream().findFirst();
    }

    private static List<Instant> next(Turn turn, Nudge nudge, Instant after, int count) {
        return NudgePlanner.next(
                nudge.rule(),
                after,
                bounds(turn.state(), turn.zone()),
                spread(turn.context().user()),
                count);
    }

    /** Of all that is planned. */
    static Optional<Instant> next(Turn turn) {
        return turn.state().nudges().all().stream()
                .flatMap(nudge -> next(turn, nudge).stream())
                .min(Instant::compareTo);
    }

    /** The rule in the person's words. */
    static String label(Turn turn, NudgeRule rule) {
        return turn.nudgePhrase().print(rule, turn.localNow());
    }

    /** The arguments {@code day}, a word, and {@code at}. */
    static Map<String, Object> said(Turn turn, Instant instant) {
        return Map.of("day", day(turn, instant.atZone(turn.zone()).toLocalDate()), "at", moment(turn, instant));
    }

    static Piece.Moment moment(Turn turn, Instant instant) {
        return new Piece.Moment(instant, MomentStyle.DATE_AND_TIME, turn.zone());
    }

    /** The arguments {@code day}, a word, and {@code date}. */
    static Map<String, Object> said(Turn turn, LocalDate date) {
        var format = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(turn.language());
        return Map.of("day", day(turn, date), "date", format.format(date));
    }

    /** A day and a time as words. */
    static String plain(Turn turn, Instant instant) {
        ZonedDateTime at = instant.atZone(turn.zone());
        var format = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(turn.language());
        return day(turn, at.toLocalDate()) + ", " + format.format(at);
    }

    private static String day(Turn turn, LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.FULL, turn.language());
    }
}
