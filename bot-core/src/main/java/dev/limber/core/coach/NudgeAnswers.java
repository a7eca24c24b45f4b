package dev.limber.core.coach;

import dev.limber.core.coach.ButtonAction.Nudged;
import dev.limber.core.coach.ButtonAction.Until;
import dev.limber.core.exercise.RoutineId;
import dev.limber.core.nudge.NudgeRule;
import dev.limber.core.session.Dialogue;
import dev.limber.core.session.LastNudge;
import dev.limber.core.session.LastNudge.Answer;
import dev.limber.core.session.Nudge;
import dev.limber.core.session.NudgeDecision;
import dev.limber.core.session.NudgeDecision.Verdict;
import dev.limber.core.session.Nudges;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody does about a nudge that was said: its buttons, which last, and the words for them. */
final class NudgeAnswers {
    private static final Duration DOUBLE_TAP = Duration.ofSeconds(3);

    /** An older nudge is not put off any more, unless it is the last one. */
    private static final Duration LASTS = Duration.ofDays(1);

    private static final int BUTTONS_IN_ROW = 3;

    private NudgeAnswers() {}

    static void act(Turn turn, ButtonAction.Lasting action) {
        switch (action) {
            case ButtonAction.Nudge(String typed) -> command(turn, typed);
            case ButtonAction.MoveNudges(var where) -> NudgePlaces.move(turn, where);
            case ButtonAction.LeaveNudges() -> turn.say("nudge.left");
            case ButtonAction.StartNudged(Nudged nudged, var routine) -> start(turn, nudged, routine);
            case ButtonAction.Snooze(Nudged nudged, var until) ->
                until.ifPresentOrElse(chosen -> snooze(turn, nudged, chosen), () -> askHowLong(turn, nudged));
            case ButtonAction.NotToday(Nudged nudged) -> notToday(turn, nudged);
        }
    }

    private static void command(Turn turn, String typed) {
        var nudge = new NudgeCommand();
        if (!Questions.areAboutHealth(turn.state().dialogue())) {
            turn.ask(new Dialogue.None());
        }
        Commands.run(turn, nudge, typed);
    }

    private static void start(Turn turn, Nudged nudged, Optional<RoutineId> routine) {
        turn.keepWhatIsShown();
        if (isOld(turn, nudged)) {
            sayOld(turn, nudged);
        } else if (!isDoubleTap(turn, nudged, Answer.STARTED)) {
            note(turn, nudged, Answer.STARTED, Verdict.STARTED, Optional.empty());
            begin(turn, routine);
        }
    }

    /** A press is no answer to what the routine asks before it begins. */
    private static void begin(Turn turn, Optional<RoutineId> routine) {
        if (turn.state().dialogue() instanceof Dialogue.RoutineQuestion asked
                && routine.equals(Optional.of(asked.routine()))) {
            Gate.ask(turn, asked);
        } else {
            routine.ifPresentOrElse(
                    id -> Conversation.wish(turn, id), () -> Conversation.browse(turn, ButtonAction.Filter.ALL));
        }
    }

    private static void askHowLong(Turn turn, Nudged nudged) {
        if (isOld(turn, nudged)) {
            sayOld(turn, nudged);
            return;
        }
        if (isTest(turn, nudged)) {
            return;
        }
        turn.keepWhatIsShown();
        Prompt prompt = turn.prompt();
        List<Choice> choices = Arrays.stream(Until.values())
                .filter(until -> comes(turn, at(turn, nudged, until)))
                .map(until -> prompt.choice(
                        "nudge.snooze." + until.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        new ButtonAction.Snooze(nudged, Optional.of(until))))
                .toList();
        prompt.line(choices.isEmpty() ? "nudge.snooze.never" : "nudge.snooze.question");
        for (int i = 0; i < choices.size(); i += BUTTONS_IN_ROW) {
            prompt.row(choices.subList(i, Math.min(i + BUTTONS_IN_ROW, choices.size())));
        }
        prompt.row(prompt.choice("button.not-today", new ButtonAction.NotToday(nudged)))
                .say();
    }

    private static void snooze(Turn turn, Nudged nudged, Until until) {
        Instant at = at(turn, nudged, until);
        if (isOld(turn, nudged)) {
            sayOld(turn, nudged);
        } else if (!comes(turn, at)) {
            turn.say("nudge.snooze.never");
        } else if (!isDoubleTap(turn, nudged, Answer.SNOOZED)) {
            var snoozed = new Nudge(
                    turn.context().freshId(),
                    new NudgeRule.At(at),
                    NudgePlaces.here(turn),
                    turn.now(),
                    Optional.empty());
            turn.become(turn.state().withNudges(turn.state().nudges().withSnoozed(Optional.of(snoozed))));
            note(turn, nudged, Answer.SNOOZED, Verdict.SNOOZED, Optional.of(at));
            turn.say("nudge.snooze.done", NudgeTimes.said(turn, at));
        }
    }

