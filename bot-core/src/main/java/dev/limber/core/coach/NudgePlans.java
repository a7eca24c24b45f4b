package dev.limber.core.coach;

import dev.limber.core.nudge.QuietHours;
import dev.limber.core.session.Dialogue;
import dev.limber.core.session.Nudge;
import dev.limber.core.session.NudgePlace;
import dev.limber.core.session.Nudges;
import dev.limber.core.session.Preferences;
import dev.limber.core.session.Stretch;
import dev.limber.core.session.UserState;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Has nudges planned anew, and taken back, whenever a turn changed what that depends on: no flow needs to think of it. */
final class NudgePlans {
    private NudgePlans() {}

    /** What the next instants depend on. */
    private record Basis(
            List<Nudge> nudges,
            int oneIn,
            Optional<LocalDate> pausedUntil,
            Optional<ZoneId> zone,
            Optional<QuietHours> quietHours,
            Set<DayOfWeek> restDays) {
        static Basis of(UserState state) {
            Preferences preferences = state.preferences();
            return new Basis(
                    planned(state.nudges()),
                    state.nudges().oneIn(),
                    state.nudges().pausedUntil(),
                    state.zone(),
                    preferences.quietHours(),
                    preferences.restDays());
        }
    }

    /** @param due whether an occurrence was taken up, the next one of which is not planned yet */
    static List<Effect> effects(UserState before, Turn turn, boolean due) {
        var effects = new ArrayList<Effect>();
        UserState after = turn.state();
        if (isToWithdraw(before, after)) {
            effects.add(new Effect.WithdrawNudges());
        }
        boolean hasAny =
                !planned(before.nudges()).isEmpty() || !planned(after.nudges()).isEmpty();
        if (due || (hasAny && !Basis.of(before).equals(Basis.of(after)))) {
            effects.add(plan(turn));
        }
        return effects;
    }

    private static List<Nudge> planned(Nudges nudges) {
        return nudges.outOfReach() ? List.of() : nudges.all();
    }

    private static Effect plan(Turn turn) {
        return new Effect.PlanNudges(planned(turn.state().nudges()).stream()
                .flatMap(nudge -> NudgeTimes.next(turn, nudge).stream().map(next -> {
                    NudgePlace place = nudge.place();
                    return new Effect.PlanNudges.Planned(
                            nudge.id(), next, place.address(), place.privateChat(), place.languageHint());
                }))
                .toList());
    }

    /** Whether one that waits to leave would only be in the way now. */
    private static boolean isToWithdraw(UserState before, UserState after) {
        Nudges was = before.nudges();
        Nudges is = after.nudges();
        if (was.all().isEmpty() && was.last().isEmpty()) {
            return false;
        }
        boolean begun =
                !after.stretch().map(Stretch::startedAt).equals(before.stretch().map(Stretch::startedAt))
                        && after.stretch().isPresent();
        boolean paused = is.pausedUntil().isPresent() && !is.pausedUntil().equals(was.pausedUntil());
        boolean held = paused || (isHeld(is) && !isHeld(was));
        boolean notToday = is.notToday().isPresent() && !is.notToday().equals(was.notToday());
        boolean unwell = isUnwell(after) && !isUnwell(before);
        return begun || held || notToday || unwell;
    }

    private static boolean isHeld(Nudges nudges) {
        return nudges.outOfReach() || nudges.all().isEmpty();
    }

    private static boolean isUnwell(UserState state) {
        return state.lock().isPresent() || state.dialogue() instanceof Dialogue.Pain;
    }
}
