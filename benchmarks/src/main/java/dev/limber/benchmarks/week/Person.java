package dev.limber.benchmarks.week;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.UserId;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Somebody with a wish and a habit, and a diary of what they did and were told. */
final class Person {
    final UserId user;
    final Address chat;
    final WallClock clock;
    final Wish wish;
    final Habit habit;
    final Optional<Quiet> quiet;
    final Set<DayOfWeek> restDays;

    final List<Told> told = new ArrayList<>(4);
    final List<Deed> deeds = new ArrayList<>(1);
    /** The last nudge's, to press. */
    List<String> nudgeButtons = List.of();

    /** Those of the last message of all. */
    List<String> lastButtons = List.of();

    /** Whether what somebody does once is done already. */
    boolean done;

    /** Since when a routine is under way. */
    long stretchingSince;

    /** Minutes of a day, the end not included. */
    record Quiet(int from, int to) {
        boolean contains(int time) {
            return from <= to ? time >= from && time < to : time >= from || time < to;
        }
    }

    Person(
            UserId user,
            Address chat,
            WallClock clock,
            Wish wish,
            Habit habit,
            Optional<Quiet> quiet,
            Set<DayOfWeek> restDays) {
        this.user = user;
        this.chat = chat;
        this.clock = clock;
        this.wish = wish;
        this.habit = habit;
        this.quiet = quiet;
        this.restDays = Set.copyOf(restDays);
    }

    boolean isQuiet(long minute) {
        return quiet.filter(hours -> hours.contains(clock.time(minute))).isPresent();
    }

    @Override
    public String toString() {
        return "%s in %s, %s, '%s', quiet %s, rests %s, did %s, was told %s"
                .formatted(user.id(), clock.zone(), habit, wish.typed(), quiet, restDays, deeds, told);
    }
}
