package dev.limber.benchmarks;

import dev.limber.core.chat.Body;
import dev.limber.core.chat.Pace;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/** What {@link NudgesBenchmark} measures in a process of its own; each prints its figures. */
final class NudgeMeasures {
    /** As Telegram has it. */
    private static final double PACE_PER_SECOND = 28;

    private static final Pace PACE =
            new Pace(Duration.ofNanos((long) (1e9 / PACE_PER_SECOND)), Duration.ofSeconds(1), Duration.ofSeconds(3));

    private static final InstantSource CLOCK = InstantSource.system();
    private static final int RUNS = 3;
    private static final int DUE = 20_000;
    private static final int PACED = 2_000;
    /** Different people in each measurement: nobody is nudged twice within minutes. */
    private static final int FIRST_PACED = 200_000;

    private static final int FIRST_BEHIND_ANSWERS = 300_000;
    private static final int FIRST_WRITING = 900_000;
    private static final int WRITING = 1_000;
    private static final int WRITTEN_PER_SECOND = 50;
    private static final int SECONDS_OF_WARM_UP = 10;
    private static final int SECONDS_IDLE = 15;
    private static final int SECONDS_BUSY = 20;
    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final Duration SETTLING = Duration.ofSeconds(5);
    /** The compiler goes on for a while after a burst. */
    private static final Duration UNTIL_IDLE = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Database database;
    private final NudgePopulation population;

    NudgeMeasures(Database database) {
        this.database = database;
        this.population = new NudgePopulation(database);
    }

    /** All at one instant, as fast as they can be sent, the first time to warm up; then what it costs to wait for the others. */
    void burstsAndIdleness(double leastPerSecond) throws SQLException {
        double[] rates = new double[RUNS];
        for (int run = 0; run <= RUNS; run++) {
            var platform = new CountingPlatform(NudgePopulation.PEOPLE, Pace.unlimited());
            Instant due = CLOCK.instant().plusSeconds(3);
            population.makeDue(run * DUE, DUE, due);
            try (var _ = new NudgeTalk(database, platform)) {
                long begin = System.nanoTime()
                        + Duration.between(CLOCK.instant(), due).toNanos();
                platform.awaitAll(DUE, PATIENCE);
                double rate = DUE / ((platform.last() - begin) / 1e9);
                Report.note("%,d nudges due at once: %,.0f/s%s", DUE, rate, run == 0 ? ", cold" : "");
                if (run > 0) {
                    rates[run - 1] = rate;
                }
                LockSupport.parkNanos(SETTLING.toNanos());
                checkEach(platform, run * DUE, DUE);
                if (run == RUNS) {
                    idle();
                }
            }
        }
        Report.atLeast("nudges due at one instant", Report.median(rates), leastPerSecond, "1/s");
    }

    private static void checkEach(CountingPlatform platform, int first, int count) {
        for (int person = first; person < first + count; person++) {
            if (platform.arrived(person) != 1) {
                throw new IllegalStateException(platform.arrived(person) + " nudges for " + person);
            }
        }
        if (platform.arrived() != count) {
            throw new IllegalStateException("nudges for people who had none due: " + platform.arrived());
        }
    }

    private static void idle() {
        LockSupport.parkNanos(UNTIL_IDLE.toNanos());
        long before = cpuNanos();
        LockSupport.parkNanos(IDLE.toNanos());
        double share = 100.0 * (cpuNanos() - before) / IDLE.toNanos();
        Report.atMost("processor used while a million are planned and none is due", share, 0.5, "%");
        System.gc();
        double used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024.0 / 1024;
        Report.atMost("heap after a collection, the cache in it", used, 256, "MiB");
    }

    private static long cpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    /** More than the pace lets leave at once. */
    void paced() throws SQLException {
        var platform = new CountingPlatform(NudgePopulation.PEOPLE, PACE);
        population.makeDue(FIRST_PACED, PACED, CLOCK.instant().plusSeconds(3));
        try (var _ = new NudgeTalk(database, platform)) {
            platform.awaitAll(PACED, PATIENCE);
            LockSupport.parkNanos(SETTLING.toNanos());
            checkEach(platform, FIRST_PACED, PACED);
            double took = (platform.last() - platform.first()) / 1e9;
            double least = (PACED - 1) / PACE_PER_SECOND;
            Report.atMost("2,000 nudges at 28/s, from the first to the last", took, 1.02 * least, "s");
            Report.atLeast("the same, not faster than the pace", took, 0.995 * least, "s");
        }
    }

    /** People who write do not notice that very many nudges are due. */
    void answersFirst() throws SQLException {
        var platform = new CountingPlatform(NudgePopulation.PEOPLE, PACE);
        Instant due = CLOCK.instant().plusSeconds(4L + SECONDS_OF_WARM_UP + SECONDS_IDLE);
        population.makeDue(FIRST_BEHIND_ANSWERS, DUE, due);
        try (var talk = new NudgeTalk(database, platform)) {
            LockSupport.parkNanos(Duration.between(CLOCK.instant(), due).toNanos()
                    - Duration.ofSeconds(SECONDS_OF_WARM_UP + SECONDS_IDLE).toNanos());
            long[] times = write(talk, SECONDS_OF_WARM_UP + SECONDS_IDLE + SECONDS_BUSY);
            long[] idle = part(times, SECONDS_OF_WARM_UP, SECONDS_IDLE);
            long[] busy = part(times, SECONDS_OF_WARM_UP + SECONDS_IDLE, SECONDS_BUSY);
            Report.note(
                    "50 answers/s, none due: p50 %.1f ms, p99 %.1f ms; %,d due: p50 %.1f ms, p99 %.1f ms, slowest %.1f ms",
                    Report.percentile(idle, 0.5),
                    Report.percentile(idle, 0.99),
                    DUE,
                    Report.percentile(busy, 0.5),
                    Report.percentile(busy, 0.99),
                    Report.percentile(busy, 1));
            double later = Report.percentile(busy, 0.99) - Report.percentile(idle, 0.99);
            Report.atMost("p99 of an answer with 20,000 nudges due, minus without", Math.max(0.1, later), 100, "ms");
        }
    }

    private static long[] part(long[] times, int from, int seconds) {
        return Arrays.copyOfRange(times, from * WRITTEN_PER_SECOND, (from + seconds) * WRITTEN_PER_SECOND);
    }

    /** Arrivals do not wait for answers, and time counts from when one was to arrive. */
    private static long[] write(NudgeTalk talk, int seconds) {
        int arrivals = seconds * WRITTEN_PER_SECOND;
        var times = new AtomicLongArray(arrivals);
        long start = System.nanoTime();
        try {
            Crowd.sideBySide(arrivals, arrival -> {
                long due = start + arrival * 1_000_000_000L / WRITTEN_PER_SECOND;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                talk.say(FIRST_WRITING + arrival % WRITING, new Body.CommandCalled("progress", ""));
                times.set(arrival, System.nanoTime() - due);
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        long[] result = new long[arrivals];
        for (int i = 0; i < arrivals; i++) {
            result[i] = times.get(i);
        }
        return result;
    }
}
