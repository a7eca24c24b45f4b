package dev.limber.app.serving;

import static org.awaitility.Awaitility.await;

import dev.limber.discord.standin.DiscordApi;
import dev.limber.storage.Cable;
import dev.limber.storage.Servers;
import dev.limber.storage.StorageConfig;
import dev.limber.telegram.standin.BotApi;
import dev.limber.telegram.standin.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

/** Several Limbers on one PostgreSQL database, each in a process of its own and with its own ways to the outside. */
final class Fleet implements AutoCloseable {
    /** What is promised. */
    static final Duration TAKEOVER = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final StorageConfig.Postgres database = Servers.empty();
    private final List<Member> members = new ArrayList<>();

    Fleet(Path folder) {
        this.folder = folder;
    }

    /** One of them. */
    static final class Member implements AutoCloseable {
        private final Served served;
        private final Cable cable;
        private final int door;

        private Member(Served served, Cable cable, int door) {
            this.served = served;
            this.cable = cable;
            this.door = door;
        }

        Served served() {
            return served;
        }

        /** Its own way to the database. */
        Cable cable() {
            return cable;
        }

        /** Its own calls to Telegram. */
        List<Call> calls(BotApi api, String method) {
            return api.calls(method).stream()
                    .filter(call -> call.port() == door)
                    .toList();
        }

        /** Whether what it said last of a platform is that it serves it. */
        boolean serves(String platform) {
            String out = get(served::out);
            return served.isAlive() && out.lastIndexOf("Limber answers in " + platform) > standsBySince(out, platform);
        }

        boolean standsBy(String platform) {
            String out = get(served::out);
            return served.isAlive() && standsBySince(out, platform) > out.lastIndexOf("Limber answers in " + platform);
        }

        void awaitStandingBy(String platform) {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> standsBy(platform));
        }

        private static int standsBySince(String out, String platform) {
            return Math.max(
                    out.lastIndexOf("Another Limber serves " + platform
                            + "; this one takes over when that is gone. Ctrl-C ends it."),
                    out.lastIndexOf("The database does not answer, so another Limber may serve " + platform
                            + "; this one goes on when it can. Ctrl-C ends it."));
        }

        @Override
        public void close() throws IOException {
            served.close();
            cable.close();
        }
    }

    /** Starts one more, in Telegram, and waits until it says that it is there. */
    Member inTelegram(BotApi api) throws IOException {
        return inTelegram(api, UnaryOperator.identity());
    }

    Member inTelegram(BotApi api, UnaryOperator<Served.Start> settings) throws IOException {
        int door = api.openDoor();
        return start(
                door,
                settings.apply(start().inTelegram(api).with("LIMBER_TELEGRAM_API_URL", "http://127.0.0.1:" + door)));
    }

    Member inDiscord(DiscordApi api) throws IOException {
        return start(0, start().inDiscord(api));
    }

    /** How to start one on the same database. */
    Served.Start start() throws IOException {
        return new Served.Start(Files.createTempDirectory(folder, "limber"))
                .with("LIMBER_DATABASE_URL", Servers.url(database));
    }

    private Member start(int door, Served.Start start) throws IOException {
        var cable = new Cable();
        start.with("LIMBER_DATABASE_URL", Servers.url(cable.to(database)));
        var member = new Member(start.runUntilUp(), cable, door);
        members.add(member);
        return member;
    }

    /** Waits until one of them serves a platform. */
    Member awaitServing(String platform) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> members.stream()
                                .filter(member -> member.serves(platform))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    StorageConfig.Postgres database() {
        return database;
    }

    /** All connections to the database, those to this test's own statements apart. */
    int connections() {
        return Servers.count(
                database,
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND application_name = 'limber'");
    }

    int count(String query) {
        return Servers.count(database, query);
    }

    private static <T> T get(Callable<T> read) {
        try {
            return read.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (Member member : members) {
            member.close();
        }
        Servers.drop(database);
    }
}
