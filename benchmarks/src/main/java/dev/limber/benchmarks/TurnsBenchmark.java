package dev.limber.benchmarks;

import dev.limber.core.runtime.RuntimeConfig;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/** Turns, from the word to the delivered prompt: under full load, and at a steady thousand a second. */
public final class TurnsBenchmark {
    private static final int PEOPLE = 4_096;
    private static final int AT_ONCE = 256;
    private static final int RUNS = 3;
    private static final double SECONDS = 8;
    private static final int ARRIVALS_PER_SECOND = 1_000;
    private static final int ARRIVALS = 10_000;

    private TurnsBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Folders.fresh();
        try (var crowd = new Crowd(folder, PEOPLE, RuntimeConfig.standard())) {
            crowd.begin(AT_ONCE);
            crowd.underFullLoad(AT_ONCE, SECONDS);
            double[] turns = new double[RUNS];
            double[] raw = new double[RUNS + 1];
            raw[0] = RawCommits.perSecond(folder);
            for (int run = 0; run < RUNS; run++) {
                long[] times = crowd.underFullLoad(AT_ONCE, SECONDS);
                turns[run] = times.length / SECONDS;
                raw[run + 1] = RawCommits.perSecond(folder);
                Report.note(
                        "full load: %,.0f turns/s, p50 %.1f ms, p99 %.1f ms; raw single commits before and after: %,.0f/s, %,.0f/s",
                        turns[run],
                        Report.percentile(times, 0.5),
                        Report.percentile(times, 0.99),
                        raw[run],
                        raw[run + 1]);
            }
            double limit = Math.min(2 * Report.median(raw), 5_000);
            Report.atLeast("turns under full load (limit: 2 x raw or 5,000)", Report.median(turns), limit, "1/s");
            double[] p99 = new double[RUNS];
            for (int run = 0; run < RUNS; run++) {
                long[] times = steadily(crowd);
                p99[run] = Report.percentile(times, 0.99);
                Report.note(
                        "1,000 arrivals/s: p50 %.1f ms, p99 %.1f ms, slowest %.1f ms",
                        Report.percentile(times, 0.5), p99[run], Report.percentile(times, 1));
            }
            Report.atMost("p99 of a turn at 1,000 arrivals/s", Report.median(p99), 25, "ms");
        } finally {
            Folders.delete(folder);
        }
    }

    /** Arrivals do not wait for answers, and time counts from when one was to arrive. */
    private static long[] steadily(Crowd crowd) throws InterruptedException {
        var times = new AtomicLongArray(ARRIVALS);
        long start = System.nanoTime();
        Crowd.sideBySide(ARRIVALS, arrival -> {
            long due = start + arrival * 1_000_000_000L / ARRIVALS_PER_SECOND;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            crowd.step(arrival % crowd.size());
            times.set(arrival, System.nanoTime() - due);
        });
        long[] result = new long[ARRIVALS];
        for (int i = 0; i < ARRIVALS; i++) {
            result[i] = times.get(i);
        }
        return result;
    }
}
