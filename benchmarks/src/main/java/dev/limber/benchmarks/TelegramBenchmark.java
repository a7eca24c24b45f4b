package dev.limber.benchmarks;

import dev.limber.telegram.standin.BotApi;
import dev.limber.telegram.standin.Person;
import dev.limber.telegram.standin.Posted;
import dev.limber.telegram.standin.Settings;
import dev.limber.telegram.standin.Watcher;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/**
 * Limber as it is started, with its database, against a stand-in of Telegram in this process: a flood of updates, single
 * ones, and the memory before and after.
 */
public final class TelegramBenchmark implements Watcher {
    private static final Duration ROUND_TRIP = Duration.ofMillis(50);
    private static final int WARM_UP_RUNS = 2;
    private static final int RUNS = 3;
    private static final int LONE_UPDATES = 300;
    private static final int LONE_WARM_UP = 100;
    private static final long PAUSE_MILLIS = 120;
    private static final long IDLE_SECONDS = 8;
    private static final int FEWEST_SECONDS = 10;
    private static final int MOST_SECONDS = 60;

    private final BotApi api;
    private final AtomicReference<Counting> counting = new AtomicReference<>(new Counting(0));

    private TelegramBenchmark(BotApi api) {
        this.api = api;
        api.watch(this);
    }

    /** What has been answered, by chat. */
    private static final class Counting {
        private final CountDownLatch left;
        private final Map<Long, List<String>> answers = new ConcurrentHashMap<>();
        private volatile long lastNanos;

        private Counting(int expected) {
            left = new CountDownLatch(expected);
        }

        private void posted(Posted message) {
            answers.computeIfAbsent(message.room().id(), _ -> Collections.synchronizedList(new ArrayList<>()))
                    .add(message.text());
            lastNanos = System.nanoTime();
            left.countDown();
        }

        private void await() throws InterruptedException {
            if (!left.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(left.getCount() + " updates were not answered");
            }
        }
    }

    @Override
    public void posted(Posted message) {
        counting.get().posted(message);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path home = Folders.fresh();
        Settings settings = Settings.defaults().withRecordCalls(0).withKeepMessages(50);
        try (BotApi api = BotApi.start(settings)) {
            new TelegramBenchmark(api).measure(home);
        } finally {
            Folders.delete(home);
        }
    }

    private void measure(Path home) throws IOException, InterruptedException {
        try (LimberProcess limber = LimberProcess.start(
                home.resolve("data"),
                Map.of("LIMBER_TELEGRAM_TOKEN", api.token(), "LIMBER_TELEGRAM_API_URL", api.url()))) {
            Person first = api.person("First", "en");
            flood(List.of(first), 1);
            TimeUnit.SECONDS.sleep(IDLE_SECONDS);
            Report.atMost("Telegram: resident memory when idle", limber.resident(), 140, "MiB");

            floods(Duration.ZERO, 500, 20, 3_000, "as fast as can be, 500 chats");
            double bound = 50 * 1e9 / ROUND_TRIP.toNanos();
            floods(ROUND_TRIP, 50, 100, 0.9 * bound, "at 50 ms, 50 chats, 5,000 updates; the bound is 1,000");
            lone(first);
            TimeUnit.SECONDS.sleep(FEWEST_SECONDS);
            Report.atMost("Telegram: resident memory after it", limber.resident(), 200, "MiB");
        }
    }

    private void floods(Duration delay, int chats, int each, double limit, String what) throws InterruptedException {
        List<Person> people = IntStream.range(0, chats)
                .mapToObj(i -> api.person("Person " + chats + "/" + i, "en"))
                .toList();
        api.setAnswerDelay(delay);
        for (int i = 0; i < WARM_UP_RUNS; i++) {
            flood(people, each);
        }
        double[] rates = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            rates[run] = flood(people, each);
            Report.note("%s: %,.0f/s", what, rates[run]);
        }
        api.setAnswerDelay(Duration.ZERO);
        Report.atLeast("Telegram: updates answered in order, " + what, Report.median(rates), limit, "/s");
    }

    /** Everybody changes a setting again and again; each answer says what it is now, so that the order shows. */
    private double flood(List<Person> people, int each) throws InterruptedException {
        var now = new Counting(people.size() * each);
        counting.set(now);
        long begun = System.nanoTime();
        for (int i = 0; i < each; i++) {
            for (Person person : people) {
                person.says(person.privately(), "/settings hold " + seconds(i));
            }
        }
        now.await();
        now.answers.forEach((chat, answers) -> {
            for (int i = 0; i < each; i++) {
                if (!answers.get(i).contains(" " + seconds(i) + " ")) {
                    throw new IllegalStateException("out of order in " + chat + ": " + answers);
                }
            }
        });
        return people.size() * each * 1e9 / (now.lastNanos - begun);
    }

    private static int seconds(int i) {
        return 10 + i % 51;
    }

    private void lone(Person person) throws IOException, InterruptedException {
        api.setAnswerDelay(ROUND_TRIP);
        double roundTrip = roundTrip();
        long[] nanos = new long[LONE_UPDATES];
        for (int i = -LONE_WARM_UP; i < LONE_UPDATES; i++) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            var now = new Counting(1);
            counting.set(now);
            long begun = System.nanoTime();
            person.says(person.privately(), "/settings hold 20");
            now.await();
            nanos[Math.max(i, 0)] = now.lastNanos - begun;
        }
        api.setAnswerDelay(Duration.ZERO);
        Report.note("a round trip takes %.1f ms, a lone update p50 %.1f ms", roundTrip, Report.percentile(nanos, 0.5));
        Report.atMost(
                "Telegram: p99 of a lone update above the round trip",
                Report.percentile(nanos, 0.99) - roundTrip,
                10,
                "ms");
    }

    /** What the same server and machine take for nothing at all, in milliseconds. */
    private double roundTrip() throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(api.url() + "/bot" + api.token() + "/getMe"))
                    .build();
            double[] millis = new double[51];
            for (int i = 0; i < millis.length; i++) {
                long begun = System.nanoTime();
                http.send(request, HttpResponse.BodyHandlers.ofString());
                millis[i] = (System.nanoTime() - begun) / 1e6;
            }
            return Report.median(millis);
        }
    }
}
