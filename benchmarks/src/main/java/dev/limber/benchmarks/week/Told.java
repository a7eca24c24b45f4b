package dev.limber.benchmarks.week;

/**
 * A message that came by itself.
 *
 * @param at in minutes since 1970
 * @param occurrence when it says that it was due, in milliseconds since 1970; -1 where it says nothing
 */
record Told(long at, Kind kind, long occurrence) {
    enum Kind {
        NUDGE,
        /** Whether another time would be better. */
        QUESTION,
        /** That no more will come. */
        FAREWELL
    }
}
