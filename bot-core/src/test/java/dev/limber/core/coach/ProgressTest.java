package dev.limber.core.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.exercise.RoutineId;
import dev.limber.core.session.Completion;
import dev.limber.core.session.Preferences;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");

    /** A Thursday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 19);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            nothing done yet                                | ''                                             | 0
            today alone                                     | 2026-11-19                                     | 1
            yesterday, today still open                     | 2026-11-18                                     | 1
            three in a row                                  | 2026-11-17 2026-11-18 2026-11-19               | 3
            one missed day in this week is forgiven         | 2026-11-17 2026-11-19                          | 2
            two missed days in this week are not            | 2026-11-16 2026-11-19                          | 1
            one missed day in each of two weeks is forgiven | 2026-11-12 2026-11-14 2026-11-15 2026-11-17 2026-11-18 2026-11-19 | 6
            twice on one day is one day                     | 2026-11-19 2026-11-19                          | 1
            """)
    void aStreakForgivesOneMissedDayAWeek(String situation, String dates, int expected) {
        List<Completion> completions = Arrays.stream(dates.split(" "))
                .filter(date -> !date.isEmpty())
                .map(date -> on(LocalDate.parse(date)))
                .toList();

        assertThat(progress(completions, Set.of()).streak()).as(situation).isEqualTo(expected);
    }

    @Test
    void plannedRestDaysDoNotBreakAStreak() {
        List<Completion> completions =
                List.of(on(LocalDate.of(2026, 11, 13)), on(LocalDate.of(2026, 11, 16)), on(TODAY));
        Set<DayOfWeek> rest = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, DayOfWeek.TUESDAY);

        assertThat(progress(completions, rest).streak()).isEqualTo(3);
    }

    @Test
    void aWeekBeginsOnMondayInThePersonsOwnZone() {
        Completion sundayInBerlin = at(Instant.parse("2026-11-15T22:30:00Z"), true, "Seal");

        assertThat(Progress.of(List.of(sundayInBerlin), now(BERLIN), BERLIN, Preferences.standard())
                        .daysThisWeek())
                .isZero();
        assertThat(Progress.of(List.of(sundayInBerlin), now(AUCKLAND), AUCKLAND, Preferences.standard())
                        .daysThisWeek())
                .isOne();
    }

    @Test
    void anUnfinishedRoutineAddsItsMinutesButNoDay() {
        Progress progress = progress(List.of(at(now(BERLIN), false, "Desk break")), Set.of());

        assertThat(progress.daysThisWeek()).isZero();
        assertThat(progress.active()).isEqualTo(Duration.ofMinutes(4));
        assertThat(progress.favourite()).isEmpty();
    }

    @Test
    void theFavouriteIsTheRoutineDoneMostOften() {
        Instant now = now(BERLIN);
        Progress progress =
                progress(List.of(at(now, true, "Morning"), at(now, true, "Seal"), at(now, true, "Morning")), Set.of());

        assertThat(progress.favourite()).contains("Morning");
    }

    private static Progress progress(List<Completion> completions, Set<DayOfWeek> restDays) {
        return Progress.of(
                completions, now(BERLIN), BERLIN, Preferences.standard().withRestDays(restDays));
    }

    private static Instant now(ZoneId zone) {
        return TODAY.atTime(20, 0).atZone(zone).toInstant();
    }

    private static Completion on(LocalDate date) {
        return at(date.atTime(9, 0).atZone(BERLIN).toInstant(), true, "Desk break");
    }

    private static Completion at(Instant end, boolean whole, String name) {
        return new Completion(
                "id",
                new RoutineId("desk-break"),
                name,
                end,
                end,
                3,
                3,
                Duration.ofMinutes(4),
                whole,
                Optional.empty());
    }
}
