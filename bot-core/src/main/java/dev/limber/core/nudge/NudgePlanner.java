package dev.limber.core.nudge;

import dev.limber.core.nudge.NudgeRule.Recurring;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the instants at which a rule nudges, from its arguments alone: a restart changes nothing. A wall-clock time that
 * a change of the clock leaves out counts as much later as the clock jumps (2:30 as 3:30), and one that comes twice is the
 * first of both.
 */
public final class NudgePlanner {
    public static final Duration MOST_SPREAD = Duration.ofMinutes(5);

    private static final int DAYS_SEARCHED = 400;
    private static final LocalDate A_MONDAY = LocalDate.of(1970, 1, 5);

    private final Recurring rule;
    private final NudgeBounds bounds;
    private final Duration spread;
    private final Set<DayOfWeek> days;
    private final List<LocalTime> slots;

    private NudgePlanner(Recurring rule, NudgeBounds bounds, Duration spread) {
        this.rule = rule;
        this.bounds = bounds;
        this.spread = spread;
        days = EnumSet.copyOf(rule.days());
        days.removeAll(bounds.restDays());
        slots = rule.slots().stream().filter(slot -> !isQuiet(bounds, slot)).toList();
    }

    /**
     * The first nudge after {@code after}, never in quiet hours, on a rest day or before the end of a pause; empty where
     * none comes within a year. What was asked for once comes on a rest day too, and never where its time is quiet or
     * paused.
     *
     * @param spread by how much nudges of an {@link NudgeRule.Every} come later, so that not all people are nudged in the
     *     same second, 0 to 5 minutes; one that this would move out of its window or into quiet hours is not moved
     * @throws IllegalArgumentException where {@code spread} is out of bounds
     */
    public static Optional<Instant> next(NudgeRule rule, Instant after, NudgeBounds bounds, Duration spread) {
        if (spread.isNegative() || spread.compareTo(MOST_SPREAD) > 0) {
            throw new IllegalArgumentException("a spread of " + spread);
        }
        return switch (rule) {
            case Recurring recurring -> new NudgePlanner(recurring, bounds, spread).next(after);
            case NudgeRule.Once(var at) -> once(at.atZone(bounds.zone()), after, bounds);
            case NudgeRule.At(var at) -> once(at.atZone(bounds.zone()), after, bounds);
        };
    }

    /** The first nudges after {@code after}, ascending; fewer than {@code count} where no more come. */
    public static List<Instant> next(NudgeRule rule, Instant after, NudgeBounds bounds, Duration spread, int count) {
        List<Instant> found = new ArrayList<>();
        Optional<Instant> next = Optional.of(after);
        while (found.size() < count && next.isPresent()) {
            next = next(rule, next.get(), bounds, spread);
            next.ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private static Optional<Instant> once(ZonedDateTime at, Instant after, NudgeBounds bounds) {
        boolean comes = at.toInstant().isAfter(after)
                && !isQuiet(bounds, at.toLocalTime())
                && !isPaused(bounds, at.toLocalDate());
        return comes ? Optional.of(at.toInstant()) : Optional.empty();
    }

    private Optional<Instant> next(Instant after) {
        if (days.isEmpty() || slots.isEmpty()) {
            return Optional.empty();
        }
        // A day early, because a change of the clock can move a slot over midnight.
        LocalDate asked = after.atZone(bounds.zone()).toLocalDate();
        LocalDate first =
                bounds.pausedUntil().filter(asked::isBefore).orElse(asked).minusDays(1);
        return IntStream.range(0, DAYS_SEARCHED)
                .mapToObj(first::plusDays)
                .filter(day -> instants(day).anyMatch(after::isBefore))
                .findFirst()
                .flatMap(day -> Stream.of(day, day.plusDays(1))
                        .flatMap(this::instants)
                        .filter(after::isBefore)
                        .min(Instant::compareTo));
    }

    /** The nudges of the slots of one day, in no order. */
    private Stream<Instant> instants(LocalDate day) {
        if (!days.contains(day.getDayOfWeek())) {
            return Stream.empty();
        }
        long earlier = slotsBefore(day);
        return IntStream.range(0, slots.size())
                .filter(slot -> Math.floorMod(earlier + slot, bounds.oneIn()) == 0)
                .mapToObj(slot -> instant(day, slots.get(slot)))
                .flatMap(Optional::stream);
    }

    /** Numbers the slots since long ago; only those that the bounds leave, lest one in two are just the others. */
    private long slotsBefore(LocalDate day) {
        long weeks = Math.floorDiv(ChronoUnit.DAYS.between(A_MONDAY, day), (long) DayOfWeek.values().length);
        long earlierDays = days.stream()
                .filter(other -> other.compareTo(day.getDayOfWeek()) < 0)
                .count();
        return (weeks * days.size() + earlierDays) * slots.size();
    }

    private Optional<Instant> instant(LocalDate day, LocalTime slot) {
        ZonedDateTime at = ZonedDateTime.of(day, slot, bounds.zone());
        return Optional.of(at.plus(spread))
                .filter(later -> rule instanceof NudgeRule.Every && comes(day, later))
                .or(() -> Optional.of(at).filter(unmoved -> comes(day, unmoved)))
                .map(ZonedDateTime::toInstant);
    }

    private boolean comes(LocalDate day, ZonedDateTime at) {
        LocalTime time = at.toLocalTime();
        LocalDate date = at.toLocalDate();
        boolean inside = !(rule instanceof NudgeRule.Every every)
                || (date.equals(day) && !time.isBefore(every.from()) && !time.isAfter(every.to()));
        return inside
                && !bounds.restDays().contains(date.getDayOfWeek())
                && !isQuiet(bounds, time)
                && !isPaused(bounds, date);
    }

    private static boolean isQuiet(NudgeBounds bounds, LocalTime time) {
        return bounds.quietHours().filter(hours -> hours.contains(time)).isPresent();
    }

    private static boolean isPaused(NudgeBounds bounds, LocalDate day) {
        return bounds.pausedUntil().filter(day::isBefore).isPresent();
    }
}
