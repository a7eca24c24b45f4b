package dev.limber.core.coach;

import dev.limber.core.coach.ButtonAction.Nudged;
import dev.limber.core.exercise.Routine;
import dev.limber.core.session.Fate;
import dev.limber.core.session.LastNudge;
import dev.limber.core.session.Nudge;
import dev.limber.core.session.NudgeDecision;
import dev.limber.core.session.NudgeDecision.Verdict;
import dev.limber.core.session.NudgePlace;
import dev.limber.core.session.Nudges;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A nudge has come due: it is said, or held back, and what became of it is noted. */
final class NudgeComes {
    private static final Set<Fate> NOT_ARRIVED = EnumSet.of(Fate.LOST, Fate.TOO_LATE, Fate.QUIET_HOURS, Fate.WITHDRAWN);

    private NudgeComes() {}

    static void come(Turn turn, String id, Instant occurrence) {
        turn.nudgeCameDue();
        Optional<Nudge> found = turn.state()
                .nudges()
                .find(id)
                .filter(nudge -> nudge.last().map(occurrence::isAfter).orElse(true));
        found.map(nudge -> whereItIs(turn, nudge)).ifPresent(nudge -> takeUp(turn, nudge, occurrence));
    }

    /** The chat can have got a new address since. */
    private static Nudge whereItIs(Turn turn, Nudge nudge) {
        NudgePlace place = nudge.place();
        if (place.address().equals(turn.context().address())) {
            return nudge;
        }
        var now = new NudgePlace(turn.context().address(), turn.context().privateChat(), place.languageHint());
        turn.become(turn.state()
                .withNudges(turn.state()
                        .nudges()
                        .withEach(each -> each.place().equals(place) ? each.withPlace(now) : each)));
        return nudge.withPlace(now);
    }

    private static void takeUp(Turn turn, Nudge nudge, Instant occurrence) {
        String label = label(turn, nudge);
        Verdict verdict = NudgeSilence.of(turn, nudge, occurrence);
        Nudges taken = turn.state().nudges().takenUp(nudge, occurrence);
        turn.become(turn.state().withNudges(taken));
        var nudged = new Nudged(nudge.id(), occurrence);
        if (verdict == Verdict.SENT) {
            verdict = say(turn, nudged, label);
        }
        turn.effect(new Effect.Note(NudgeDecision.of(nudge.id(), occurrence, turn.now(), label, verdict)));
    }

    private static String label(Turn turn, Nudge nudge) {
        if (nudge.recurs()) {
            return NudgeTimes.label(turn, nudge.rule());
        }
        boolean snoozed = turn.state().nudges().snoozed().filter(nudge::equals).isPresent();
        return turn.text(snoozed ? "nudge.label.snoozed" : "nudge.label.once");
    }

    private static Verdict say(Turn turn, Nudged nudged, String label) {
        Nudges nudges = turn.state().nudges();
        int ignored = isIgnored(turn) ? nudges.ignored() + 1 : nudges.ignored();
        turn.become(turn.state().withNudges(nudges.withIgnored(ignored)));
        if (ignored >= Nudges.IGNORED_TO_STOP) {
            giveUp(turn);
            return Verdict.GAVE_UP;
        }
        String text;
        Optional<Routine> routine = Optional.empty();
        if (ignored == Nudges.IGNORED_TO_SLOW_DOWN && !nudges.set().isEmpty() && ignored > nudges.ignored()) {
            text = NudgeMessage.QUESTION;
            NudgeMessage.askForBetterTime(turn);
        } else {
            text = NudgeMessage.textFor(turn, nudged);
            NudgeChoice.Offered offered = NudgeChoice.of(turn);
            routine = offered.fitting();
            NudgeMessage.say(turn, nudged, text, offered);
        }
        var last = new LastNudge(
                nudged.nudge(),
                nudged.occurrence(),
                label,
                text,
                routine.map(Routine::id),
                turn.now(),
                LastNudge.Answer.NONE,
                turn.now());
        turn.become(turn.state().withNudges(turn.state().nudges().withLast(Optional.of(last))));
        return Verdict.SENT;
    }

    /** What did not reach the person cannot have been ignored. */
    private static boolean isIgnored(Turn turn) {
        return turn.state()
                .nudges()
                .last()
                .filter(last -> last.answer() == LastNudge.Answer.NONE)
                .filter(last -> turn.context().records().lastNudges().stream()
                        .filter(told ->
                                last.is(told.decision().nudge(), told.decision().occurrence()))
                        .flatMap(told -> told.fate().stream())
                        .noneMatch(NOT_ARRIVED::contains))
                .isPresent();
    }

    private static void giveUp(Turn turn) {
        turn.become(turn.state()
                .withNudges(turn.state().nudges().turnedOff().withIgnored(0).withLast(Optional.empty())));
        Prompt prompt = turn.prompt().line("nudge.gave-up");
        prompt.row(prompt.primary("button.nudge-again", new ButtonAction.Nudge("on")))
                .sayAsNudge();
    }
}
