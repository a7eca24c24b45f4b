package dev.limber.benchmarks;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.Pace;
import dev.limber.core.chat.Receipt;
import dev.limber.core.chat.UserId;
import dev.limber.core.coach.Coach;
import dev.limber.core.coach.Defaults;
import dev.limber.core.runtime.Limber;
import dev.limber.core.runtime.Mind;
import dev.limber.core.runtime.RuntimeConfig;
import dev.limber.core.text.Content;
import dev.limber.core.text.ContentReader;
import dev.limber.core.text.ContentReading;
import dev.limber.core.text.Pack;
import dev.limber.storage.SqliteStore;
import dev.limber.storage.StorageConfig;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** People who stretch with a real Limber: real coach, real content, real store; only the platform takes no time. */
final class Crowd implements AutoCloseable {
    private final int people;
    private final CountingPlatform platform;
    private final SqliteStore store;
    private final Limber limber;
    /** Whether a person has taken the last step forth: they go to and fro. */
    private final boolean[] forth;

    Crowd(Path folder, int people, RuntimeConfig config) {
        this.people = people;
        platform = new CountingPlatform(people, Pace.unlimited());
        forth = new boolean[people];
        Content content = content();
        store = SqliteStore.open(StorageConfig.Sqlite.in(folder));
        limber = new Limber(
                store,
                Mind.of(new Coach(), () -> content, new Defaults(Locale.ENGLISH, ZoneOffset.UTC)),
                InstantSource.system(),
                config);
        limber.start(List.of(platform));
    }

    static Content content() {
        return switch (ContentReader.read(List.of(Pack.builtIn()))) {
            case ContentReading.Accepted(Content content, var warnings) -> content;
            case ContentReading.Refused(var faults) -> throw new IllegalStateException(faults.toString());
        };
    }

    int size() {
        return people;
    }

    /** Everybody begins the longest routine; the health check is skipped. */
    void begin(int threads) throws InterruptedException {
        sideBySide(threads, thread -> {
            for (int person = thread; person < people; person += threads) {
                say(person, new Body.CommandCalled("stretch", "full-back"));
                say(person, new Body.TextWritten("skip"));
            }
        });
    }

    /** One step on, or one back, from the word to the delivered prompt. */
    void step(int person) {
        forth[person] = !forth[person];
        say(person, new Body.TextWritten(forth[person] ? "next" : "back"));
    }

    /** Ends somebody's routine. */
    void stop(int person) {
        say(person, new Body.TextWritten("stop"));
    }

    /**
     * So many people at once take step after step.
     *
     * @return how long each turn took, in nanoseconds
     */
    long[] underFullLoad(int threads, double seconds) throws InterruptedException {
        var stop = new AtomicBoolean();
        var times = new ConcurrentLinkedQueue<long[]>();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        sideBySide(threads, thread -> {
            long[] own = new long[1 << 12];
            int count = 0;
            for (int person = thread; !stop.get(); person = person + threads < people ? person + threads : thread) {
                long begin = System.nanoTime();
                step(person);
                long now = System.nanoTime();
                if (count == own.length) {
                    own = Arrays.copyOf(own, count * 2);
                }
                own[count++] = now - begin;
                if (now > end) {
                    stop.set(true);
                }
            }
            times.add(Arrays.copyOf(own, count));
        });
        return times.stream().flatMapToLong(Arrays::stream).toArray();
    }

    private void say(int person, Body body) {
        Receipt receipt =
                limber.accept(message(person, body)).toCompletableFuture().join();
        platform.await(person, receipt.owed().size());
    }

    static IncomingMessage message(int person, Body body) {
        String id = Integer.toString(person);
        var address = new Address(CountingPlatform.ID, "bot", id, Optional.empty());
        return new IncomingMessage(
                UUID.randomUUID().toString(),
                new UserId(CountingPlatform.ID, id),
                address,
                true,
                Optional.of(address),
                Optional.of(Locale.ENGLISH),
                Optional.empty(),
                body);
    }

    /** What one of several threads does. */
    interface Work {
        void run(int thread);
    }

    static void sideBySide(int threads, Work work) throws InterruptedException {
        var failures = new ConcurrentLinkedQueue<Throwable>();
        var all = new ArrayList<Thread>();
        for (int i = 0; i < threads; i++) {
            int thread = i;
            all.add(Thread.ofVirtual()
                    .uncaughtExceptionHandler((t, failure) -> failures.add(failure))
                    .start(() -> work.run(thread)));
        }
        for (Thread thread : all) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw new CompletionException(failures.peek());
        }
    }

    @Override
    public void close() {
        limber.close();
        store.close();
    }
}
