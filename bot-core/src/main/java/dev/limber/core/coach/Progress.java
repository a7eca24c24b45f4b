package dev.limber.core.coach;

import dev.limber.core.session.Completion;
import dev.limber.core.session.Preferences;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What somebody has done lately. Weeks begin on Monday, days at midnight in the person's time zone.
 *
 * @param daysThisWeek days of this week with a whole routine
 * @param streak days with a whole routine in a row; planned rest days and one missed day a week do not break it
 * @param active the time that this week's steps were made of, unfinished routines included
 * @param favourite the name of the routine done most often
 */
record Progress(int daysThisWeek, int goal, int streak, Duration active, Optional<String> favourite) {
    private static final Duration LOOK_BACK = Duration.ofDays(370);

    /** From when on completions matter. */
    static Instant lookBack(Instant now) {
        return now.minus(LOOK_BACK);
    }

    /** @param completions since {@link #lookBack} */
    static Progress of(Collection<Completion> completions, Instant now, ZoneId zone, Preferences preferences) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate monday = monday(today);
        Function<Completion, LocalDate> day = completion -> LocalDate.ofInstant(completion.endedAt(), zone);
        List<Completion> thisWeek = completions.stream()
                .filter(completion -> !day.apply(completion).isBefore(monday))
                .toList();
        List<Completion> whole = completions.stream().filter(Completion::whole).toList();
        Set<LocalDate> days = whole.stream().map(day).collect(Collectors.toSet());
        int daysThisWeek =
                (int) days.stream().filter(date -> !date.isBefore(monday)).count();
        Duration active = thisWeek.stream().map(Completion::active).reduce(Duration.ZERO, Duration::plus);
        return new Progress(
                daysThisWeek,
                preferences.weeklyGoal(),
                streak(days, today, preferences.restDays()),
                active,
                favourite(whole));
    }

    private static int streak(Set<LocalDate> days, LocalDate today, Set<DayOfWeek> restDays) {
        Optional<LocalDate> first = days.stream().min(Comparator.naturalOrder());
        if (first.isEmpty()) {
            return 0;
        }
        int streak = 0;
        var weeksForgiven = new HashSet<LocalDate>();
        for (LocalDate date = today; !date.isBefore(first.get()); date = date.minusDays(1)) {
            if (days.contains(date)) {
                streak++;
            } else if (!date.equals(today)
                    && !restDays.contains(date.getDayOfWeek())
                    && !weeksForgiven.add(monday(date))) {
                break;
            }
        }
        return streak;
    }

    private static Optional<String> favourite(List<Completion> whole) {
        return whole.stream()
                .collect(Collectors.groupingBy(Completion::name, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    private static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
