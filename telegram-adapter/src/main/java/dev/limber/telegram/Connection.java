package dev.limber.telegram;

import dev.limber.core.chat.Beginning;
import dev.limber.telegram.api.BotAccount;
import dev.limber.telegram.api.BotClient;
import dev.limber.telegram.api.Reply;
import dev.limber.telegram.incoming.Intake;
import dev.limber.telegram.incoming.Poller;
import dev.limber.telegram.incoming.Webhook;
import dev.limber.telegram.incoming.WebhookConfig;
import io.javalin.util.JavalinBindException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.User;

/** Keeps updates coming in, by polling or by webhook, whatever happens to the thread that does it. */
final class Connection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final Duration BETWEEN_INTRODUCTIONS = Duration.ofSeconds(3);
    /** Asking Telegram costs more than looking at a thread. */
    private static final int WATCHES_A_LOOK = 3;

    private static final Duration TELL_AGAIN = Duration.ofMillis(200);
    private static final Duration LONGEST_BATCH = Duration.ofSeconds(8);

    private static final String WRONG_TOKEN =
            "Telegram does not know this bot: check LIMBER_TELEGRAM_TOKEN against what @BotFather says.";

    private final TelegramConfig config;
    private final BotClient client;
    private final Intake intake;
    private final CompletableFuture<BotAccount> introduced;
    private final CompletableFuture<String> end;
    private final InstantSource clock;
    private final AtomicInteger restarts = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile Optional<Instant> lastHeard = Optional.empty();
    /** By {@link System#nanoTime}: a clock that is set must not look like silence. */
    private volatile long silentSince = System.nanoTime();

    private volatile Duration untilIntroduction = BETWEEN_INTRODUCTIONS;
    private volatile Optional<Source> source = Optional.empty();
    private volatile Optional<Thread> worker = Optional.empty();

    Connection(
            TelegramConfig config,
            BotClient client,
            Intake intake,
            CompletableFuture<BotAccount> introduced,
            CompletableFuture<String> end,
            InstantSource clock) {
        this.config = config;
        this.client = client;
        this.intake = intake;
        this.introduced = introduced;
        this.end = end;
        this.clock = clock;
    }

    /** What makes updates come in. */
    private record Source(Consumer<BotAccount> work, Runnable giveWay, Runnable stop, Runnable close) {}

    Beginning begin() {
        try {
            source = Optional.of(config.webhook().map(this::webhook).orElseGet(this::polling));
        } catch (JavalinBindException e) {
            return new Beginning.Impossible("Limber cannot listen on "
                    + config.webhook().map(WebhookConfig::bind).orElseThrow()
                    + " for Telegram: is the port taken? Set LIMBER_WEBHOOK_BIND to another.");
        }
        Beginning beginning = introduce();
        if (!(beginning instanceof Beginning.Impossible)) {
            startWorker();
            Thread.ofVirtual().name("telegram-watch").start(this::watch);
        }
        return beginning;
    }

    private Source polling() {
        var poller = new Poller(client, intake, clock, this::heard);
        return new Source(poller::run, poller::giveWay, poller::stop, () -> {});
    }

    private Source webhook(WebhookConfig webhook) {
        var listening =
                new Webhook(webhook, client, intake, config.timing().watch().multipliedBy(WATCHES_A_LOOK), this::heard);
        return new Source(listening::run, listening::stop, listening::stop, listening::close);
    }

    private void heard() {
        lastHeard = Optional.of(clock.instant());
        silentSince = System.nanoTime();
    }

    private Beginning introduce() {
        LOG.debug("asking Telegram who we are");
        Reply<User> reply = client.call(new GetMe());
        return switch (reply) {
            case Reply.Done<User>(User user) -> {
                heard();
                var account = new BotAccount(user.getId(), user.getUserName());
                introduced.complete(account);
                yield new Beginning.Began(account.mention());
            }
            case Reply.Refused<User> refused
            when refused.code() == 401 || refused.code() == 404 -> new Beginning.Impossible(WRONG_TOKEN);
            case Reply<User> other -> {
                untilIntroduction = longer(BETWEEN_INTRODUCTIONS, other.askedToWait());
                yield new Beginning.NotYet(other.shown());
            }
        };
    }

    private static Duration longer(Duration ours, Optional<Duration> asked) {
        return asked.filter(theirs -> theirs.compareTo(ours) > 0).orElse(ours);
    }

    private void startWorker() {
        worker = Optional.of(Thread.ofVirtual().name("telegram-updates").start(this::work));
    }

    private void work() {
        try {
            if (awaitIntroduction()) {
                source.orElseThrow().work().accept(introduced.join());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable bug) {
            // Whatever it was, the watch starts another.
            LOG.error("taking updates broke off", bug);
        }
    }

    /** @return false where it ends instead */
    private boolean awaitIntroduction() throws InterruptedException {
        while (!introduced.isDone()) {
            if (closed.await(untilIntroduction.toNanos(), TimeUnit.NANOSECONDS)) {
                return false;
            }
            switch (introduce()) {
                case Beginning.Began(String account) -> LOG.info("introduced to Telegram as {}", account);
                case Beginning.NotYet(String reason) -> LOG.warn("Telegram cannot be asked who we are: {}", reason);
                case Beginning.Impossible(String reason) -> {
                    end.complete(reason);
                    return false;
                }
            }
        }
        return true;
    }

    /** Starts another worker where the one there was has died, or hangs for longer than any poll can take. */
    private void watch() {
        Duration longest =
                config.timing().longPoll().plus(config.timing().patience().multipliedBy(3));
        try {
            while (!closed.await(config.timing().watch().toNanos(), TimeUnit.NANOSECONDS) && !end.isDone()) {
                boolean silent = System.nanoTime() - silentSince > longest.toNanos();
                if (!worker.orElseThrow().isAlive()) {
                    LOG.error("whatever takes updates has died; starting it again");
                    restarts.incrementAndGet();
                    startWorker();
                } else if (silent) {
                    LOG.warn("nothing was heard of Telegram for {} s; connecting anew", longest.toSeconds());
                    silentSince = System.nanoTime();
                    client.stopFetching();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Liveness liveness() {
        return new Liveness(lastHeard, intake.lag(), restarts.get());
    }

    /** A poll may begin in the very moment in which it is told to stop, so that it is told until it has. */
    private void stopWorker() throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_BATCH.toNanos();
        boolean working = true;
        while (working && System.nanoTime() - deadline < 0) {
            source.ifPresent(each -> each.stop().run());
            working = worker.isPresent() && !worker.get().join(TELL_AGAIN);
        }
        if (working) {
            LOG.warn("what was taken is not handled after {} s", LONGEST_BATCH.toSeconds());
        }
    }

    /** Ends without a word to Telegram: another instance takes updates. */
    void giveWay() {
        source.ifPresent(each -> each.giveWay().run());
        close();
    }

    /** Takes no more, and waits for what was taken. */
    @Override
    public void close() {
        closed.countDown();
        if (closing.getAndSet(true)) {
            return;
        }
        try {
            stopWorker();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        source.ifPresent(each -> each.close().run());
    }
}
