package dev.limber.core.nudge;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * When to nudge. Days and times are those of the person's zone, in whole minutes; {@link NudgePlanner} makes instants of
 * them. Constructors throw {@link IllegalArgumentException} for what is out of bounds.
 */
public sealed interface NudgeRule {
    int MOST_TIMES = 12;
    Duration SHORTEST_INTERVAL = Duration.ofMinutes(15);
    Duration LONGEST_INTERVAL = Duration.ofHours(12);
    /** How near and how far ahead {@link At} can be when it is asked for. */
    Duration SOONEST = Duration.ofMinutes(1);

    Duration FARTHEST = Duration.ofDays(31);

    /** Whether {@link At} may be so far ahead. */
    static boolean isWithinReach(Duration ahead) {
        return ahead.compareTo(SOONEST) >= 0 && ahead.compareTo(FARTHEST) <= 0;
    }

    /** A rule that never ends, and that a quieter pace ({@link NudgeBounds#oneIn}) thins out. */
    sealed interface Recurring extends NudgeRule {
        /** At least one, Monday first. */
        Set<DayOfWeek> days();

        /** The times of such a day: at least one, ascending. */
        List<LocalTime> slots();
    }

    /** @param times ascending and each once, 1 to {@value #MOST_TIMES} */
    record AtTimes(Set<DayOfWeek> days, List<LocalTime> times) implements Recurring {
        public AtTimes {
            days = ordered(days);
            times = List.copyOf(new TreeSet<>(times));
            check(!times.isEmpty() && times.size() <= MOST_TIMES, times.size() + " times");
            times.forEach(NudgeRule::checkWholeMinutes);
        }

        @Override
        public List<LocalTime> slots() {
            return times;
        }
    }

    /**
     * At {@code from}, and on from there as long as it is not after {@code to}.
     *
     * @param interval whole minutes, from 15 minutes to 12 hours
     * @param to after {@code from}, on the same day
     */
    record Every(Duration interval, LocalTime from, LocalTime to, Set<DayOfWeek> days) implements Recurring {
        public Every {
            days = ordered(days);
            check(
                    interval.compareTo(SHORTEST_INTERVAL) >= 0
                            && interval.compareTo(LONGEST_INTERVAL) <= 0
                            && interval.equals(interval.truncatedTo(ChronoUnit.MINUTES)),
                    "an interval of " + interval);
            checkWholeMinutes(from);
            checkWholeMinutes(to);
            check(to.isAfter(from), "from " + from + " to " + to);
        }

        @Override
        public List<LocalTime> slots() {
            Duration window = Duration.between(from, to);
            long last = window.dividedBy(interval);
            return LongStream.rangeClosed(0, last)
                    .mapToObj(i -> from.plus(interval.multipliedBy(i)))
                    .toList();
        }
    }

    /** Once, at that time of that day in the zone where the person is by then: "tomorrow 8am". */
    record Once(LocalDateTime at) implements NudgeRule {
        public Once {
            checkWholeMinutes(at.toLocalTime());
        }
    }

    /** Once, at an instant wherever the person is by then: "in 20 minutes". */
    record At(Instant at) implements NudgeRule {}

    private static Set<DayOfWeek> ordered(Set<DayOfWeek> days) {
        check(!days.isEmpty(), "no days");
        return Collections.unmodifiableSet(EnumSet.copyOf(days));
    }

    private static void checkWholeMinutes(LocalTime time) {
        check(time.equals(time.truncatedTo(ChronoUnit.MINUTES)), time + " is no whole minute");
    }

    private static void check(boolean right, String what) {
        if (!right) {
            throw new IllegalArgumentException(what);
        }
    }
}
