package dev.limber.core.session;

import dev.limber.core.chat.UserId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How many of a chat stretched on which day. Who it was is kept for the one day on which it tells a second press from a
 * first.
 *
 * @param day the last day on which anybody did, in the chat's zone
 * @param who did on that day; empty once the day is over
 * @param counts of the last {@value #DAYS_KEPT} days on which anybody did, oldest first
 */
public record Attendance(LocalDate day, Set<UserId> who, List<Count> counts) {
    public static final int DAYS_KEPT = 14;

    public Attendance {
        who = Set.copyOf(who);
        counts = List.copyOf(counts);
    }

    public record Count(LocalDate day, int people) {}

    public static Attendance none() {
        return new Attendance(LocalDate.EPOCH, Set.of(), List.of());
    }

    /** The same as seen on a day: who came on another one is forgotten. */
    public Attendance on(LocalDate today) {
        return today.equals(day) || who.isEmpty() ? this : new Attendance(day, Set.of(), counts);
    }

    /** The same after somebody joined; counted once a day. */
    public Attendance with(UserId user, LocalDate today) {
        var joined = new HashSet<>(on(today).who);
        if (!joined.add(user)) {
            return this;
        }
        var counted = new ArrayList<>(counts);
        counted.removeIf(count -> count.day().equals(today));
        counted.add(new Count(today, count(today) + 1));
        return new Attendance(today, joined, counted.subList(Math.max(0, counted.size() - DAYS_KEPT), counted.size()));
    }

    /** How many did on a day. */
    public int count(LocalDate on) {
        return counts.stream()
                .filter(count -> count.day().equals(on))
                .mapToInt(Count::people)
                .sum();
    }

    /** How many did in the week of a day, up to that day; whoever came on two days counts twice. */
    public int week(LocalDate of) {
        LocalDate monday = of.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return counts.stream()
                .filter(count -> !count.day().isBefore(monday) && !count.day().isAfter(of))
                .mapToInt(Count::people)
                .sum();
    }
}
