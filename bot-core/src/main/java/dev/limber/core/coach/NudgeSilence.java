package dev.limber.core.coach;

import dev.limber.core.session.Dialogue;
import dev.limber.core.session.LastNudge;
import dev.limber.core.session.Nudge;
import dev.limber.core.session.NudgeDecision;
import dev.limber.core.session.NudgeDecision.Verdict;
import dev.limber.core.session.Nudges;
import dev.limber.core.session.UserState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

/** Decides whether a nudge that has come due is said, or what holds it back. */
final class NudgeSilence {
    /** So long after a routine nobody needs to be told to stretch. */
    private static final Duration AFTER_STRETCH = Duration.ofMinutes(45);

    /** So long after a nudge there is no other, unless it was asked for once. */
    private static final Duration BETWEEN = Duration.ofMinutes(10);

    /** A routine in which nothing was done for so long has been left. */
    private static final Duration LEFT = Duration.ofHours(2);

    private NudgeSilence() {}

    /** @return {@link Verdict#SENT} where nothing speaks against it */
    static Verdict of(Turn turn, Nudge nudge, Instant occurrence) {
        UserState state = turn.state();
        Nudges nudges = state.nudges();
        boolean askedForOnce =
                !nudge.recurs() && nudges.snoozed().filter(nudge::equals).isEmpty();
        if (turn.now().isAfter(occurrence.plus(NudgeDecision.LATEST))) {
            return Verdict.TOO_LATE;
        } else if (nudges.outOfReach()) {
            return Verdict.OUT_OF_REACH;
        } else if (nudges.pausedUntil().filter(turn.today()::isBefore).isPresent()) {
            return Verdict.PAUSED;
        } else if (isQuiet(turn)) {
            return Verdict.QUIET_HOURS;
        } else if (isLocked(state)) {
            return Verdict.LOCKED;
        } else if (nudges.notToday().filter(turn.today()::equals).isPresent()) {
            return Verdict.NOT_TODAY;
        } else if (isStretching(turn)) {
            return Verdict.STRETCHING_NOW;
        } else if (hasStretched(turn, nudge)) {
            return Verdict.STRETCHED_BEFORE;
        } else if (nudge.recurs() && nudges.restAtGoal() && goalIsReached(turn)) {
            return Verdict.GOAL_REACHED;
        } else if (!askedForOnce && hasJustBeenNudged(turn)) {
            return Verdict.ANOTHER_BEFORE;
        }
        return Verdict.SENT;
    }

    /** A little late, it can have become quiet meanwhile. */
    private static boolean isQuiet(Turn turn) {
        LocalTime time = turn.localNow().toLocalTime();
        return turn.state()
                .preferences()
                .quietHours()
                .filter(hours -> hours.contains(time))
                .isPresent();
    }

    /** Nobody is nudged to stretch before it is known whether they may. */
    static boolean isLocked(UserState state) {
        boolean aches = state.dialogue() instanceof Dialogue.HealthCheck check
                && check.question() == Dialogue.HealthQuestion.ACHE;
        return state.lock().isPresent() || state.dialogue() instanceof Dialogue.Pain || aches;
    }

    static boolean isStretching(Turn turn) {
        return turn.state()
                .stretch()
                .filter(stretch -> turn.now().isBefore(stretch.lastActive().plus(LEFT)))
                .isPresent();
    }

    /** What was set since is meant to come all the same. */
    private static boolean hasStretched(Turn turn, Nudge nudge) {
        Instant since = turn.now().minus(AFTER_STRETCH);
        Instant either = nudge.since().isAfter(since) ? nudge.since() : since;
        // The same question that choosing a routine asks: the store is asked once.
        return turn.context().records().completionsSince(Routines.remembered(turn.now())).stream()
                .anyMatch(
                        completion -> completion.whole() && completion.endedAt().isAfter(either));
    }

    static boolean goalIsReached(Turn turn) {
        Progress progress = Progress.of(
                turn.context().records().completionsSince(Progress.lookBack(turn.now())),
                turn.now(),
                turn.zone(),
                turn.state().preferences());
        return progress.daysThisWeek() >= progress.goal();
    }

    private static boolean hasJustBeenNudged(Turn turn) {
        return turn.state()
                .nudges()
                .last()
                .filter(last -> !last.nudge().equals(NudgeMessage.TEST))
                .map(LastNudge::saidAt)
                .filter(said -> Duration.between(said, turn.now()).abs().compareTo(BETWEEN) < 0)
                .isPresent();
    }
}
