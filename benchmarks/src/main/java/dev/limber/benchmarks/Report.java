package dev.limber.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** Prints figures with the ratio to their limit: whatever is 1 or more keeps it. */
final class Report {
    private Report() {}

    /** A figure that must reach a limit. */
    static void atLeast(String what, double figure, double limit, String unit) {
        print(what, figure, "at least", limit, unit, figure / limit);
    }

    /** A figure that must stay under a limit. */
    static void atMost(String what, double figure, double limit, String unit) {
        print(what, figure, "at most", limit, unit, limit / figure);
    }

    static void note(String text, Object... arguments) {
        System.out.printf(Locale.ROOT, "  " + text + "%n", arguments);
    }

    /** @param percentile 0 to 1 */
    static double percentile(long[] nanos, double percentile) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(percentile * sorted.length))] / 1e6;
    }

    static double median(double... figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void print(String what, double figure, String bound, double limit, String unit, double ratio) {
        System.out.printf(
                Locale.ROOT,
                "%-66s %,10.1f %-5s %s %,9.1f   ratio %.2f %s%n",
                what,
                figure,
                unit,
                bound,
                limit,
                ratio,
                ratio >= 1 ? "ok" : "MISSED");
    }
}
