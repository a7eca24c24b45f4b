package dev.limber.discord;

import com.neovisionaries.ws.client.WebSocketFactory;
import dev.limber.core.chat.Beginning;
import dev.limber.core.chat.adapter.Backoff;
import dev.limber.discord.api.Calls;
import dev.limber.discord.wire.Pin;
import dev.limber.discord.wire.PinnedSockets;
import dev.limber.discord.wire.PinnedTlsSockets;
import dev.limber.discord.wire.RepeatedCallbacks;
import dev.limber.discord.wire.RequestGuard;
import dev.limber.discord.wire.Sessions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.SelfUser;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.requests.RestRateLimiter;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection to Discord: events come in on it, and JDA keeps it up by itself unless Discord says that it must not. */
final class Connection implements AutoCloseable {
    static {
        // The trace of each call's caller is never looked at, and taking it is dear.
        RestAction.setPassContext(false);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(3), Duration.ofMinutes(1));
    private static final Duration GATEWAY_ANSWERS = Duration.ofSeconds(5);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration CLOSE_WITHIN = Duration.ofMillis(700);
    private static final Duration DRAIN_WITHIN = Duration.ofSeconds(2);
    private static final int MOST_IDLE_CONNECTIONS = 128;

    private static final String WRONG_TOKEN =
            "Discord does not know this bot: check LIMBER_DISCORD_TOKEN against the page Bot of the developer portal.";

    private static final ThreadFactory THREADS =
            Thread.ofVirtual().name("discord-", 0).factory();

    private final ShardManager shards;
    private final OkHttpClient http;
    // All parts of the servers share these, so that none of them may end them.
    private final ExecutorService events = Executors.newSingleThreadExecutor(THREADS);
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(daemons("discord-turns"));
    private final ScheduledExecutorService gateway = gatewayPool();
    private final ExecutorService callbacks = Executors.newThreadPerTaskExecutor(THREADS);

    private final Sessions sessions;
    private final Heartbeats heartbeats;
    private final CompletableFuture<SelfUser> introduced = new CompletableFuture<>();
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** @param listener is called on one thread, event by event, in the order of their coming */
    Connection(DiscordConfig config, EventListener listener, InstantSource clock) {
        heartbeats = new Heartbeats(clock);
        http = http(config);
        sessions = new Sessions(config.gateway());
        shards = builder(config)
                .addEventListeners((EventListener) this::watch, heartbeats, listener)
                .build(false);
    }

