package dev.limber.benchmarks;

import dev.limber.benchmarks.week.Simulation;
import dev.limber.core.text.Content;
import java.time.Instant;

/** Days of very many people in which clocks are changed, on a clock that runs fast, with every promise checked. */
public final class WeekBenchmark {
    private static final int MANY = 100_000;
    private static final int FEW = 5_000;
    private static final int DAYS = 7;

    /** Clocks go back in Europe on the 25th of October. */
    private static final Instant AUTUMN = Instant.parse("2026-10-24T18:00:00Z");

    /** Clocks go on in Europe on the 28th of March. */
    private static final Instant SPRING = Instant.parse("2027-03-27T18:00:00Z");

    private WeekBenchmark() {}

    public static void main(String[] arguments) {
        Content content = Crowd.content();
        int many = arguments.length == 0 ? MANY : Integer.parseInt(arguments[0]);
        measure("a week of %,d people in autumn".formatted(many), content, many, AUTUMN, 120);
        measure("a week of %,d people in spring".formatted(FEW), content, FEW, SPRING, 120);
    }

    private static void measure(String what, Content content, int people, Instant begin, double limit) {
        long before = System.nanoTime();
        Simulation.Outcome outcome = Simulation.run(content, people, begin, DAYS);
        double seconds = (System.nanoTime() - before) / 1e9;
        Report.note(
                "%,d nudges and %,d messages of people; to those who answer %,d nudges came, %,d to %,d should have;"
                        + " %,d people were left in peace in the end",
                outcome.told(),
                outcome.said(),
                outcome.toldToAnswering(),
                outcome.least(),
                outcome.most(),
                outcome.farewells());
        outcome.broken().forEach(broken -> Report.note("%s", broken));
        if (outcome.brokenCount() > 0) {
            throw new IllegalStateException(outcome.brokenCount() + " promises were not kept");
        }
        Report.atMost(what, seconds, limit, "s");
    }
}