    private static void notToday(Turn turn, Nudged nudged) {
        if (isOld(turn, nudged)) {
            sayOld(turn, nudged);
        } else if (!isTest(turn, nudged) && !isDoubleTap(turn, nudged, Answer.NOT_TODAY)) {
            note(turn, nudged, Answer.NOT_TODAY, Verdict.DECLINED, Optional.empty());
            restToday(turn);
        }
    }

    private static void restToday(Turn turn) {
        Nudges nudges = turn.state().nudges();
        turn.become(turn.state()
                .withNudges(nudges.withNotToday(Optional.of(turn.today())).withSnoozed(Optional.empty())));
        Prompt prompt = turn.prompt().line("nudge.not-today");
        Instant midnight = turn.today().plusDays(1).atStartOfDay(turn.zone()).toInstant();
        turn.state().nudges().set().stream()
                .flatMap(nudge -> NudgeTimes.nextAfter(turn, nudge, midnight.minusMillis(1)).stream())
                .min(Instant::compareTo)
                .ifPresent(next -> prompt.line("nudge.next-one", NudgeTimes.said(turn, next)));
        prompt.say();
    }

    /** "Snooze", "remind me later": what was said last, where there is anything to put off. */
    static void snoozeByWord(Turn turn) {
        Optional<LastNudge> last = turn.state().nudges().last().filter(said -> said.isFresh(turn.now()));
        last.ifPresentOrElse(
                said -> askHowLong(turn, new Nudged(said.nudge(), said.occurrence())), () -> NudgeList.show(turn));
    }

    /** "Not today", a nudge or not. */
    static void notTodayByWord(Turn turn) {
        Optional<LastNudge> open = open(turn);
        if (open.isPresent()) {
            notToday(turn, new Nudged(open.get().nudge(), open.get().occurrence()));
        } else if (turn.state().nudges().all().isEmpty()) {
            turn.say("stretch.not-now");
        } else {
            restToday(turn);
        }
    }

    /** The nudge that a word like "later" or "yes" answers: said just now, and nothing done about it. */
    static Optional<LastNudge> open(Turn turn) {
        return turn.state()
                .nudges()
                .last()
                .filter(last -> last.isFresh(turn.now()))
                .filter(last -> last.answer() == Answer.NONE || last.answer() == Answer.SIGN_OF_LIFE)
                .filter(_ -> !NudgeSilence.isStretching(turn));
    }

    static void startByWord(Turn turn, LastNudge last) {
        start(turn, new Nudged(last.nudge(), last.occurrence()), last.routine());
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

    private static boolean isTest(Turn turn, Nudged nudged) {
        boolean test = nudged.nudge().equals(NudgeMessage.TEST);
        if (test) {
            turn.say("nudge.test-pressed");
        }
        return test;
    }

    private static boolean isOld(Turn turn, Nudged nudged) {
        boolean latest = last(turn, nudged).isPresent();
        return !latest && turn.now().isAfter(nudged.occurrence().plus(LASTS));
    }

    private static void sayOld(Turn turn, Nudged nudged) {
        turn.keepWhatIsShown();
        var now = new Nudged(nudged.nudge(), turn.now());
        Prompt prompt = turn.prompt().line("nudge.old", NudgeTimes.said(turn, nudged.occurrence()));
        NudgeChoice.fitting(turn).ifPresent(routine -> prompt.row(NudgeMessage.start(turn, now, routine)));
        prompt.say();
    }

    private static Optional<LastNudge> last(Turn turn, Nudged nudged) {
        return turn.state().nudges().last().filter(last -> last.is(nudged.nudge(), nudged.occurrence()));
    }

    /** The second of two quick presses. */
    private static boolean isDoubleTap(Turn turn, Nudged nudged, Answer answer) {
        return last(turn, nudged)
                .filter(last -> last.answer() == answer)
                .filter(last -> turn.now().isBefore(last.answeredAt().plus(DOUBLE_TAP)))
                .isPresent();
    }

    private static void note(Turn turn, Nudged nudged, Answer answer, Verdict verdict, Optional<Instant> until) {
        Optional<String> label = last(turn, nudged).map(LastNudge::label).or(() -> noted(turn, nudged));
        last(turn, nudged)
                .ifPresent(last -> turn.become(turn.state()
                        .withNudges(turn.state().nudges().withLast(Optional.of(last.answered(answer, turn.now()))))));
        label.ifPresent(words -> turn.effect(new Effect.Note(
                new NudgeDecision(nudged.nudge(), nudged.occurrence(), turn.now(), words, verdict, until))));
    }

    /** What is not noted any more needs no other note. */
    private static Optional<String> noted(Turn turn, Nudged nudged) {
        return turn.context().records().lastNudges().stream()
                .map(Records.ToldNudge::decision)
                .filter(decision -> decision.nudge().equals(nudged.nudge())
                        && decision.occurrence().equals(nudged.occurrence()))
                .map(NudgeDecision::label)
                .findFirst();
    }
}