    private static OkHttpClient http(DiscordConfig config) {
        HttpUrl api = HttpUrl.get(config.api().toString());
        return new OkHttpClient.Builder()
                // Whether something may be said twice is for those to decide who know what it is.
                .retryOnConnectionFailure(false)
                .connectTimeout(CONNECT)
                .callTimeout(Calls.LONGEST_CALL)
                .connectionPool(new ConnectionPool(MOST_IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
                .addInterceptor(new RepeatedCallbacks())
                .addInterceptor(new RequestGuard(api, System::nanoTime))
                .build();
    }

    private DefaultShardManagerBuilder builder(DiscordConfig config) {
        // It is withheld from us by our own choice, and JDA need not tell us how to have it.
        Message.suppressContentIntentWarning();
        var intents = new ArrayList<>(List.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES));
        if (config.messageContent()) {
            intents.add(GatewayIntent.MESSAGE_CONTENT);
        }
        var builder = DefaultShardManagerBuilder.createLight(config.token().value(), intents)
                .setRestConfig(new RestConfig().setBaseUrl(config.api().toString()))
                .setSessionController(sessions)
                .setHttpClient(http)
                .setRequestTimeoutRetry(false)
                .setEnableShutdownHook(false)
                // One thread keeps the order; a slow one would not hold up the heartbeat.
                .setEventPool(events, false)
                .setCallbackPool(callbacks, false)
                .setRateLimitElastic(callbacks, false)
                .setRateLimitScheduler(turns, false)
                .setGatewayPool(gateway, false);
        config.gateway()
                .map(Pin::of)
                .ifPresent(pin -> builder.setWebsocketFactory(new WebSocketFactory()
                        .setSocketFactory(new PinnedSockets(pin))
                        .setSSLSocketFactory(new PinnedTlsSockets(pin))));
        switch (config.shards()) {
            case DiscordConfig.Shards.Auto() -> builder.setShardsTotal(-1);
            case DiscordConfig.Shards.Range(int first, int last, int total) ->
                builder.setShardsTotal(total).setShards(first, last);
        }
        return builder;
    }

    /** JDA gives each interaction ten seconds there; what is called off must not wait for the end of them. */
    private static ScheduledExecutorService gatewayPool() {
        var pool = new ScheduledThreadPoolExecutor(1, daemons("discord-gateway"));
        pool.setRemoveOnCancelPolicy(true);
        return pool;
    }

    private static ThreadFactory daemons(String name) {
        return Thread.ofPlatform().daemon().name(name).factory();
    }

    /** Until when Discord wants to be left alone by all, in milliseconds. */
    RestRateLimiter.GlobalRateLimit limits() {
        return sessions.getRateLimitHandle();
    }

    ShardManager shards() {
        return shards;
    }

    /** Completes when the first part of the servers is there. */
    CompletableFuture<SelfUser> introduced() {
        return introduced;
    }

    /** When all shards were last known to be there. */
    Optional<Instant> lastHeard() {
        return heartbeats.last();
    }

    /** Completes, with one sentence that says why, when Discord does not let it go on. */
    CompletableFuture<String> end() {
        return end;
    }

    /** Where Discord cannot be reached it is tried again in the background. */
    Beginning begin() {
        Beginning beginning = tryToBegin();
        return switch (beginning) {
            case Beginning.Began began -> awaitGateway(began);
            case Beginning.Impossible impossible -> impossible;
            case Beginning.NotYet notYet -> {
                Thread.ofVirtual().name("discord-begin").start(this::keepTrying);
                yield notYet;
            }
        };
    }

    /** The gateway has a word in it too, mostly within a second. */
    private Beginning awaitGateway(Beginning.Began began) {
        try {
            return CompletableFuture.anyOf(introduced.thenApply(_ -> began), end.thenApply(Beginning.Impossible::new))
                    .thenApply(Beginning.class::cast)
                    .get(GATEWAY_ANSWERS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return new Beginning.NotYet("its gateway does not answer");
        } catch (ExecutionException e) {
            throw new IllegalStateException("neither of them fails", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Beginning.NotYet("interrupted");
        }
    }

    private Beginning tryToBegin() {
        try {
            shards.login();
            JDA first = shards.getShardCache().iterator().next();
            return new Beginning.Began("@" + first.getSelfUser().getName());
        } catch (InvalidTokenException _) {
            return new Beginning.Impossible(WRONG_TOKEN);
        } catch (ErrorResponseException e) {
            return new Beginning.NotYet(Calls.shown(e));
        } catch (RuntimeException e) {
            LOG.debug("could not begin", e);
            return new Beginning.NotYet(reason(e));
        }
    }

    private static String reason(Throwable e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause.getClass().getSimpleName();
    }

    private void keepTrying() {
        Duration wait = BACKOFF.shortest();
        try {
            while (!closed.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                switch (tryToBegin()) {
                    case Beginning.Began(String account) -> {
                        LOG.info("introduced to Discord as {}", account);
                        return;
                    }
                    case Beginning.Impossible(String why) -> {
                        end.complete(why);
                        return;
                    }
                    case Beginning.NotYet(String why) -> LOG.warn("Discord cannot be reached, trying again: {}", why);
                }
                wait = BACKOFF.after(wait);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch(GenericEvent event) {
        switch (event) {
            case ReadyEvent ready -> introduced.complete(ready.getJDA().getSelfUser());
            case SessionDisconnectEvent lost ->
                LOG.info("the connection of shard {} is lost and taken up again", shard(lost.getJDA()));
            case SessionResumeEvent resumed -> LOG.info("the connection of shard {} goes on", shard(resumed.getJDA()));
            case SessionRecreateEvent anew -> LOG.info("the connection of shard {} begins anew", shard(anew.getJDA()));
            case ShutdownEvent over when closed.getCount() > 0 -> end.complete(Closing.reason(over.getCode()));
            default -> {}
        }
    }

    private static int shard(JDA jda) {
        return jda.getShardInfo().getShardId();
    }

    /** Waits until the events that have come are handed on, within a bounded time. */
    void drain() {
        try {
            events.submit(() -> {}).get(DRAIN_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException | RejectedExecutionException e) {
            LOG.warn("some events are not handed on any more: {}", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Calls that are on their way may end; whatever hangs is cut off. */
    @Override
    public void close() {
        closed.countDown();
        List<JDA> open = Optional.ofNullable(shards.getShardCache())
                .map(cache -> cache.asList())
                .orElse(List.of());
        shards.shutdown();
        long deadline = System.nanoTime() + CLOSE_WITHIN.toNanos();
        try {
            for (JDA each : open) {
                Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
                if (!each.awaitShutdown(left)) {
                    each.shutdownNow();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List.of(events, turns, gateway, callbacks).forEach(ExecutorService::shutdown);
        http.connectionPool().evictAll();
    }
}
