package dev.limber.core.nudge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NudgePlannerTest {
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Duration NONE = Duration.ZERO;
    /** A Wednesday, 14:00 in Vienna. */
    private static final Instant NOW = Instant.parse("2026-03-18T13:00:00Z");

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # 2:30 is left out: it counts as much later as the clock jumps.
            Europe/Vienna       | 02:30 | 2026-03-28T12:00:00Z | 2026-03-29T03:30+02:00, 2026-03-30T02:30+02:00
            America/New_York    | 02:30 | 2026-03-07T12:00:00Z | 2026-03-08T03:30-04:00, 2026-03-09T02:30-04:00
            Australia/Lord_Howe | 02:15 | 2026-10-03T00:00:00Z | 2026-10-04T02:45+11:00, 2026-10-05T02:15+11:00
            Africa/Casablanca   | 02:30 | 2026-03-21T12:00:00Z | 2026-03-22T03:30+01:00, 2026-03-23T02:30+01:00
            # 2:30 comes twice: the first is meant.
            Europe/Vienna       | 02:30 | 2026-10-24T12:00:00Z | 2026-10-25T02:30+02:00, 2026-10-26T02:30+01:00
            America/New_York    | 01:30 | 2026-10-31T12:00:00Z | 2026-11-01T01:30-04:00, 2026-11-02T01:30-05:00
            Australia/Lord_Howe | 01:45 | 2026-04-04T00:00:00Z | 2026-04-05T01:45+11:00, 2026-04-06T01:45+10:30
            Africa/Casablanca   | 02:30 | 2026-02-14T12:00:00Z | 2026-02-15T02:30+01:00, 2026-02-16T02:30Z
            # Between both 2:30.
            Europe/Vienna       | 02:30 | 2026-10-25T00:45:00Z | 2026-10-26T02:30+01:00, 2026-10-27T02:30+01:00
            # No change of the clock at all.
            Asia/Kathmandu      | 07:00 | 2026-03-28T12:00:00Z | 2026-03-29T07:00+05:45, 2026-03-30T07:00+05:45
            """)
    void a_time_comes_once_a_day_however_the_clock_changes(String zone, String time, String after, String expected) {
        var rule = new NudgeRule.AtTimes(ALL, List.of(LocalTime.parse(time)));
        NudgeBounds bounds = NudgeBounds.none(ZoneId.of(zone));

        String found = NudgePlanner.next(rule, Instant.parse(after), bounds, NONE, 2).stream()
                .map(each -> each.atZone(ZoneId.of(zone)).toOffsetDateTime().toString())
                .collect(Collectors.joining(", "));

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void an_interval_goes_from_the_start_of_its_window_up_to_its_end_on_its_days() {
        assertThat(local(NudgePlanner.next(workday(), NOW, NudgeBounds.none(VIENNA), NONE, 5)))
                .containsExactly(
                        "2026-03-18T15:00",
                        "2026-03-18T16:30",
                        "2026-03-19T09:00",
                        "2026-03-19T10:30",
                        "2026-03-19T12:00");
        Instant friday = Instant.parse("2026-03-20T16:00:00Z");
        assertThat(local(NudgePlanner.next(workday(), friday, NudgeBounds.none(VIENNA), NONE, 1)))
                .containsExactly("2026-03-23T09:00");
    }

    @Test
    void spread_moves_intervals_but_no_fixed_times_and_nothing_out_of_its_window_or_into_quiet_hours() {
        var hourly = new NudgeRule.Every(Duration.ofHours(1), LocalTime.of(15, 0), LocalTime.of(17, 0), ALL);
        var fixed = new NudgeRule.AtTimes(ALL, List.of(LocalTime.of(15, 0)));
        Duration spread = Duration.ofMinutes(4);
        NudgeBounds quiet = bounds(new QuietHours(LocalTime.of(16, 2), LocalTime.of(16, 30)), Set.of(), 1);

        assertThat(local(NudgePlanner.next(hourly, NOW, quiet, spread, 3)))
                .containsExactly("2026-03-18T15:04", "2026-03-18T16:00", "2026-03-18T17:00");
        assertThat(local(NudgePlanner.next(fixed, NOW, quiet, spread, 1))).containsExactly("2026-03-18T15:00");
    }

    @Test
    void quiet_hours_go_over_midnight_and_hold_back_everything() {
        NudgeBounds quiet = bounds(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)), Set.of(), 1);
        var rule = new NudgeRule.AtTimes(
                ALL, List.of(LocalTime.of(6, 59), LocalTime.of(7, 0), LocalTime.of(21, 59), LocalTime.of(22, 0)));

        assertThat(local(NudgePlanner.next(rule, NOW, quiet, NONE, 2)))
                .containsExactly("2026-03-18T21:59", "2026-03-19T07:00");
        assertThat(NudgePlanner.next(once("2026-03-18T23:00"), NOW, quiet, NONE))
                .isEmpty();
        assertThat(NudgePlanner.next(new NudgeRule.At(NOW.plus(Duration.ofHours(9))), NOW, quiet, NONE))
                .isEmpty();
    }

    @Test
    void rest_days_hold_back_what_comes_again_but_not_what_was_asked_for_once() {
        NudgeBounds restOnThursday =
                new NudgeBounds(VIENNA, Optional.empty(), Set.of(DayOfWeek.THURSDAY), Optional.empty(), 1);
        var rule = new NudgeRule.AtTimes(WEEKDAYS, List.of(LocalTime.of(9, 0)));

        assertThat(local(NudgePlanner.next(rule, NOW, restOnThursday, NONE, 1))).containsExactly("2026-03-20T09:00");
        assertThat(local(NudgePlanner.next(once("2026-03-19T09:00"), NOW, restOnThursday, NONE, 2)))
                .containsExactly("2026-03-19T09:00");
    }

    @Test
    void a_pause_holds_back_everything_up_to_its_last_day() {
        NudgeBounds paused =
                new NudgeBounds(VIENNA, Optional.empty(), Set.of(), Optional.of(LocalDate.of(2028, 5, 1)), 1);

        assertThat(local(NudgePlanner.next(workday(), NOW, paused, NONE, 1))).containsExactly("2028-05-01T09:00");
        assertThat(NudgePlanner.next(once("2026-03-19T09:00"), NOW, paused, NONE))
                .isEmpty();
    }

    @Test
    void one_in_two_keeps_every_second_slot_whoever_asks_whenever() {
        NudgeBounds half = bounds(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)), Set.of(), 2);
        List<Instant> all = NudgePlanner.next(workday(), NOW, NudgeBounds.none(VIENNA), NONE, 60);
        List<Instant> fewer = NudgePlanner.next(workday(), NOW, half, NONE, 30);

        assertThat(all).containsAll(fewer);
        assertThat(fewer).hasSize(30).last().isIn(all.get(58), all.get(59));
    }

    @Test
    void one_in_two_never_keeps_just_what_rest_days_and_quiet_hours_leave_out() {
        var rule = new NudgeRule.AtTimes(
                Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY), List.of(LocalTime.of(6, 0), LocalTime.of(12, 0)));
        for (DayOfWeek rest : List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY)) {
            for (int hour : List.of(6, 12)) {
                NudgeBounds bounds =
                        bounds(new QuietHours(LocalTime.of(hour, 0), LocalTime.of(hour + 1, 0)), Set.of(rest), 2);
                assertThat(NudgePlanner.next(rule, NOW, bounds, NONE, 5)).hasSize(5);
            }
        }
    }

    @Test
    void where_nothing_can_come_nothing_does_and_that_is_found_out_at_once() {
        NudgeBounds allRest = new NudgeBounds(VIENNA, Optional.empty(), ALL, Optional.empty(), 1);
        NudgeBounds allQuiet = bounds(new QuietHours(LocalTime.of(0, 1), LocalTime.MIDNIGHT), Set.of(), 1);

        assertThat(NudgePlanner.next(workday(), NOW, allRest, NONE)).isEmpty();
        assertThat(NudgePlanner.next(workday(), NOW, allQuiet, NONE)).isEmpty();
        assertThat(NudgePlanner.next(once("2026-03-18T13:59"), NOW, NudgeBounds.none(VIENNA), NONE))
                .isEmpty();
    }

    @Test
    void rules_out_of_bounds_are_refused() {
        LocalTime nine = LocalTime.of(9, 0);
        assertRefused(() -> new NudgeRule.AtTimes(Set.of(), List.of(nine)));
        assertRefused(() -> new NudgeRule.AtTimes(ALL, List.of()));
        assertRefused(() -> new NudgeRule.AtTimes(ALL, List.of(nine.withSecond(1))));
        assertRefused(() -> new NudgeRule.AtTimes(
                ALL, IntStream.range(0, 13).mapToObj(LocalTime.MIN::plusHours).toList()));
        assertRefused(() -> new NudgeRule.Every(Duration.ofMinutes(14), nine, nine.plusHours(1), ALL));
        assertRefused(() -> new NudgeRule.Every(Duration.ofHours(13), nine, nine.plusHours(1), ALL));
        assertRefused(() -> new NudgeRule.Every(Duration.ofSeconds(1801), nine, nine.plusHours(1), ALL));
        assertRefused(() -> new NudgeRule.Every(Duration.ofHours(1), nine, nine, ALL));
        assertRefused(() -> NudgePlanner.next(workday(), NOW, NudgeBounds.none(VIENNA), Duration.ofMinutes(6)));
        assertRefused(() -> bounds(new QuietHours(nine, nine), Set.of(), 0));
    }

    private static void assertRefused(ThrowingCallable making) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class);
    }

    private static NudgeRule workday() {
        return new NudgeRule.Every(Duration.ofMinutes(90), LocalTime.of(9, 0), LocalTime.of(17, 0), WEEKDAYS);
    }

    private static NudgeRule once(String at) {
        return new NudgeRule.Once(LocalDateTime.parse(at));
    }

    private static NudgeBounds bounds(QuietHours quiet, Set<DayOfWeek> rest, int oneIn) {
        return new NudgeBounds(VIENNA, Optional.of(quiet), rest, Optional.empty(), oneIn);
    }

    private static List<String> local(List<Instant> instants) {
        return instants.stream()
                .map(each -> each.atZone(VIENNA).toLocalDateTime().toString())
                .toList();
    }
}
