package dev.limber.core.coach;

import dev.limber.core.coach.ButtonAction.Nudged;
import dev.limber.core.exercise.RoutineId;
import dev.limber.core.session.Dialogue;
import dev.limber.core.session.LastNudge;
import dev.limber.core.session.LastNudge.Answer;
import dev.limber.core.session.NudgeDecision;
import dev.limber.core.session.NudgeDecision.Verdict;
import dev.limber.core.session.Nudges;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What somebody does about a nudge that was said: its buttons, which last, and the words for them. */
final class NudgeAnswers {
    private static final Duration DOUBLE_TAP = Duration.ofSeconds(3);

    /** An older nudge is not put off any more, unless it is the last one. */
    private static final Duration LASTS = Duration.ofDays(1);

    /** What a routine asks before it begins takes no longer. */
    private static final Duration ASKED = Duration.ofMinutes(15);

    private NudgeAnswers() {}

    static void act(Turn turn, ButtonAction.Lasting action) {
        switch (action) {
            case ButtonAction.Nudge(String typed) -> command(turn, typed);
            case ButtonAction.MoveNudges(var where) -> NudgePlaces.move(turn, where);
            case ButtonAction.LeaveNudges() -> turn.say("nudge.left");
            case ButtonAction.StartNudged(Nudged nudged, var routine) -> start(turn, nudged, routine);
            case ButtonAction.Snooze(Nudged nudged, var until) ->
                until.ifPresentOrElse(
                        chosen -> NudgeSnooze.snooze(turn, nudged, chosen), () -> NudgeSnooze.askHowLong(turn, nudged));
            case ButtonAction.NotToday(Nudged nudged) -> notToday(turn, nudged);
        }
    }

    private static void command(Turn turn, String typed) {
        var nudge = new NudgeCommand();
        if (!Questions.areAboutHealth(turn.state().dialogue()) && !ZoneQuestion.isOpen(turn)) {
            turn.ask(new Dialogue.None());
        }
        Commands.run(turn, nudge, typed);
    }

    /** It counts as begun only once the routine begins: something may be asked first. */
    private static void start(Turn turn, Nudged nudged, Optional<RoutineId> routine) {
        turn.keepWhatIsShown();
        if (isOld(turn, nudged)) {
            sayOld(turn, nudged);
        } else if (!hasBegun(turn, nudged, routine) && !isBeingAsked(turn, nudged)) {
            boolean running = turn.state().stretch().isPresent();
            answer(turn, nudged, Answer.SIGN_OF_LIFE);
            begin(turn, routine);
            if (!running
                    && turn.state().stretch().isPresent()
                    && last(turn, nudged).isEmpty()) {
                note(turn, nudged, Verdict.STARTED, Optional.empty());
            }
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

    /** A routine begins now: by the nudge that was said or pressed just before, where there is one. */
    static void begun(Turn turn) {
        turn.state()
                .nudges()
                .last()
                .filter(last -> last.answer() == Answer.NONE || last.answer() == Answer.SIGN_OF_LIFE)
                .filter(last -> last.isFresh(turn.now())
                        || turn.now().isBefore(last.answeredAt().plus(ASKED)))
                .map(last -> new Nudged(last.nudge(), last.occurrence()))
                .ifPresent(nudged -> {
                    answer(turn, nudged, Answer.STARTED);
                    note(turn, nudged, Verdict.STARTED, Optional.empty());
                });
    }

    private static void notToday(Turn turn, Nudged nudged) {
        if (isOld(turn, nudged)) {
            sayOld(turn, nudged);
        } else if (!isDoubleTap(turn, nudged, Answer.NOT_TODAY)) {
            answer(turn, nudged, Answer.NOT_TODAY);
            note(turn, nudged, Verdict.DECLINED, Optional.empty());
            restToday(turn);
        }
    }

    private static void restToday(Turn turn) {
        Nudges nudges = turn.state().nudges();
        turn.become(turn.state()
                .withNudges(nudges.withNotToday(Optional.of(turn.today())).withSnoozed(Optional.empty())));
        Prompt prompt = turn.prompt().line("nudge.not-today");
        NudgeReply.nextOfAll(turn, prompt);
        prompt.say();
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

    static boolean isOld(Turn turn, Nudged nudged) {
        boolean latest = last(turn, nudged).isPresent();
        return !latest && turn.now().isAfter(nudged.occurrence().plus(LASTS));
    }

    static void sayOld(Turn turn, Nudged nudged) {
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
    static boolean isDoubleTap(Turn turn, Nudged nudged, Answer answer) {
        return last(turn, nudged)
                .filter(last -> last.answer() == answer)
                .filter(last -> turn.now().isBefore(last.answeredAt().plus(DOUBLE_TAP)))
                .isPresent();
    }

    /** The second of two quick presses, the first of which has begun the routine. */
    private static boolean hasBegun(Turn turn, Nudged nudged, Optional<RoutineId> routine) {
        boolean same = turn.state()
                .stretch()
                .filter(stretch -> routine.map(stretch.plan().routine()::equals).orElse(true))
                .isPresent();
        return same && isDoubleTap(turn, nudged, Answer.STARTED);
    }

    /** The second of two quick presses, the first of which has led to a question. */
    private static boolean isBeingAsked(Turn turn, Nudged nudged) {
        return !(turn.state().dialogue() instanceof Dialogue.None)
                && isDoubleTap(turn, nudged, Answer.SIGN_OF_LIFE)
                && last(turn, nudged)
                        .filter(last -> last.answeredAt().isBefore(turn.now()))
                        .isPresent();
    }

    static void answer(Turn turn, Nudged nudged, Answer answer) {
        last(turn, nudged)
                .ifPresent(last -> turn.become(turn.state()
                        .withNudges(turn.state().nudges().withLast(Optional.of(last.answered(answer, turn.now()))))));
    }

    /** Of one that was only tried, nothing is noted. */
    static void note(Turn turn, Nudged nudged, Verdict verdict, Optional<Instant> until) {
        Optional<String> label = last(turn, nudged)
                .map(LastNudge::label)
                .or(() -> noted(turn, nudged))
                .filter(_ -> !nudged.nudge().equals(NudgeMessage.TEST));
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
