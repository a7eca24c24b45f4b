package dev.limber.core.coach;

import dev.limber.core.exercise.Routine;
import dev.limber.core.exercise.RoutineId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Chooses the routine that a nudge offers: one that fits the hour and the person, and that came short lately. */
final class NudgeChoice {
    private static final int NOON_BEGINS = 11;
    private static final int AFTERNOON_BEGINS = 14;
    private static final int EVENING_BEGINS = 17;
    private static final int WORK_BEGINS = 9;
    private static final int WORK_ENDS = 17;
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** More than this nobody does in between. */
    private static final Duration LONG = Duration.ofMinutes(8);

    private NudgeChoice() {}

    /**
     * What a nudge can offer; each empty where the person's answers rule out every one.
     *
     * @param shortest what takes no time at all
     */
    record Offered(Optional<Routine> fitting, Optional<Routine> shortest) {}

    static Offered of(Turn turn) {
        Planner planner = Routines.planner(turn);
        List<Routine> possible = Routines.possible(turn, planner);
        Optional<Routine> shortest = shortest(possible);
        return new Offered(fitting(turn, possible, shortest, planner), shortest);
    }

    static Optional<Routine> fitting(Turn turn) {
        return of(turn).fitting();
    }

    private static Optional<Routine> fitting(
            Turn turn, List<Routine> possible, Optional<Routine> shortest, Planner planner) {
        Map<RoutineId, Instant> lastDone = Routines.lastDone(turn);
        Routine.Place place = place(turn.localNow());
        Routine.PartOfDay part = partOfDay(turn.localNow().toLocalTime());
        return possible.stream()
                .filter(routine -> isFor(routine, part))
                .min(Comparator.comparing(
                                (Routine routine) -> Optional.of(routine).equals(shortest))
                        .thenComparing(routine -> !routine.places().contains(place))
                        .thenComparing(routine -> routine.about().compareTo(LONG) > 0)
                        .thenComparing(routine -> !planner.isWhole(routine))
                        .thenComparing(routine -> lastDone.getOrDefault(routine.id(), Instant.MIN))
                        .thenComparing(routine -> routine.partsOfDay().isEmpty())
                        .thenComparing(Routine::about)
                        .thenComparing(routine -> routine.id().value()));
    }

    private static Optional<Routine> shortest(List<Routine> possible) {
        return possible.stream()
                .min(Comparator.comparing(Routine::about)
                        .thenComparing(routine -> routine.id().value()));
    }

    static Routine.PartOfDay partOfDay(LocalTime time) {
        if (time.getHour() < NOON_BEGINS) {
            return Routine.PartOfDay.MORNING;
        } else if (time.getHour() < AFTERNOON_BEGINS) {
            return Routine.PartOfDay.NOON;
        }
        return time.getHour() < EVENING_BEGINS ? Routine.PartOfDay.AFTERNOON : Routine.PartOfDay.EVENING;
    }

    private static boolean isFor(Routine routine, Routine.PartOfDay part) {
        return routine.partsOfDay().isEmpty() || routine.partsOfDay().contains(part);
    }

    /** In working hours most people sit. */
    private static Routine.Place place(ZonedDateTime now) {
        boolean working =
                !WEEKEND.contains(now.getDayOfWeek()) && now.getHour() >= WORK_BEGINS && now.getHour() < WORK_ENDS;
        return working ? Routine.Place.DESK : Routine.Place.FLOOR;
    }
}
