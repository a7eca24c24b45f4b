package dev.limber.core.coach;

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

    private static List<Instant> next(Turn turn, Nudge nudge, Instant after, int count) {
        return NudgePlanner.next(
                nudge.rule(),
                after,
                bounds(turn.state(), turn.zone()),
                spread(turn.context().user()),
                count);
    }

    /** Those that will be said, as far as is known: none on a day of which somebody had enough. Ascending. */
    static List<Instant> told(Turn turn, Nudge nudge, int count) {
        Instant after = nudge.last().filter(turn.now()::isBefore).orElse(turn.now());
        Instant midnight = turn.today().plusDays(1).atStartOfDay(turn.zone()).toInstant();
        boolean tomorrow = NudgeHeld.isNotToday(turn) && after.isBefore(midnight);
        return next(turn, nudge, tomorrow ? midnight.minusMillis(1) : after, count);
    }

    /** The first one that will be said of all that is planned. */
    static Optional<Instant> told(Turn turn) {
        return turn.state().nudges().all().stream()
                .flatMap(nudge -> told(turn, nudge, 1).stream())
                .min(Instant::compareTo);
    }

    /** The rule in the person's words. */
    static String label(Turn turn, NudgeRule rule) {
        return turn.nudgePhrase().print(rule, turn.localNow());
    }

    /** The argument {@code at}. */
    static Map<String, Object> said(Turn turn, Instant instant) {
        return Map.of("at", Dates.moment(turn, instant));
    }

    /** The argument {@code date}. */
    static Map<String, Object> said(Turn turn, LocalDate date) {
        return Map.of("date", Dates.date(turn, date));
    }
}
