package dev.limber.core.coach;

import dev.limber.core.nudge.NudgeRequest;
import dev.limber.core.nudge.NudgeRule;
import dev.limber.core.session.Nudge;
import dev.limber.core.session.NudgePlace;
import dev.limber.core.session.Nudges;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Does what somebody wants of nudges, and says what has become of it. */
final class NudgeFlow {
    /** Two that come once within this are the same one, asked for twice. */
    private static final Duration SAME = Duration.ofMinutes(1);

    /** One of so many that come next may have been asked for before, as one alone. */
    private static final int NEAR = 3;

    private NudgeFlow() {}

    static void fulfil(Turn turn, NudgeRequest request) {
        switch (request) {
            case NudgeRequest.Plan(NudgeRule rule) -> plan(turn, rule);
            case NudgeRequest.AtClock(NudgeRule.Once next, NudgeRule.AtTimes _) -> plan(turn, next);
            case NudgeRequest.Off() -> turnOff(turn);
            case NudgeRequest.Resume() -> turnOn(turn);
            case NudgeRequest.Pause(LocalDate until) -> pause(turn, until);
            case NudgeRequest.Here here ->
                turn.prompt().onlyPerson().line("nudge.here.not-here").say();
            case NudgeRequest.Why() -> WhyNudges.say(turn);
            case NudgeRequest.Test() -> NudgeMessage.sayAsTest(turn);
        }
    }

    private static void plan(Turn turn, NudgeRule rule) {
        Optional<NudgePlace> place = NudgePlaces.direct(turn);
        if (place.isPresent()) {
            plan(turn, rule, place.get());
        } else {
            NudgePlaces.ask(turn, rule);
        }
    }

    /** Asks for the time zone first, where it matters and nobody knows it. */
    static void plan(Turn turn, NudgeRule rule, NudgePlace place) {
        if (ZoneQuestion.matters(turn, rule)) {
            ZoneQuestion.ask(turn, rule, place);
            return;
        }
        Nudges was = turn.state().nudges();
        var nudge = new Nudge(turn.context().freshId(), whole(rule), place, turn.now(), Optional.empty());
        List<Nudge> kept = kept(turn, nudge);
        Optional<Nudge> same = was.set().stream()
                .filter(other -> isSame(turn, other, nudge))
                .filter(other -> kept.contains(other)
                        || was.set().stream().filter(Nudge::recurs).count() == 1)
                .findFirst();
        if (same.isPresent()) {
            NudgeReply.already(turn, same.get());
        } else if (NudgeTimes.next(turn, nudge).isEmpty()) {
            NudgeReply.never(turn, nudge);
        } else if (kept.size() >= Nudges.MOST) {
            NudgeReply.tooMany(turn);
        } else {
            List<Nudge> replaced = was.set().stream()
                    .filter(Nudge::recurs)
                    .filter(other -> !kept.contains(other))
                    .toList();
            Nudges now = was.withSet(with(kept, nudge))
                    .withNotToday(Optional.empty())
                    .withOutOfReach(false);
            become(turn, now, was);
            NudgeReply.planned(turn, nudge, replaced);
        }
    }

    /** What stands beside a new rule: one that comes again takes the place of all that do. */
    private static List<Nudge> kept(Turn turn, Nudge added) {
        return turn.state().nudges().set().stream()
                .filter(other -> !(other.recurs() && added.recurs()))
                .filter(other -> !isOver(turn, other) && !comesWith(turn, other, added))
                .toList();
    }

    /** Nobody needs to be told twice at the same time. */
    private static boolean comesWith(Turn turn, Nudge once, Nudge added) {
        return added.recurs()
                && instant(turn, once)
                        .filter(NudgeTimes.next(turn, added, NEAR)::contains)
                        .isPresent();
    }

    /** One that never came, because it was quiet then. */
    private static boolean isOver(Turn turn, Nudge nudge) {
        return instant(turn, nudge)
                .filter(at -> at.plus(Duration.ofHours(1)).isBefore(turn.now()))
                .isPresent();
    }

