package dev.limber.benchmarks.week;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Platform;
import dev.limber.core.chat.UserId;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A mix of people, the same for the same number of them: most want one nudge a day, some more. */
final class People {
    static final Platform PLATFORM = new Platform("week");

    private static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "Europe/London",
            "Europe/Helsinki",
            "Atlantic/Azores",
            "America/New_York",
            "America/Los_Angeles",
            "America/St_Johns",
            "America/Sao_Paulo",
            "Africa/Cairo",
            "Asia/Kolkata",
            "Asia/Kathmandu",
            "Asia/Tokyo",
            "Australia/Sydney",
            "Australia/Lord_Howe",
            "Pacific/Auckland");
    private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final int HOUR = 60;
    private static final int QUARTER = 15;
    private static final int HUNDRED = 100;

    private final List<WallClock> clocks;
    private final SplittableRandom random;

    private People(List<WallClock> clocks, SplittableRandom random) {
        this.clocks = clocks;
        this.random = random;
    }

    /** @param start and {@code end} in minutes since 1970 */
    static List<Person> of(int count, long start, long end) {
        List<WallClock> clocks = ZONES.stream()
                .map(zone -> new WallClock(ZoneId.of(zone), start, end))
                .toList();
        return IntStream.range(0, count)
                .mapToObj(number -> new People(clocks, new SplittableRandom(number)).person(number))
                .toList();
    }

    private Person person(int number) {
        String id = Integer.toString(number);
        Habit habit = habit();
        Wish wish = wish(habit);
        boolean undisturbed = habit.ordinary();
        return new Person(
                new UserId(PLATFORM, id),
                new Address(PLATFORM, "bot", id, Optional.empty()),
                clocks.get(random.nextInt(clocks.size())),
                wish,
                habit,
                undisturbed && chance(10) ? Optional.of(quiet()) : Optional.empty(),
                undisturbed && chance(10) ? Set.of(DayOfWeek.of(1 + random.nextInt(7))) : Set.of());
    }

    private boolean chance(int percent) {
        return random.nextInt(HUNDRED) < percent;
    }

    private Habit habit() {
        int percent = random.nextInt(HUNDRED);
        return Stream.of(
                        share(Habit.GREETS, 14),
                        share(Habit.GREETS_EVERY_OTHER_TIME, 25),
                        share(Habit.IGNORES, 36),
                        share(Habit.DECLINES, 6),
                        share(Habit.SNOOZES, 6),
                        share(Habit.STARTS, 2),
                        share(Habit.STRETCHES_BEFORE, 2),
                        share(Habit.STRETCHES_MEANWHILE, 2),
                        share(Habit.PAUSES, 3))
                .reduce((one, other) -> one.reaches(percent) ? one : one.then(other))
                .filter(found -> found.reaches(percent))
                .map(Share::habit)
                .orElse(Habit.ASKS_FOR_ONE_MORE);
    }

    /** @param upTo which percentile has the habit */
    private record Share(Habit habit, int upTo) {
        boolean reaches(int percent) {
            return percent < upTo;
        }

        Share then(Share next) {
            return new Share(next.habit, upTo + next.upTo);
        }
    }

    private static Share share(Habit habit, int percent) {
        return new Share(habit, percent);
    }

    private Wish wish(Habit habit) {
        int percent = random.nextInt(HUNDRED);
        if (percent < 5) {
            return new Wish("every 90 min 9:00-17:00 weekdays", WEEKDAYS, List.of(540, 630, 720, 810, 900, 990), true);
        } else if (percent < 20) {
            int morning = 8 * HOUR + QUARTER * random.nextInt(16);
            int afternoon = 14 * HOUR + QUARTER * random.nextInt(24);
            return new Wish(
                    "weekdays " + time(morning) + " and " + time(afternoon),
                    WEEKDAYS,
                    List.of(morning, afternoon),
                    false);
        }
        // Some are awake when clocks are changed.
        boolean atNight = habit.ordinary() && percent < 24;
        int at = atNight ? HOUR + QUARTER * random.nextInt(8) : 6 * HOUR + QUARTER * random.nextInt(64);
        return new Wish("daily " + time(at), ALL, List.of(at), false);
    }

    private static String time(int minutes) {
        return "%02d:%02d".formatted(minutes / HOUR, minutes % HOUR);
    }

    /** Over midnight, or over noon. */
    private Person.Quiet quiet() {
        return chance(50) ? new Person.Quiet(21 * HOUR, 7 * HOUR) : new Person.Quiet(11 * HOUR + HOUR / 2, 13 * HOUR);
    }
}
