package dev.limber.benchmarks;

import dev.limber.discord.standin.DiscordApi;
import dev.limber.discord.standin.Person;
import dev.limber.discord.standin.Settings;
import dev.limber.telegram.standin.BotApi;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Limber as it is started, with its database, against a stand-in of Discord in this process: its start, its memory, a
 * steady stream of interactions and a flood of them, the latter beside a bot that does nothing but answer.
 */
public final class DiscordBenchmark {
    private static final String COMMAND = "progress";
    private static final String IN_DISCORD = "Limber answers in Discord as";
    private static final String IN_TELEGRAM = "Limber answers in Telegram as";
    private static final int STARTS = 5;
    private static final int STARTS_OF_BOTH = 3;
    private static final int SERVERS = 5;
    private static final int PEOPLE = 500;
    private static final int WARM_UP_RUNS = 6;
    private static final int RUNS = 5;
    private static final int FLOOD = 5_000;
    private static final int IN_FLIGHT = 64;
    private static final int PER_SECOND = 200;
    private static final int STEADY_SECONDS = 15;
    private static final int STEADY_WARM_UP_SECONDS = 3;
    private static final int STEADY_RUNS = 3;
    private static final long IDLE_SECONDS = 8;
    private static final long QUIET_SECONDS = 15;

    private final Path folder;
    private int homes;

    private DiscordBenchmark(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Folders.fresh();
        try {
            var benchmark = new DiscordBenchmark(folder);
            // Builds what is out of date, and makes the start-up cache.
            benchmark.start(1, Map.of("LIMBER_START_CACHE", "now"), "first start, with all that it has to make");
            double idle = benchmark.starts();
            benchmark.startsOfBoth();
            benchmark.interactions(idle);
        } finally {
            Folders.delete(folder);
        }
    }

    private static DiscordApi standIn() {
        DiscordApi api =
                DiscordApi.start(Settings.defaults().withRecordedCalls(0).withKeptMessages(50));
        for (int i = 0; i < SERVERS; i++) {
            api.server("Desks " + i, api.person("Owner " + i, "en-US"), api.person("Guest " + i, "en-US"));
        }
        return api;
    }

    private static Map<String, String> settings(DiscordApi api) {
        return Map.of(
                "LIMBER_DISCORD_TOKEN",
                api.token(),
                "LIMBER_DISCORD_API_URL",
                api.url(),
                "LIMBER_DISCORD_GATEWAY_URL",
                api.gatewayUrl());
    }

    private Path freshHome() {
        return folder.resolve("home-" + homes++);
    }

    private record Start(double millis, double resident) {}

    /** @param idleSeconds after which the memory is looked at */
    private Start start(long idleSeconds, Map<String, String> more, String what)
            throws IOException, InterruptedException {
        try (DiscordApi api = standIn()) {
            Map<String, String> settings = new HashMap<>(settings(api));
            settings.putAll(more);
            long begun = System.nanoTime();
            try (LimberProcess limber = more.containsKey("LIMBER_TELEGRAM_TOKEN")
                    ? LimberProcess.start(freshHome(), settings, IN_DISCORD, IN_TELEGRAM)
                    : LimberProcess.start(freshHome(), settings, IN_DISCORD)) {
                limber.await();
                api.gateway().awaitConnected();
                double millis = (System.nanoTime() - begun) / 1e6;
                TimeUnit.SECONDS.sleep(idleSeconds);
                double resident = limber.resident();
                Report.note("%s: %.0f ms, resident %.1f MiB", what, millis, resident);
                return new Start(millis, resident);
            }
        }
    }

    /** @return the memory when idle */
    private double starts() throws IOException, InterruptedException {
        var starts = new ArrayList<Start>();
        for (int i = 0; i < STARTS; i++) {
            starts.add(start(IDLE_SECONDS, Map.of(), "Discord alone"));
        }
        Report.atMost("Discord: start to READY", median(starts, true), 1_500, "ms");
        double idle = median(starts, false);
        Report.atMost("Discord: resident memory when idle", idle, 170, "MiB");
        return idle;
    }

    private void startsOfBoth() throws IOException, InterruptedException {
        var starts = new ArrayList<Start>();
        for (int i = 0; i < STARTS_OF_BOTH; i++) {
            try (BotApi telegram = BotApi.start(dev.limber.telegram.standin.Settings.defaults())) {
                starts.add(start(
                        IDLE_SECONDS,
                        Map.of("LIMBER_TELEGRAM_TOKEN", telegram.token(), "LIMBER_TELEGRAM_API_URL", telegram.url()),
                        "Discord and Telegram"));
            }
        }
        Report.atMost("Discord and Telegram: resident memory when idle", median(starts, false), 220, "MiB");
    }