    private static boolean isSame(Turn turn, Nudge one, Nudge other) {
        Optional<Instant> at = instant(turn, one);
        Optional<Instant> otherAt = instant(turn, other);
        boolean atOnce = at.isPresent()
                && otherAt.isPresent()
                && Duration.between(at.get(), otherAt.get()).abs().compareTo(SAME) < 0;
        return (atOnce || one.rule().equals(other.rule())) && one.place().equals(other.place());
    }

    private static Optional<Instant> instant(Turn turn, Nudge nudge) {
        return switch (nudge.rule()) {
            case NudgeRule.Recurring recurring -> Optional.empty();
            case NudgeRule.Once(var at) -> Optional.of(at.atZone(turn.zone()).toInstant());
            case NudgeRule.At(Instant at) -> Optional.of(at);
        };
    }

    /** As it is stored, and so comes back. */
    private static NudgeRule whole(NudgeRule rule) {
        return rule instanceof NudgeRule.At(Instant at) ? new NudgeRule.At(at.truncatedTo(ChronoUnit.SECONDS)) : rule;
    }

    private static List<Nudge> with(List<Nudge> nudges, Nudge added) {
        return Stream.concat(nudges.stream(), Stream.of(added)).toList();
    }

    /** What the last rule took the place of stays as well. */
    static void keepBoth(Turn turn) {
        Nudges now = turn.state().nudges();
        var both = new ArrayList<>(now.set());
        now.before().stream()
                .flatMap(before -> before.set().stream())
                .filter(nudge -> nudge.recurs() && !both.contains(nudge))
                .forEach(both::add);
        if (both.size() > Nudges.MOST) {
            NudgeReply.tooMany(turn);
        } else {
            turn.become(turn.state().withNudges(now.withSet(both)));
            NudgeReply.changed(turn, "nudge.both");
        }
    }

    static void undo(Turn turn) {
        if (turn.state().nudges().before().isEmpty()) {
            NudgeReply.tooLateToUndo(turn);
            return;
        }
        turn.become(
                turn.state().withNudges(stillToCome(turn, turn.state().nudges().undone())));
        NudgeReply.changed(turn, "nudge.undone");
    }

    /** What was asked for once does not come back once its time is over. */
    private static Nudges stillToCome(Turn turn, Nudges nudges) {
        return nudges.withSet(nudges.set().stream()
                .filter(nudge -> !NudgeHeld.isOver(turn, nudge.rule()))
                .toList());
    }

    static void drop(Turn turn, String id) {
        Nudges was = turn.state().nudges();
        become(
                turn,
                was.withSet(was.set().stream()
                        .filter(nudge -> !nudge.id().equals(id))
                        .toList()),
                was);
        NudgeReply.changed(turn, "nudge.dropped");
    }

    private static void turnOff(Turn turn) {
        Nudges was = turn.state().nudges();
        if (was.all().isEmpty()) {
            NudgeReply.nothingToTurnOff(turn);
            return;
        }
        become(turn, was.turnedOff(), was);
        NudgeReply.changed(turn, "nudge.off");
    }

    private static void turnOn(Turn turn) {
        Nudges was = turn.state().nudges();
        Nudges on = stillToCome(turn, was.turnedOn()).withOutOfReach(false);
        if (on.all().isEmpty() || on.equals(was)) {
            NudgeList.show(turn);
            return;
        }
        become(turn, on, was);
        NudgeReply.turnedOn(turn, was);
    }

    private static void pause(Turn turn, LocalDate until) {
        Nudges was = turn.state().nudges();
        if (was.all().isEmpty()) {
            NudgeReply.nothingToTurnOff(turn);
            return;
        }
        become(turn, was.withPausedUntil(Optional.of(until)).withSnoozed(Optional.empty()), was);
        NudgeReply.paused(turn, until);
    }

    /** Nobody needs to be reminded any more of what begins now. */
    static void startStretching(Turn turn) {
        NudgeAnswers.begun(turn);
        turn.become(turn.state().withNudges(turn.state().nudges().withSnoozed(Optional.empty())));
    }

    private static void become(Turn turn, Nudges now, Nudges was) {
        turn.become(turn.state().withNudges(now.undoableTo(was).withOffered()));
    }
}
