package dev.limber.core.nudge;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary rules and what holds them back. */
public final class Rules {
    private static final int DAY_MINUTES = 24 * 60;
    private static final List<String> ZONES = List.of(
            "Europe/Vienna",
            "America/New_York",
            "Australia/Lord_Howe",
            "Africa/Casablanca",
            "Asia/Kathmandu",
            "America/Sao_Paulo",
            "Asia/Beirut",
            "America/Nuuk",
            "Pacific/Apia",
            "Pacific/Chatham",
            "America/St_Johns",
            "UTC");

    private Rules() {}

    public static Arbitrary<NudgeRule> recurring() {
        return Arbitraries.oneOf(List.of(atTimes(), every()));
    }

    public static Arbitrary<NudgeRule> atTimes() {
        return Combinators.combine(days(), times().set().ofMinSize(1).ofMaxSize(NudgeRule.MOST_TIMES))
                .as((days, times) -> new NudgeRule.AtTimes(days, List.copyOf(times)));
    }

    public static Arbitrary<NudgeRule> every() {
        Arbitrary<Duration> intervals =
                Arbitraries.integers().between(15, DAY_MINUTES / 2).map(Duration::ofMinutes);
        Arbitrary<List<LocalTime>> windows = times().list()
                .ofSize(2)
                .filter(two -> !two.get(0).equals(two.get(1)))
                .map(two -> two.stream().sorted().toList());
        return Combinators.combine(intervals, windows, days())
                .as((interval, window, days) -> new NudgeRule.Every(interval, window.get(0), window.get(1), days));
    }

    public static Arbitrary<LocalDateTime> moments() {
        return Combinators.combine(Arbitraries.integers().between(-400, 800), times())
                .as((days, time) -> LocalDate.of(2026, 3, 18).plusDays(days).atTime(time));
    }

    public static Arbitrary<Set<DayOfWeek>> days() {
        return Arbitraries.of(DayOfWeek.values()).set().ofMinSize(1);
    }

    /** Times when clocks change more often than chance would have them. */
    public static Arbitrary<LocalTime> times() {
        Arbitrary<Integer> atNight = Arbitraries.integers().between(0, 4 * 60);
        return Arbitraries.oneOf(List.of(Arbitraries.integers().between(0, DAY_MINUTES - 1), atNight))
                .map(LocalTime.MIN::plusMinutes);
    }

    public static Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZONES).map(ZoneId::of);
    }

    /** Any instant in sixty years, or one less than two days before the clock changes in {@code zone}. */
    public static Arbitrary<Instant> instants(ZoneId zone) {
        Arbitrary<Instant> any = Arbitraries.longs()
                .between(
                        Instant.parse("1990-01-01T00:00:00Z").toEpochMilli(),
                        Instant.parse("2050-01-01T00:00:00Z").toEpochMilli())
                .map(Instant::ofEpochMilli);
        Arbitrary<Duration> before =
                Arbitraries.integers().between(0, 2 * DAY_MINUTES * 60).map(Duration::ofSeconds);
        Arbitrary<Instant> near = Combinators.combine(any, before)
                .as((instant, ahead) -> Optional.ofNullable(zone.getRules().nextTransition(instant))
                        .map(transition -> transition.getInstant().minus(ahead))
                        .orElse(instant));
        return Arbitraries.oneOf(List.of(any, near));
    }

    public static Arbitrary<NudgeBounds> bounds(ZoneId zone) {
        Arbitrary<Optional<QuietHours>> quiet =
                Combinators.combine(times(), times()).as(QuietHours::new).optional();
        Arbitrary<Set<DayOfWeek>> rest =
                Arbitraries.of(DayOfWeek.values()).set().ofMaxSize(3);
        Arbitrary<Optional<LocalDate>> paused = Arbitraries.integers()
                .between(0, 20_000)
                .map(LocalDate.of(1990, 1, 1)::plusDays)
                .optional(0.3);
        return Combinators.combine(quiet, rest, paused, Arbitraries.of(1, 1, 2, 4, 7))
                .as((hours, days, until, oneIn) -> new NudgeBounds(zone, hours, days, until, oneIn));
    }
}
