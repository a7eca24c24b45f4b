package dev.limber.storage.measure;

import dev.limber.core.chat.Platform;
import dev.limber.core.chat.UserId;
import dev.limber.core.runtime.CommitResult.Committed;
import dev.limber.core.runtime.Settlement;
import dev.limber.core.runtime.Store;
import dev.limber.core.runtime.StoredState;
import dev.limber.core.session.Fate;
import dev.limber.core.session.Subject;
import dev.limber.storage.SqliteStore;
import dev.limber.storage.StorageConfig;
import dev.limber.testkit.StoreUse;
import dev.limber.testkit.TurnBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Prints how many turns a second go through the store, against the single commits a second that this machine's disk
 * allows, with few and with many stored people. A turn is read, stored (state and one message of about 600 bytes), and
 * settled. Arguments: a folder on the disk to measure, then the numbers of people to store.
 */
public final class StoreSpeed {
    private static final String DOCUMENT = "{\"text\":\"" + "stretch ".repeat(74) + "\"}";
    private static final Duration ROUND = Duration.ofSeconds(5);

    private StoreSpeed() {}

    public static void main(String[] arguments) throws Exception {
        Path parent = Path.of(arguments[0]);
        for (String people : Arrays.asList(arguments).subList(1, arguments.length)) {
            Path folder = Files.createTempDirectory(parent, "store-speed");
            try {
                measure(folder, Integer.parseInt(people));
            } finally {
                delete(folder);
            }
        }
    }

    private static void measure(Path folder, int people) throws Exception {
        // The first is for warming up.
        singleCommitsPerSecond(folder.resolve("warm-up.db"));
        double raw = singleCommitsPerSecond(folder.resolve("raw.db"));
        System.out.printf("one-row transactions, alone: %.0f/s%n", raw);
        try (Store store = SqliteStore.open(StorageConfig.Sqlite.in(folder))) {
            long start = System.nanoTime();
            fill(store, people);
            System.out.printf("%d people stored in %.1f s%n", people, (System.nanoTime() - start) / 1e9);
            for (int threads : new int[] {1, 16, 64, 256}) {
                round(store, people, threads, raw);
            }
        }
        long start = System.nanoTime();
        SqliteStore.open(StorageConfig.Sqlite.in(folder)).close();
        System.out.printf("opened and closed in %d ms%n%n", (System.nanoTime() - start) / 1_000_000);
    }

    private static void fill(Store store, int people) throws Exception {
        var next = new AtomicInteger();
        inParallel(256, thread -> () -> {
            for (int person = next.getAndIncrement(); person < people; person = next.getAndIncrement()) {
                turn(store, person);
            }
            return List.of();
        });
    }

    private static void round(Store store, int people, int threads, double raw) throws Exception {
        long start = System.nanoTime();
        List<Long> times = inParallel(threads, thread -> () -> {
            var own = new ArrayList<Long>();
            while (System.nanoTime() - start < ROUND.toNanos()) {
                // Each thread has people of its own, so that turns of one person never collide.
                int person = ThreadLocalRandom.current().nextInt(people / threads) * threads + thread;
                long begin = System.nanoTime();
                turn(store, person);
                own.add(System.nanoTime() - begin);
            }
            return own;
        });
        double perSecond = times.size() / ((System.nanoTime() - start) / 1e9);
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%d people, %d threads: %.0f turns/s (%.1f x single commits), p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                people,
                threads,
                perSecond,
                perSecond / raw,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }

    private static void turn(Store store, int person) {
        Subject subject = new Subject.Person(new UserId(new Platform("test"), Integer.toString(person)));
        long read = store.find(subject).map(StoredState::version).orElse(0L);
        var turn = TurnBuilder.turnReading(subject, read)
                .state(DOCUMENT)
                .saying(DOCUMENT)
                .build();
        if (!(store.commit(turn) instanceof Committed(long stored, var owed)) || (read > 0 && stored != read + 1)) {
            throw new IllegalStateException("turns must not collide here");
        }
        store.settle(new Settlement(owed.getFirst(), Optional.empty(), Fate.DELIVERED));
    }

    private static double singleCommitsPerSecond(Path file) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("CREATE TABLE t (n INTEGER PRIMARY KEY, x TEXT)");
            try (var insert = connection.prepareStatement("INSERT INTO t (x) VALUES ('one row')")) {
                long start = System.nanoTime();
                int count = 0;
                while (System.nanoTime() - start < ROUND.toNanos() / 2) {
                    insert.executeUpdate();
                    count++;
                }
                return count / ((System.nanoTime() - start) / 1e9);
            }
        }
    }

    private static List<Long> inParallel(int threads, Work work) throws Exception {
        List<Callable<List<Long>>> tasks =
                IntStream.range(0, threads).mapToObj(work::on).toList();
        return StoreUse.allAtOnce(tasks).stream().flatMap(List::stream).toList();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** What one of several threads does; it gives how long each turn took, in nanoseconds. */
    private interface Work {
        Callable<List<Long>> on(int thread);
    }
}
