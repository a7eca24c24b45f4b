package dev.limber.core.nudge;

import dev.limber.core.text.TimeWord;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Gathers the parts of a rule. Each method says whether its part goes with those before it; once one does not, no rule
 * comes of it. Not thread-safe.
 */
final class RuleDraft {
    /** Where somebody only says how often. */
    static final LocalTime DAY_BEGINS = LocalTime.of(9, 0);

    static final LocalTime DAY_ENDS = LocalTime.of(17, 0);

    private static final List<Duration> USUAL_INTERVALS =
            List.of(Duration.ofHours(1), Duration.ofMinutes(90), Duration.ofHours(2));

    private static final int HALF_DAY = 12;

    private final ZonedDateTime now;
    private final List<ClockTime> times = new ArrayList<>();
    private Optional<Duration> delay = Optional.empty();
    private Optional<Duration> interval = Optional.empty();
    private Optional<Window> window = Optional.empty();
    private Optional<LocalDate> date = Optional.empty();
    private Optional<Set<DayOfWeek>> days = Optional.empty();
    private Optional<TimeWord> comingPart = Optional.empty();
    private boolean part;
    private boolean today;
    private boolean repeats;
    private boolean timesAreLast;
    private boolean timesAreClosed;

    RuleDraft(ZonedDateTime now) {
        this.now = now;
    }

    /** From one time of the day to a later one. */
    record Window(LocalTime from, LocalTime to) {
        /** Afternoons need not be said: "9 to 5" ends at 17:00, and "2-5pm" begins at 14:00. */
        static Optional<Window> of(ClockTime from, ClockTime to) {
            ClockTime first = from.isAmbiguous() && to.fixed() && from.minutes() + ClockTime.NOON < to.minutes()
                    ? from.later()
                    : from;
            boolean goesOn = first.fixed() || first.minutes() < ClockTime.NOON + ClockTime.HOUR;
            ClockTime last = goesOn && to.isAmbiguous() && to.minutes() <= first.minutes() ? to.later() : to;
            return first.time().filter(start -> start.isBefore(last.end())).map(start -> new Window(start, last.end()));
        }
    }

    boolean isEmpty() {
        return times.isEmpty()
                && !part
                && delay.isEmpty()
                && interval.isEmpty()
                && window.isEmpty()
                && date.isEmpty()
                && days.isEmpty();
    }

    boolean hasDate() {
        return date.isPresent();
    }

    boolean delay(Duration read) {
        boolean fits = isEmpty();
        delay = Optional.of(read);
        return fits;
    }

    boolean interval(Duration read) {
        boolean fits = interval.isEmpty();
        interval = Optional.of(read);
        return fits;
    }

    boolean window(Window read) {
        boolean fits = window.isEmpty();
        window = Optional.of(read);
        return fits;
    }

    /** @param isToday whether it was called so */
    boolean date(LocalDate read, boolean isToday) {
        boolean fits = date.isEmpty();
        date = Optional.of(read);
        today = isToday;
        close();
        return fits;
    }

    boolean days(Set<DayOfWeek> read) {
        boolean fits = days.isEmpty();
        days = Optional.of(read);
        close();
        return fits;
    }

    /** An "and" between two parts. */
    boolean and() {
        timesAreLast = false;
        return !isEmpty();
    }

    /** Times on both sides of a day may not all be meant of it. */
    private void close() {
        timesAreLast = false;
        timesAreClosed |= !times.isEmpty();
    }

    /** A word that says that it comes again. */
    void repeat() {
        repeats = true;
    }

    /** The part of the day of the times that stand right before it, or else of those that follow. */
    boolean partOfDay(TimeWord read) {
        part = true;
        if (!timesAreLast) {
            comingPart = Optional.of(read);
            return true;
        }
        timesAreLast = false;
        Optional<ClockTime> shifted = times.getLast().during(read);
        shifted.ifPresent(time -> times.set(times.size() - 1, time));
        return shifted.isPresent();
    }

    boolean times(List<ClockTime> read) {
        boolean fits = !timesAreLast && !timesAreClosed;
        for (ClockTime time : read) {
            Optional<ClockTime> shifted = comingPart.isPresent() ? time.during(comingPart.get()) : Optional.of(time);
            fits &= shifted.isPresent();
            shifted.ifPresent(times::add);
        }
        comingPart = Optional.empty();
        timesAreLast = true;
        return fits;
    }

    /** @param strictly whether a bare number is no time, whatever stands beside it */
    Optional<NudgeRequest> request(boolean strictly) {
        return rule(strictly)
                .map(rule -> rule instanceof NudgeRule.AtTimes daily
                                && days.isEmpty()
                                && !repeats
                                && daily.times().size() == 1
                        ? new NudgeRequest.AtClock(next(daily.times().getFirst()), daily)
                        : new NudgeRequest.Plan(rule));
    }

    /** The next time that it is so late; "at 3" is meant in the afternoon. */
    private NudgeRule.Once next(LocalTime said) {
        LocalTime time = times.getFirst().isEarlyAndAmbiguous() ? said.plusHours(HALF_DAY) : said;
        LocalDate day = now.toLocalDate();
        return new NudgeRule.Once((time.isAfter(now.toLocalTime()) ? day : day.plusDays(1)).atTime(time));
    }

