package dev.limber.benchmarks.week;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;

/**
 * When somebody wants to be nudged again and again.
 *
 * @param typed how they say it
 * @param times minutes of a day
 * @param spread whether it may come a little later, lest all come in the same second
 */
record Wish(String typed, Set<DayOfWeek> days, List<Integer> times, boolean spread) {
    /** How many minutes later it may come. */
    static final int MOST_SPREAD = 5;

    Wish {
        days = Set.copyOf(days);
        times = List.copyOf(times);
    }
}
