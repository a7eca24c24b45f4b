package dev.limber.core.coach;

import dev.limber.core.coach.ButtonAction.Nudged;
import dev.limber.core.coach.ButtonAction.Until;
import dev.limber.core.nudge.NudgeRule;
import dev.limber.core.session.LastNudge;
import dev.limber.core.session.LastNudge.Answer;
import dev.limber.core.session.Nudge;
import dev.limber.core.session.NudgeDecision.Verdict;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts a nudge off: by its button, by what is chosen then, and by words that say until when. */
final class NudgeSnooze {
    private static final int BUTTONS_IN_ROW = 3;

    private NudgeSnooze() {}

    /** Whoever chooses nothing is asked again all the same. */
    static void askHowLong(Turn turn, Nudged nudged) {
        if (NudgeAnswers.isOld(turn, nudged)) {
            NudgeAnswers.sayOld(turn, nudged);
            return;
        }
        turn.keepWhatIsShown();
        List<Until> possible = Arrays.stream(Until.values())
                .filter(until -> comes(turn, at(turn, nudged, until)))
                .toList();
        Prompt prompt = turn.prompt().line(possible.isEmpty() ? "nudge.snooze.never" : "nudge.snooze.question");
        possible.stream()
                .min(Comparator.comparing(until -> until != Until.MINUTES_30))
                .map(until -> keep(turn, nudged, at(turn, nudged, until)))
                .ifPresent(at -> prompt.quiet("nudge.snooze.otherwise", NudgeTimes.said(turn, at)));
        List<Choice> choices = possible.stream()
                .map(until -> prompt.choice(
                        "nudge.snooze." + until.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        new ButtonAction.Snooze(nudged, Optional.of(until))))
                .toList();
        for (int i = 0; i < choices.size(); i += BUTTONS_IN_ROW) {
            prompt.row(choices.subList(i, Math.min(i + BUTTONS_IN_ROW, choices.size())));
        }
        prompt.row(prompt.choice("button.not-today", new ButtonAction.NotToday(nudged)))
                .say();
    }

    /** @return when it comes if nothing is chosen: as it was put off before, or else at {@code at} */
    private static Instant keep(Turn turn, Nudged nudged, Instant at) {
        Optional<Instant> before = turn.state().nudges().snoozed().flatMap(snoozed -> NudgeTimes.next(turn, snoozed));
        if (before.isEmpty()) {
            plan(turn, at);
            NudgeAnswers.note(turn, nudged, Verdict.SNOOZED, Optional.of(at));
        }
        return before.orElse(at);
    }

    static void snooze(Turn turn, Nudged nudged, Until until) {
        snooze(turn, nudged, at(turn, nudged, until));
    }

    private static void snooze(Turn turn, Nudged nudged, Instant at) {
        if (NudgeAnswers.isOld(turn, nudged)) {
            NudgeAnswers.sayOld(turn, nudged);
        } else if (!comes(turn, at)) {
            turn.say("nudge.snooze.never");
        } else if (!NudgeAnswers.isDoubleTap(turn, nudged, Answer.SNOOZED)) {
            plan(turn, at);
            NudgeAnswers.answer(turn, nudged, Answer.SNOOZED);
            NudgeAnswers.note(turn, nudged, Verdict.SNOOZED, Optional.of(at));
            turn.say("nudge.snooze.done", NudgeTimes.said(turn, at));
        }
    }

    private static void plan(Turn turn, Instant at) {
        var snoozed = new Nudge(
                turn.context().freshId(), new NudgeRule.At(at), NudgePlaces.here(turn), turn.now(), Optional.empty());
        turn.become(turn.state()
                .withNudges(
                        turn.state().nudges().withSnoozed(Optional.of(snoozed)).withNotToday(Optional.empty())));
    }

    /** "Snooze", "remind me later": what was said last, where there is anything to put off. */
    static void byWord(Turn turn) {
        fresh(turn).ifPresentOrElse(last -> askHowLong(turn, nudged(last)), () -> NudgeList.show(turn));
    }

    /** @return whether words said right after a nudge put it off until some time: "in 15 minutes" */
    static boolean hear(Turn turn, String typed) {
        boolean zoneIsAsked = ZoneQuestion.isOpen(turn) && !NudgeSilence.isStretching(turn);
        if (NudgeWords.areAboutSomethingElse(turn) && !zoneIsAsked) {
            return false;
        }
        Optional<LastNudge> last = fresh(turn).filter(said -> said.answer() != Answer.STARTED);
        Optional<NudgeRule> until =
                last.flatMap(_ -> turn.nudgePhrase().readSnooze(typed, turn.localNow(), !zoneIsAsked && isAsked(turn)));
        last.ifPresent(said -> until.ifPresent(rule -> snooze(turn, nudged(said), at(turn, rule))));
        return until.isPresent();
    }

    /** Whether the buttons that say for how long were shown last. */
    private static boolean isAsked(Turn turn) {
        return turn.state().offers().stream()
                .anyMatch(offer -> ButtonCodec.decode(offer.data())
                                instanceof ButtonCodec.Decoded.Known(ButtonAction.Snooze(Nudged _, var until), int _)
                        && until.isPresent());
    }

    private static Optional<LastNudge> fresh(Turn turn) {
        return turn.state().nudges().last().filter(said -> said.isFresh(turn.now()));
    }

    private static Nudged nudged(LastNudge last) {
        return new Nudged(last.nudge(), last.occurrence());
    }

    private static Instant at(Turn turn, NudgeRule rule) {
        return switch (rule) {
            case NudgeRule.At(Instant at) -> at.truncatedTo(ChronoUnit.SECONDS);
            case NudgeRule.Once(var at) -> at.atZone(turn.zone()).toInstant();
            case NudgeRule.Recurring recurring -> throw new IllegalArgumentException("put off again and again");
        };
    }

    private static Instant at(Turn turn, Nudged nudged, Until until) {
        Instant now = turn.now().truncatedTo(ChronoUnit.SECONDS);
        return switch (until) {
            case MINUTES_10 -> now.plus(10, ChronoUnit.MINUTES);
            case MINUTES_30 -> now.plus(30, ChronoUnit.MINUTES);
            case HOUR_1 -> now.plus(1, ChronoUnit.HOURS);
            case HOURS_2 -> now.plus(2, ChronoUnit.HOURS);
            case TOMORROW -> {
                LocalTime time =
                        nudged.occurrence().atZone(turn.zone()).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
                yield turn.today().plusDays(1).atTime(time).atZone(turn.zone()).toInstant();
            }
        };
    }

    private static boolean comes(Turn turn, Instant at) {
        var nudge = new Nudge("", new NudgeRule.At(at), NudgePlaces.here(turn), turn.now(), Optional.empty());
        return NudgeTimes.next(turn, nudge).isPresent();
    }
}
