package dev.limber.benchmarks.week;

import dev.limber.core.chat.Receipt;
import dev.limber.core.coach.Coach;
import dev.limber.core.coach.Defaults;
import dev.limber.core.runtime.Limber;
import dev.limber.core.runtime.Mind;
import dev.limber.core.runtime.RuntimeConfig;
import dev.limber.core.text.Content;
import dev.limber.testkit.InMemoryStore;
import dev.limber.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;

/**
 * Days of many people, minute by minute, with the real coach and the real runtime: only the clock and the store are not,
 * and twice nobody is there for a while. Whatever is promised of nudges is checked afterwards.
 */
public final class Simulation {
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    private static final int AT_ONCE = 5_000;
    private static final int MOST_BROKEN_TOLD = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** By real time, which has nothing to do with the clock here, signs of life are never late. */
    private static final RuntimeConfig CONFIG = RuntimeConfig.standard()
            .withCacheBytes(1L << 30)
            .withMostWaiting(1_000_000)
            .withDelivering(new RuntimeConfig.Delivering(
                    Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ofSeconds(10), 1_000_000, 5_000))
            .withNudging(new RuntimeConfig.Nudging(AT_ONCE, AT_ONCE, Duration.ofMillis(1), Duration.ofDays(1)))
            .withLeasing(new RuntimeConfig.Leasing(Duration.ofHours(2), Duration.ofMinutes(30)));

    private final long start;
    private final long end;
    private final List<Downtime> downtimes;
    private final Content content;
    private final SettableClock clock;
    private final InMemoryStore store = new InMemoryStore();
    private final List<Person> people;
    private final Post post;
    private Limber limber;
    private final Life life;

    private Simulation(Content content, int count, Instant begin, int days) {
        this.content = content;
        start = begin.getEpochSecond() / 60;
        end = start + (long) days * DAY;
        downtimes = List.of(
                new Downtime(start + 2 * DAY + 1, start + 2 * DAY + 21),
                new Downtime(start + 3 * DAY + 2 * HOUR, start + 3 * DAY + 4 * HOUR));
        clock = new SettableClock(begin);
        people = People.of(count, start - DAY * 2L, end + DAY * 9L);
        post = new Post(people, clock);
        limber = open();
        life = new Life(limber);
    }

    /**
     * What came of it.
     *
     * @param told nudges that were sent
     * @param toldToAnswering those of them to people who answer, and {@code least} and {@code most} what the model says
     * @param broken the first promises that were not kept
     */
    public record Outcome(
            int people,
            long told,
            long said,
            long toldToAnswering,
            long least,
            long most,
            long farewells,
            int brokenCount,
            List<String> broken) {}

    /** @param begin a whole minute */
    public static Outcome run(Content content, int people, Instant begin, int days) {
        var simulation = new Simulation(content, people, begin, days);
        try {
            simulation.settleIn();
            simulation.live();
            return simulation.check();
        } finally {
            simulation.limber.close();
        }
    }

    private Limber open() {
        var fresh = new Limber(
                store,
                Mind.of(new Coach(), () -> content, new Defaults(Locale.ENGLISH, ZoneOffset.UTC)),
                clock,
                CONFIG);
        fresh.start(List.of(post));
        return fresh;
    }

    private void settleIn() {
        var stages = new ArrayList<CompletionStage<Receipt>>();
        for (Person person : people) {
            stages.addAll(life.settleIn(person));
            life.plan(person, start);
            if (stages.size() > AT_ONCE) {
                awaitAll(stages);
            }
        }
        awaitAll(stages);
        awaitQuiet();
    }

    private void live() {
        long minute = start;
        while (minute < end) {
            minute = next(minute);
            awaitQuiet();
            for (Person person : post.takeNudged()) {
                life.hear(person, minute);
            }
            List<CompletionStage<Receipt>> stages = life.live(minute);
            while (!stages.isEmpty()) {
                awaitAll(stages);
                awaitQuiet();
                stages = life.live(minute);
            }
        }
    }

    /** Puts the clock on. */
    private long next(long minute) {
        for (Downtime down : downtimes) {
            if (down.from() == minute) {
                limber.close();
                clock.set(Instant.ofEpochSecond(down.to() * 60));
                limber = open();
                life.goOnWith(limber);
                return down.to();
            }
        }
        clock.set(Instant.ofEpochSecond((minute + 1) * 60));
        return minute + 1;
    }

    private static void awaitAll(List<CompletionStage<Receipt>> stages) {
        stages.forEach(stage -> stage.toCompletableFuture().join());
        stages.clear();
    }

    /** A nudge that is due no more is owed in the same moment. */
    private void awaitQuiet() {
        try {
            if (!store.awaitQuiet(People.PLATFORM, clock.instant(), PATIENCE)) {
                throw new IllegalStateException("nothing goes on at " + clock.instant());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Outcome check() {
        var broken = new ArrayList<>(post.astray());
        long told = 0;
        long toldToAnswering = 0;
        long least = 0;
        long most = 0;
        long farewells = 0;
        for (Person person : people) {
            Promises.Kept kept = new Promises(person, start, end, downtimes).check();
            broken.addAll(kept.broken());
            told += person.told.size();
            farewells += person.told.stream()
                    .filter(each -> each.kind() == Told.Kind.FAREWELL)
                    .count();
            if (person.habit.answers()) {
                toldToAnswering += person.told.size();
                least += kept.least();
                most += kept.most();
            }
        }
        List<String> some = broken.stream().limit(MOST_BROKEN_TOLD).toList();
        return new Outcome(
                people.size(), told, life.said(), toldToAnswering, least, most, farewells, broken.size(), some);
    }
}
