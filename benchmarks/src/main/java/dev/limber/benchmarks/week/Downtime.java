package dev.limber.benchmarks.week;

/**
 * When nobody was there to send anything, in minutes since 1970.
 *
 * @param from the last minute before it
 * @param to the first one after it
 */
record Downtime(long from, long to) {}
