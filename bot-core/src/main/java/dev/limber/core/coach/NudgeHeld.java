package dev.limber.core.coach;

import dev.limber.core.nudge.NudgeBounds;
import dev.limber.core.nudge.NudgePlanner;
import dev.limber.core.nudge.NudgeRule;
import dev.limber.core.session.Nudge;
import dev.limber.core.session.Nudges;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What holds nudges back at the moment, in words: all of them, or one that never comes. */
final class NudgeHeld {
    private NudgeHeld() {}

    /** Why one never comes. */
    enum Reason {
        OVER,
        PAUSED,
        QUIET,
        REST_DAYS
    }

    /** Says all that holds back what is set; what is said elsewhere, that nobody can be reached, is not said again. */
    static void tell(Turn turn, Prompt prompt) {
        Nudges nudges = turn.state().nudges();
        pausedUntil(turn).ifPresent(until -> prompt.line("nudge.paused-still", NudgeTimes.said(turn, until)));
        if (isNotToday(turn)) {
            prompt.line("nudge.list.not-today");
        }
        if (NudgeSilence.isLocked(turn.state())) {
            prompt.line("nudge.list.locked");
        }
        if (nudges.restAtGoal() && NudgeSilence.goalIsReached(turn)) {
            prompt.line("nudge.list.goal-reached");
        }
    }

    static Optional<LocalDate> pausedUntil(Turn turn) {
        return turn.state().nudges().pausedUntil().filter(turn.today()::isBefore);
    }

    static boolean isNotToday(Turn turn) {
        return turn.state().nudges().notToday().filter(turn.today()::equals).isPresent();
    }

    /** Says of one that never comes why. */
    static void tellNever(Turn turn, Prompt prompt, Nudge nudge) {
        prompt.quiet(
                "nudge.list.never",
                Map.of(
                        "what", NudgeTimes.label(turn, nudge.rule()),
                        "why", why(turn, nudge).name().toLowerCase(Locale.ROOT)));
    }

    /** Of one that never comes. */
    static Reason why(Turn turn, Nudge nudge) {
        if (isOver(turn, nudge.rule())) {
            return Reason.OVER;
        } else if (!nudge.recurs() && pausedUntil(turn).isPresent()) {
            return Reason.PAUSED;
        }
        NudgeBounds bounds = NudgeTimes.bounds(turn.state(), turn.zone());
        var anyDay = new NudgeBounds(bounds.zone(), bounds.quietHours(), Set.of(), Optional.empty(), 1);
        return NudgePlanner.next(nudge.rule(), turn.now(), anyDay, Duration.ZERO)
                        .isPresent()
                ? Reason.REST_DAYS
                : Reason.QUIET;
    }

    static boolean isOver(Turn turn, NudgeRule rule) {
        return switch (rule) {
            case NudgeRule.Recurring recurring -> false;
            case NudgeRule.Once(var at) -> !at.atZone(turn.zone()).toInstant().isAfter(turn.now());
            case NudgeRule.At(Instant at) -> !at.isAfter(turn.now());
        };
    }
}