    private static double median(List<Start> starts, boolean ofMillis) {
        return Report.median(starts.stream()
                .mapToDouble(start -> ofMillis ? start.millis : start.resident)
                .toArray());
    }

    private void interactions(double idle) throws IOException, InterruptedException {
        try (DiscordApi api = standIn();
                DiscordApi peerApi = standIn();
                LimberProcess limber = LimberProcess.start(freshHome(), settings(api), IN_DISCORD)) {
            limber.await();
            Process peer = peer(limber, peerApi, words(api));
            try {
                peerApi.gateway().awaitConnected();
                var crowd = new DiscordCrowd(api, PEOPLE, COMMAND);
                var peersCrowd = new DiscordCrowd(peerApi, PEOPLE, COMMAND);
                floods(limber, peer, crowd, peersCrowd);
                steady(crowd, peersCrowd);
                TimeUnit.SECONDS.sleep(QUIET_SECONDS);
                double resident = limber.resident();
                Report.note(
                        "resident memory once quiet: %.1f MiB, %.2f times that of before", resident, resident / idle);
                Report.note("resident memory of the peer: %.1f MiB", Memory.resident(peer.pid()));
            } finally {
                peer.destroy();
                peer.waitFor();
            }
            var faults = new ArrayList<>(api.violations());
            faults.addAll(peerApi.violations());
            if (!faults.isEmpty()) {
                throw new IllegalStateException("this is not how Discord is called: " + faults);
            }
        }
    }

    /** What Limber says to the command: the peer is to carry no less. */
    private static String words(DiscordApi api) {
        Person person = api.person("Somebody", "en-US");
        person.installsApp();
        return person.slash(person.dm(), COMMAND).awaitReply().source();
    }

    private static Process peer(LimberProcess limber, DiscordApi api, String words) throws IOException {
        var command = new ArrayList<String>();
        command.add(limber.java());
        command.addAll(limber.javaOptions());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), DiscordEcho.class.getName()));
        command.addAll(List.of(api.token(), api.url(), COMMAND, words));
        return new ProcessBuilder(command).inheritIO().start();
    }

    private static void floods(LimberProcess limber, Process peer, DiscordCrowd crowd, DiscordCrowd peersCrowd)
            throws InterruptedException {
        for (int i = 0; i < WARM_UP_RUNS; i++) {
            crowd.flood(FLOOD, IN_FLIGHT);
            peersCrowd.flood(FLOOD, IN_FLIGHT);
        }
        double before = limber.cpuMillis();
        double peerBefore = LimberProcess.cpuMillis(peer);
        double[] rates = new double[RUNS];
        double[] peers = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            rates[run] = crowd.flood(FLOOD, IN_FLIGHT);
            peers[run] = peersCrowd.flood(FLOOD, IN_FLIGHT);
            Report.note("64 interactions in flight: %,.0f/s, the peer %,.0f/s", rates[run], peers[run]);
        }
        Report.note(
                "processor time of an interaction: %.2f ms, the peer %.2f ms",
                (limber.cpuMillis() - before) / (RUNS * FLOOD),
                (LimberProcess.cpuMillis(peer) - peerBefore) / (RUNS * FLOOD));
        double rate = Report.median(rates);
        Report.atLeast("Discord: interactions answered, 64 in flight", rate, 1_800, "/s");
        Report.atLeast("Discord: the same, to a bare bot that says the same", rate / Report.median(peers), 0.8, "");
    }

    private static void steady(DiscordCrowd crowd, DiscordCrowd peersCrowd) throws InterruptedException {
        double[] halves = new double[STEADY_RUNS];
        double[] tails = new double[STEADY_RUNS];
        for (int run = 0; run < STEADY_RUNS; run++) {
            long[] nanos = steady(crowd);
            halves[run] = Report.percentile(nanos, 0.5);
            tails[run] = Report.percentile(nanos, 0.99);
            Report.note("200 interactions a second: p50 %.2f ms, p99 %.2f ms", halves[run], tails[run]);
        }
        long[] peers = steady(peersCrowd);
        Report.note(
                "the peer: p50 %.2f ms, p99 %.2f ms", Report.percentile(peers, 0.5), Report.percentile(peers, 0.99));
        Report.atMost("Discord: an interaction's callback, p50", Report.median(halves), 2, "ms");
        Report.atMost("Discord: an interaction's callback, p99", Report.median(tails), 15, "ms");
    }

    private static long[] steady(DiscordCrowd crowd) throws InterruptedException {
        crowd.steadily(STEADY_WARM_UP_SECONDS * PER_SECOND, PER_SECOND);
        return crowd.steadily(STEADY_SECONDS * PER_SECOND, PER_SECOND);
    }
}
