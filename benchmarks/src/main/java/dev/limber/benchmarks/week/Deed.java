package dev.limber.benchmarks.week;

import java.time.LocalDate;

/** Something that somebody did, on which it depends what may come; in minutes since 1970. */
sealed interface Deed {
    record Declined(long at) implements Deed {}

    /** A nudge is to come then, once. */
    record Asked(long at, long due, boolean snoozed) implements Deed {}

    /** @param whole whether the routine was finished */
    record Stretched(long from, long to, boolean whole) implements Deed {}

    /** @param until the first day on which nudges come again */
    record Paused(long at, LocalDate until) implements Deed {}
}
