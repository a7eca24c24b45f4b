package dev.limber.core.runtime;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limber.core.chat.Platform;
import dev.limber.core.coach.Records;
import dev.limber.core.session.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has planned nudges taken up when they are due by the clock, a few at a time so that people who write do not wait for
 * them, and on those platforms alone of which this instance has the tenure. None is held in memory but those that are being
 * taken up.
 */
final class Nudger {
    private static final Logger LOG = LoggerFactory.getLogger(Nudger.class);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(10);
    private static final int MOST_FAILED = 10_000;

    private final Store store;
    private final InstantSource clock;
    private final Leases leases;
    private final RuntimeConfig.Nudging config;
    private final Bell bell;
    private final Map<Platform, CountDownLatch> running = new ConcurrentHashMap<>();
    /** Those that could not be handled a moment ago: they hold up no others. */
    private final Cache<DueNudge, Boolean> failed;

    /** What a nudge that is due sets off. */
    interface Bell {
        /** @return completes when it is durably handled; exceptionally where it could not be */
        CompletionStage<?> ring(DueNudge nudge, Optional<Prefetched> prefetched);

        /** More may be owed there than came by here: another instance may have taken some up in the last moment. */
        void lookAgain(Platform platform);
    }

    Nudger(Store store, InstantSource clock, Leases leases, RuntimeConfig.Nudging config, Bell bell) {
        this.store = store;
        this.clock = clock;
        this.leases = leases;
        this.config = config;
        this.bell = bell;
        this.failed = Caffeine.newBuilder()
                .expireAfterWrite(AGAIN_AFTER)
                .maximumSize(MOST_FAILED)
                .executor(Runnable::run)
                .build();
    }

    void start(Platform platform) {
        var stopped = new CountDownLatch(1);
        if (running.putIfAbsent(platform, stopped) == null) {
            Thread.ofVirtual().name("nudger").start(() -> work(platform, stopped));
        }
    }

    void stop(Platform platform) {
        CountDownLatch stopped = running.remove(platform);
        if (stopped != null) {
            stopped.countDown();
        }
    }

    void close() {
        running.keySet().forEach(this::stop);
    }

    private void work(Platform platform, CountDownLatch stopped) {
        try {
            Duration wait = Duration.ZERO;
            long lookedAgain = System.nanoTime();
            var room = new Room(Math.min(config.atOnce(), store.backgroundTurns()));
            while (!stopped.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                wait = leases.fence(platform).isPresent() ? tryRound(platform, room, stopped) : config.lookEvery();
                if (System.nanoTime() - lookedAgain > config.lookAgainEvery().toNanos()) {
                    lookedAgain = System.nanoTime();
                    bell.lookAgain(platform);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A bug must not end the nudges of everybody. */
    private Duration tryRound(Platform platform, Room room, CountDownLatch stopped) throws InterruptedException {
        try {
            return round(platform, room, stopped);
        } catch (RuntimeException | Error bug) {
            LOG.error("{}: a bug in taking up nudges", platform, bug);
            return config.lookEvery();
        }
    }

    /** @return how long to wait for the next round */
    private Duration round(Platform platform, Room room, CountDownLatch stopped) throws InterruptedException {
        Instant now = clock.instant();
        List<DueNudge> due;
        try {
            int most = config.page() + Math.toIntExact(failed.estimatedSize());
            due = store.nudgesBefore(platform, now.plusMillis(1), most).stream()
                    .filter(nudge -> failed.getIfPresent(nudge) == null)
                    .limit(config.page())
                    .toList();
        } catch (StoreException e) {
            LOG.error("{}: cannot read which nudges are due, trying again: {}", platform, e.getMessage());
            return config.lookEvery();
        }
        return takeUp(due, room, stopped) && due.size() == config.page() ? Duration.ZERO : config.lookEvery();
    }

    /**
     * Leaves the rest where this is stopped meanwhile: it stays planned.
     *
     * @return whether all that was begun could be handled
     */
    private boolean takeUp(List<DueNudge> due, Room room, CountDownLatch stopped) throws InterruptedException {
        var failures = new AtomicInteger();
        for (List<DueNudge> some :
                due.stream().gather(Gatherers.windowFixed(config.atOnce())).toList()) {
            if (stopped.getCount() == 0) {
                break;
            }
            // While those before are still being handled.
            Map<Subject, Prefetched> prefetched = prefetch(some);
            for (DueNudge nudge : some) {
                room.enter();
                if (stopped.getCount() == 0) {
                    room.leave();
                    break;
                }
                ring(nudge, Optional.ofNullable(prefetched.get(nudge.subject())))
                        .whenComplete((_, failure) -> {
                            if (failure != null) {
                                failures.incrementAndGet();
                                failed.put(nudge, true);
                            }
                            room.leave();
                        });
            }
        }
        room.awaitEmpty();
        return failures.get() == 0;
    }

    /** Where it cannot be read, each nudge finds out for itself. */
    private Map<Subject, Prefetched> prefetch(List<DueNudge> due) {
        try {
            Set<Subject> subjects = due.stream().map(DueNudge::subject).collect(Collectors.toSet());
            return store.prefetch(subjects, clock.instant().minus(Records.RECENT));
        } catch (StoreException e) {
            LOG.debug("nothing prefetched", e);
            return Map.of();
        }
    }

    private CompletionStage<?> ring(DueNudge nudge, Optional<Prefetched> prefetched) {
        try {
            return bell.ring(nudge, prefetched);
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
