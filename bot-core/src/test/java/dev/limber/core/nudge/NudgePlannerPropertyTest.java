package dev.limber.core.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NudgePlannerPropertyTest {
    record Case(NudgeRule rule, Instant after, NudgeBounds bounds, Duration spread) {
        List<Instant> next(int count) {
            return NudgePlanner.next(rule, after, bounds, spread, count);
        }

        ZonedDateTime local(Instant instant) {
            return instant.atZone(bounds.zone());
        }
    }

    @Property(tries = 2_000)
    void the_next_nudge_is_after_now_and_inside_all_bounds(@ForAll("recurring") Case each) {
        Instant before = each.after();
        for (Instant next : each.next(4)) {
            ZonedDateTime local = each.local(next);
            assertThat(next).isAfter(before);
            assertThat(each.bounds().restDays()).doesNotContain(local.getDayOfWeek());
            assertThat(each.bounds().quietHours().stream()).noneMatch(hours -> hours.contains(local.toLocalTime()));
            assertThat(each.bounds().pausedUntil().stream())
                    .noneMatch(until -> local.toLocalDate().isBefore(until));
            if (each.rule() instanceof NudgeRule.Every every) {
                assertThat(local.toLocalTime()).isBetween(every.from(), every.to());
                assertThat(every.days()).contains(local.getDayOfWeek());
            }
            before = next;
        }
    }

    @Property(tries = 2_000)
    void no_slot_comes_twice_when_the_clock_is_put_back(@ForAll("recurring") Case each) {
        List<LocalDateTime> slots = each.next(6).stream()
                .map(each::local)
                .map(ZonedDateTime::toLocalDateTime)
                .toList();

        assertThat(slots).doesNotHaveDuplicates();
    }

    @Property(tries = 2_000)
    void every_nudge_is_a_slot_of_the_rule_later_by_at_most_the_spread_or_the_jump_of_the_clock(
            @ForAll("recurring") Case each) {
        NudgeRule.Recurring rule = (NudgeRule.Recurring) each.rule();
        for (Instant next : each.next(4)) {
            ZonedDateTime local = each.local(next);
            assertThat(List.of(local.toLocalDate(), local.toLocalDate().minusDays(1)))
                    .anySatisfy(day -> assertThat(rule.slots()).anySatisfy(slot -> {
                        assertThat(rule.days()).contains(day.getDayOfWeek());
                        Instant at = ZonedDateTime.of(day, slot, each.bounds().zone())
                                .toInstant();
                        assertThat(Duration.between(at, next))
                                .isIn(Duration.ZERO, rule instanceof NudgeRule.Every ? each.spread() : Duration.ZERO);
                    }));
        }
    }

    @Property(tries = 1_000)
    void nothing_in_between_is_skipped_and_the_answer_does_not_depend_on_when_one_asks(
            @ForAll("recurring") Case each, @ForAll("part") double part) {
        Optional<Instant> next = each.next(1).stream().findFirst();
        next.ifPresent(at -> {
            long wait = Duration.between(each.after(), at).toMillis();
            Instant between = each.after().plusMillis((long) ((wait - 1) * part));
            assertThat(NudgePlanner.next(each.rule(), between, each.bounds(), each.spread()))
                    .contains(at);
        });
    }

    @Property(tries = 1_000)
    void without_bounds_a_recurring_rule_comes_again_within_two_weeks(@ForAll("recurring") Case each) {
        NudgeBounds none = NudgeBounds.none(each.bounds().zone());
        Optional<Instant> next = NudgePlanner.next(each.rule(), each.after(), none, each.spread());

        assertThat(next)
                .hasValueSatisfying(
                        at -> assertThat(Duration.between(each.after(), at)).isLessThan(Duration.ofDays(15)));
    }

    @Property(tries = 500)
    void once_comes_once_at_the_wall_clock_time_unless_it_is_quiet_paused_or_over(
            @ForAll("recurring") Case each, @ForAll("moments") LocalDateTime at) {
        ZonedDateTime moment = at.atZone(each.bounds().zone());
        List<Instant> next = NudgePlanner.next(new NudgeRule.Once(at), each.after(), each.bounds(), each.spread(), 3);
        LocalTime time = moment.toLocalTime();
        LocalDate day = moment.toLocalDate();
        boolean held = each.bounds().quietHours().stream().anyMatch(hours -> hours.contains(time))
                || each.bounds().pausedUntil().stream().anyMatch(day::isBefore)
                || !moment.toInstant().isAfter(each.after());

        assertThat(next).isEqualTo(held ? List.of() : List.of(moment.toInstant()));
        assertThat(NudgePlanner.next(
                        new NudgeRule.At(moment.toInstant()), each.after(), each.bounds(), each.spread(), 3))
                .isEqualTo(next);
    }

    @Provide
    Arbitrary<Case> recurring() {
        Arbitrary<Duration> spreads = Arbitraries.integers().between(0, 300).map(Duration::ofSeconds);
        return Rules.zones()
                .flatMap(zone -> Combinators.combine(
                                Rules.recurring(), Rules.instants(zone), Rules.bounds(zone), spreads)
                        .as(Case::new));
    }

    @Provide
    Arbitrary<LocalDateTime> moments() {
        return Rules.moments();
    }

    @Provide
    Arbitrary<Double> part() {
        return Arbitraries.doubles().between(0, 1);
    }
}