    /** @param strictly whether a bare number is no time, whatever stands beside it */
    Optional<NudgeRule> rule(boolean strictly) {
        boolean restIsEmpty = times.isEmpty() && date.isEmpty() && !part;
        if (delay.isPresent()) {
            return restIsEmpty && interval.isEmpty() && window.isEmpty() && days.isEmpty()
                    ? at(delay.get())
                    : Optional.empty();
        } else if (interval.isPresent()) {
            return restIsEmpty ? every(interval.get()) : Optional.empty();
        }
        boolean marked = times.stream().anyMatch(ClockTime::marked);
        boolean enough = marked || (!strictly && (days.isPresent() || date.isPresent() || part));
        if (window.isPresent() || times.isEmpty() || comingPart.isPresent() || !enough) {
            return Optional.empty();
        }
        return date.isPresent() ? once(date.get()) : atTimes();
    }

    /** What is missing, where it may not be far to a rule. */
    Optional<NudgeFault> fault() {
        if (delay.isPresent() || interval.isPresent()) {
            return Optional.empty();
        } else if (window.isPresent()) {
            return times.isEmpty() && date.isEmpty()
                    ? Optional.of(new NudgeFault.HowOften(howOften()))
                    : Optional.empty();
        }
        List<NudgeRule> guesses = times.isEmpty() ? withUsualTimes() : withTheseTimes();
        return guesses.isEmpty() ? Optional.empty() : Optional.of(new NudgeFault.WhatTime(guesses));
    }

    private List<NudgeRule> howOften() {
        return USUAL_INTERVALS.stream().flatMap(each -> every(each).stream()).toList();
    }

    private List<NudgeRule> withUsualTimes() {
        return usualTimes().stream()
                .<NudgeRule>map(time -> date.isPresent()
                        ? new NudgeRule.Once(date.get().atTime(time))
                        : new NudgeRule.AtTimes(days.orElse(DaysGrammar.ALL), List.of(time)))
                .filter(rule ->
                        !(rule instanceof NudgeRule.Once(LocalDateTime at)) || at.isAfter(now.toLocalDateTime()))
                .toList();
    }

    private List<LocalTime> usualTimes() {
        List<Integer> hours = comingPart
                .map(read -> switch (read) {
                    case MORNING -> List.of(7, 8, 9);
                    case AFTERNOON -> List.of(14, 15, 16);
                    case EVENING -> List.of(18, 19, 20);
                    default -> throw new IllegalArgumentException(read + " is no part of a day");
                })
                .orElse(List.of(9, 12, 18));
        return hours.stream().map(hour -> LocalTime.of(hour, 0)).toList();
    }

    /** A mere number, or several. */
    private List<NudgeRule> withTheseTimes() {
        boolean free = days.isEmpty() && date.isEmpty() && !repeats;
        return atTimes().stream()
                .flatMap(rule -> free
                                && rule instanceof NudgeRule.AtTimes daily
                                && daily.times().size() == 1
                        ? Stream.of(
                                next(daily.times().getFirst()),
                                new NudgeRule.AtTimes(DaysGrammar.WEEKDAYS, daily.times()),
                                daily)
                        : Stream.of(rule))
                .toList();
    }

    private Optional<NudgeRule> at(Duration wait) {
        return Optional.of(wait)
                .filter(NudgeRule::isWithinReach)
                .map(span -> new NudgeRule.At(now.toInstant().plus(span)));
    }

    private Optional<NudgeRule> every(Duration read) {
        if (read.compareTo(NudgeRule.SHORTEST_INTERVAL) < 0 || read.compareTo(NudgeRule.LONGEST_INTERVAL) > 0) {
            return Optional.empty();
        }
        Window between = window.orElseGet(() -> new Window(DAY_BEGINS, DAY_ENDS));
        return Optional.of(new NudgeRule.Every(read, between.from(), between.to(), days.orElse(DaysGrammar.ALL)));
    }

    private Optional<NudgeRule> atTimes() {
        List<LocalTime> read = times.stream()
                .map(ClockTime::time)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        boolean all = times.stream().allMatch(time -> time.time().isPresent());
        return all && read.size() <= NudgeRule.MOST_TIMES
                ? Optional.of(new NudgeRule.AtTimes(days.orElse(DaysGrammar.ALL), read))
                : Optional.empty();
    }

    private Optional<NudgeRule> once(LocalDate day) {
        if (days.isPresent() || times.stream().distinct().count() != 1) {
            return Optional.empty();
        }
        ClockTime said = times.getFirst();
        return said.time().map(time -> {
            boolean later = said.isAmbiguous()
                    && today
                    && !time.isAfter(now.toLocalTime())
                    && said.later().time().filter(now.toLocalTime()::isBefore).isPresent();
            LocalTime meant = later ? said.later().time().orElse(time) : time;
            return new NudgeRule.Once(LocalDateTime.of(day, meant));
        });
    }
}
