package dev.limber.benchmarks.week;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.text.Content;
import dev.limber.core.text.ContentReader;
import dev.limber.core.text.ContentReading;
import dev.limber.core.text.Pack;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is promised of nudges, in days in which clocks are changed. */
class SimulationTest {
    private static final Instant BACK_IN_EUROPE_AND_AMERICA = Instant.parse("2026-10-24T12:00:00Z");
    private static final Instant ON_IN_EUROPE = Instant.parse("2027-03-27T12:00:00Z");
    private static final Instant ON_IN_AMERICA = Instant.parse("2027-03-13T12:00:00Z");
    private static final int WEEK = 8;

    private static Content content() {
        return switch (ContentReader.read(List.of(Pack.builtIn()))) {
            case ContentReading.Accepted(Content content, var warnings) -> content;
            case ContentReading.Refused(var faults) -> throw new AssertionError(faults.toString());
        };
    }

    private static void assertKept(int people, Instant begin, int days) {
        Simulation.Outcome outcome = Simulation.run(content(), people, begin, days);

        assertThat(outcome.broken()).isEmpty();
        assertThat(outcome.toldToAnswering()).isBetween(outcome.least(), outcome.most());
        assertThat(outcome.told()).isGreaterThan(outcome.toldToAnswering()).isGreaterThan(people);
    }

    @Test
    void everyPromiseIsKeptOverTwoDaysInWhichClocksGoBack() {
        assertKept(60, BACK_IN_EUROPE_AND_AMERICA, 2);
    }

    @Test
    @Tag("long")
    void everyPromiseIsKeptOverAWeekInWhichClocksGoBack() {
        assertKept(2_000, BACK_IN_EUROPE_AND_AMERICA, WEEK);
    }

    @Test
    @Tag("long")
    void everyPromiseIsKeptOverWeeksInWhichClocksGoOn() {
        assertKept(1_000, ON_IN_EUROPE, WEEK);
        assertKept(1_000, ON_IN_AMERICA, WEEK);
    }
}
