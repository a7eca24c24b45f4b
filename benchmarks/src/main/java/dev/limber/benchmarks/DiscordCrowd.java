package dev.limber.benchmarks;

import dev.limber.discord.standin.DiscordApi;
import dev.limber.discord.standin.Interaction;
import dev.limber.discord.standin.Person;
import dev.limber.discord.standin.Watcher;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** People who call a command in their direct messages, and how long each waits until that is answered. */
final class DiscordCrowd implements Watcher {
    private static final int REPLY = 4;
    private static final int MOST_SECONDS = 60;

    private final List<Person> people;
    private final String command;
    private final AtomicReference<Counting> counting = new AtomicReference<>(new Counting(0, 0));

    DiscordCrowd(DiscordApi api, int size, String command) {
        this.command = command;
        people = IntStream.range(0, size)
                .mapToObj(i -> api.person("Person " + i, "en-US"))
                .toList();
        people.forEach(Person::installsApp);
        api.watch(this);
    }

    /** What has been answered. */
    private static final class Counting {
        private final CountDownLatch left;
        private final Semaphore places;
        private final long[] nanos;
        private final AtomicInteger answers = new AtomicInteger();
        private final AtomicInteger others = new AtomicInteger();
        private volatile long lastNanos;

        private Counting(int expected, int places) {
            left = new CountDownLatch(expected);
            nanos = new long[expected];
            this.places = new Semaphore(places);
        }

        private void answered(Interaction interaction) {
            lastNanos = System.nanoTime();
            nanos[answers.getAndIncrement()] = interaction.took().orElseThrow().toNanos();
            if (interaction.callbackType().orElseThrow() != REPLY) {
                others.incrementAndGet();
            }
            places.release();
            left.countDown();
        }

        private void await() throws InterruptedException {
            if (!left.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(left.getCount() + " interactions were not answered");
            }
            if (others.get() > 0) {
                Report.note("%d interactions were put off", others.get());
            }
        }
    }

    @Override
    public void acknowledged(Interaction interaction) {
        counting.get().answered(interaction);
    }

    /** @return how many were answered in a second */
    double flood(int interactions, int inFlight) throws InterruptedException {
        var now = new Counting(interactions, inFlight);
        counting.set(now);
        long begun = System.nanoTime();
        for (int i = 0; i < interactions; i++) {
            if (!now.places.tryAcquire(MOST_SECONDS, TimeUnit.SECONDS)) {
                break;
            }
            call(i);
        }
        now.await();
        return interactions * 1e9 / (now.lastNanos - begun);
    }

    /**
     * Whether others are answered or not, the next one calls.
     *
     * @return how long each waited, in nanoseconds
     */
    long[] steadily(int interactions, int perSecond) throws InterruptedException {
        var now = new Counting(interactions, 0);
        counting.set(now);
        long begun = System.nanoTime();
        for (int i = 0; i < interactions; i++) {
            long at = begun + i * 1_000_000_000L / perSecond;
            for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            call(i);
        }
        now.await();
        return now.nanos;
    }

    private void call(int i) {
        Person person = people.get(i % people.size());
        person.slash(person.dm(), command);
    }
}
