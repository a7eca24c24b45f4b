package dev.limber.core.runtime;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import dev.limber.core.chat.Address;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.ChatPlatform;
import dev.limber.core.chat.Inbox;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.Platform;
import dev.limber.core.chat.Receipt;
import dev.limber.core.chat.Suggestion;
import dev.limber.core.chat.UserId;
import dev.limber.core.coach.Context;
import dev.limber.core.runtime.json.JsonCodec;
import dev.limber.core.session.Subject;
import dev.limber.core.session.UserState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running coach. Made first, then given to the adapters as their {@link Inbox}, then started with them. Closing it
 * leaves the store open.
 */
public final class Limber implements Inbox, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Limber.class);
    private static final int MOST_SUGGESTIONS = 25;
    private static final int MOST_APOLOGIES = 10_000;
    private static final Duration ASKED_FOR_RIGHTS = Duration.ofSeconds(5);

    private final Mind mind;
    private final InstantSource clock;
    private final RuntimeConfig config;
    private final RuntimeObserver observer;
    private final StateCache states;
    private final Rights rights = new Rights(ASKED_FOR_RIGHTS);
    private final Drafter drafter;
    private final Apologies apologies;
    private final Mailboxes mailboxes;
    private final Courier courier;
    private final Wakeups wakeups;
    private final Leases leases;
    private final Nudger nudger;
    private final Map<Platform, Standstills> standstills = new ConcurrentHashMap<>();
    private final Map<Platform, Candidate> candidates = new ConcurrentHashMap<>();
    private final Turns turns;
    private final Housekeeper housekeeper;
    /** When others were last told again that this instance is there, after it had been missing. */
    private volatile long lapsedAt = System.nanoTime();
    /** To which is delivered here, or is about to be. */
    private final Set<Platform> served = ConcurrentHashMap.newKeySet();

    private final AtomicBoolean started = new AtomicBoolean();
    /** Who has been told lately that nothing can be stored. */
    private final Cache<Subject, Boolean> told;

    public Limber(Store store, Mind mind, InstantSource clock, RuntimeConfig config) {
        this(store, mind, clock, config, RuntimeObserver.none());
    }

    public Limber(Store store, Mind mind, InstantSource clock, RuntimeConfig config, RuntimeObserver observer) {
        var codec = new JsonCodec();
        this.mind = mind;
        this.clock = clock;
        this.config = config;
        this.observer = observer;
        states = new StateCache(store, codec, config.cacheBytes());
        apologies = new Apologies(mind);
        drafter = new Drafter(store, codec, mind, apologies, clock);
        mailboxes = new Mailboxes(config.mostWaiting());
        wakeups = new Wakeups(store, clock, config.wakingUp(), this::wake);
        leases = new Leases(store, clock, config.leasing(), new Seats());
        courier = new Courier(
                store,
                config.delivering(),
                platform -> new Carrier(
                        platform,
                        codec,
                        new Departures(platform, store, leases, standstills(platform.id()), clock, observer),
                        store,
                        clock,
                        config.delivering(),
                        aftermath(),
                        observer),
                platform -> leases.fence(platform).isPresent());
        nudger = new Nudger(store, clock, leases, config.nudging(), new NudgeBell());
        turns = new Turns(store, states, drafter, courier, wakeups, new Standings(states, mind, rights), observer);
        housekeeper = new Housekeeper(store, states, clock, config.housekeeping());
        told = Caffeine.newBuilder()
                .expireAfterWrite(config.apologyEvery())
                .maximumSize(MOST_APOLOGIES)
                .scheduler(Scheduler.systemScheduler())
                .executor(Runnable::run)
                .build();
    }

    /**
     * Delivers what is owed, and wakes whom it is time to wake. What is owed on other platforms stays stored; they can
     * be started later.
     *
     * @throws StoreException where it cannot be read
     */
    public void start(Collection<? extends ChatPlatform> platforms) {
        rights.know(platforms);
        // The others have to know who delivers before anything is delivered.
        platforms.forEach(platform -> {
            served.add(platform.id());
            leases.seek(platform.id());
        });
        courier.start(platforms);
        platforms.forEach(platform -> nudger.start(platform.id()));
        if (started.compareAndSet(false, true)) {
            wakeups.start();
            housekeeper.start();
        } else {
            wakeups.readAgain();
        }
    }

    /** Delivers no more on a platform: what is owed there stays stored. */
    public void stop(Platform platform) {
        nudger.stop(platform);
        courier.stop(platform);
        served.remove(platform);
        if (!candidates.containsKey(platform)) {
            leases.leave(platform);
        }
    }

    /**
     * Seeks to be the one of all instances on this store that does on a platform what only one may: poll, hold a
     * connection open, send what is scheduled. The candidate is told at once where nobody else does.
     */
    public void seek(Platform platform, Candidate candidate) {
        candidates.put(platform, candidate);
        leases.seek(platform);
    }

    /** Seeks it no longer, and lets others have it. */
    public void renounce(Platform platform) {
        candidates.remove(platform);
        leases.leave(platform);
    }

    /** Whether this instance is that one right now. */
    public boolean isSeated(Platform platform) {
        return leases.fence(platform).isPresent();
    }

    /** Whether all other instances surely know that this one is there: not while the store does not answer. */
    public boolean isKnownToOthers() {
        return leases.isPresent();
    }

    /** Whoever has to know whether this instance is the one. Calls come one after the other, and must not take long. */
    public interface Candidate {
        void seated();

        /** Another instance takes over, or is about to: what only one may do must end now. */
        void unseated();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Fails with {@link StoreException}, or with {@link RejectedExecutionException} when overloaded or closed.
     */
    @Override
    public CompletionStage<Receipt> accept(IncomingMessage message) {
        return take(Event.of(message, mind.subjectOf(message)));
    }

    private CompletionStage<Receipt> take(Event event) {
        var handled = new CompletableFuture<Receipt>();
        try {
            mailboxes.submit(event.subject(), () -> take(event, handled));
        } catch (RejectedExecutionException e) {
            LOG.warn("did not take {}: {}", event.ids(), e.getMessage());
            handled.completeExceptionally(e);
        }
        return handled;
    }

    private void take(Event event, CompletableFuture<Receipt> handled) {
        long begun = System.nanoTime();
        Turns.Taken taken;
        try {
            taken = turns.take(event);
            observer.turnTaken(event.message().body(), Duration.ofNanos(System.nanoTime() - begun));
        } catch (StoreException e) {
            LOG.error("could not store {}: {}", event.ids(), e.getMessage());
            // Whoever took over while this instance was frozen has handled it.
            if (begun - lapsedAt > 0) {
                apologiseForStorage(event);
            }
            handled.completeExceptionally(e);
            return;
        } catch (Throwable bug) {
            LOG.error("a bug in the turn of {}", event.ids(), Discreet.of(bug));
            handled.completeExceptionally(bug);
            return;
        }
        passOn(taken, handled);
    }

    /** It is handled once all whom it concerns have had their turns. */
    private void passOn(Turns.Taken taken, CompletableFuture<Receipt> handled) {
        CompletionStage<Receipt> all = CompletableFuture.completedFuture(taken.receipt());
        for (Event passed : taken.passed()) {
            all = all.thenCombine(take(passed), Limber::together);
        }
        all.whenComplete((receipt, failure) -> {
            if (failure == null) {
                handled.complete(receipt);
            } else {
                handled.completeExceptionally(failure);
            }
        });
    }

    private static Receipt together(Receipt one, Receipt other) {
        return new Receipt(
                Stream.concat(one.owed().stream(), other.owed().stream()).toList());
    }

    /** Only to those who have just done something themselves, and not with each thing that they try. */
    private void apologiseForStorage(Event event) {
        boolean ownDoing = switch (event.message().body()) {
            case Body.CommandCalled _, Body.ButtonPressed _, Body.TextWritten _, Body.LocationShared _ -> true;
            case Body.ChatMoved _, Body.WokenUp _, Body.NudgeDue _, Body.UserUnreachable _ -> false;
        };
        if (ownDoing && told.asMap().putIfAbsent(event.subject(), true) == null) {
            apologies
                    .find(Apologies.Cause.STORAGE, event.message(), states.findCached(event.subject()))
                    .ifPresent(words -> courier.sayOnce(
                            event.subject(),
                            event.message().address(),
                            event.message().replyHandle(),
                            words));
        }
    }

    /** Those of a platform that is not served here are for others, or are read again when it is. */
    private CompletionStage<?> wake(WakeUp wakeUp) {
        if (!courier.serves(wakeUp.address().platform())) {
            return CompletableFuture.completedFuture(null);
        }
        return take(Event.of(wakeUp));
    }

    private final class NudgeBell implements Nudger.Bell {
        @Override
        public CompletionStage<?> ring(DueNudge nudge, Optional<Prefetched> prefetched) {
            return take(Event.of(nudge, prefetched));
        }

        @Override
        public void lookAgain(Platform platform) {
            if (isSeated(platform)) {
                courier.seated(platform);
                courier.readAnswersAgain(platform);
            }
        }
    }

    private Standstills standstills(Platform platform) {
        return standstills.computeIfAbsent(platform, _ -> new Standstills());
    }

    /** What comes of this instance's signs of life. */
    private final class Seats implements Leases.Events {
        @Override
        public boolean serves(Platform platform) {
            return served.contains(platform);
        }

        @Override
        public long answersSent(Platform platform) {
            return courier.answersSent(platform);
        }

        @Override
        public void seated(Platform platform, Optional<Instant> lastAlive) {
            lastAlive.ifPresent(since -> standstills(platform).note(since, clock.instant()));
            courier.seated(platform);
            courier.readAnswersAgain(platform);
            wakeups.readAgain();
            Optional.ofNullable(candidates.get(platform)).ifPresent(Candidate::seated);
        }

        @Override
        public void unseated(Platform platform) {
            courier.unseated(platform);
            Optional.ofNullable(candidates.get(platform)).ifPresent(Candidate::unseated);
        }

        @Override
        public void sentElsewhere(Platform platform, long answers) {
            courier.sentElsewhere(platform, answers);
        }

        @Override
        public void adopted(Platform platform) {
            courier.readAnswersAgain(platform);
            wakeups.readAgain();
        }

        @Override
        public void lapsed() {
            lapsedAt = System.nanoTime();
            courier.readAllAnswersAgain();
        }

        @Override
        public void stoodStill(Instant from, Instant to) {
            standstills.values().forEach(each -> each.note(from, to));
        }
    }

    private Carrier.Aftermath aftermath() {
        return new Carrier.Aftermath() {
            @Override
            public void wakeUpScheduled(WakeUp wakeUp) {
                wakeups.schedule(wakeUp);
            }

            @Override
            public CompletionStage<?> unreachable(Owed owed, String reason) {
                return take(Event.unreachable(owed, reason));
            }

            @Override
            public void moved(Address from, Address to) {
                wakeups.move(from, to);
                states.evictMoved(from);
            }
        };
    }

    @Override
    public Optional<OutgoingMessage> preview(IncomingMessage message) {
        Event event = Event.of(message, mind.subjectOf(message));
        try {
            return drafter.preview(event, states.get(event.subject()));
        } catch (RuntimeException e) {
            LOG.error("no preview of the answer to {}", event.ids(), Discreet.of(e));
            return Optional.empty();
        }
    }

    @Override
    public List<Suggestion> suggest(UserId user, Optional<Locale> languageHint, String command, String typed) {
        var subject = new Subject.Person(user);
        try {
            Context context = drafter.context(subject, user, nowhere(user), languageHint);
            UserState state = states.get(subject).state() instanceof UserState known ? known : UserState.initial();
            return mind.suggester().suggest(state, command, typed, context).stream()
                    .limit(MOST_SUGGESTIONS)
                    .toList();
        } catch (RuntimeException e) {
            LOG.error("no suggestions for {}", subject.key(), Discreet.of(e));
            return List.of();
        }
    }

    /** Nothing is said in answer to a question for completions. */
    private static Address nowhere(UserId user) {
        return new Address(user.platform(), "", "", Optional.empty());
    }

    /** Takes nothing more; finishes and delivers what was taken, within the time configured. What is left is stored. */
    @Override
    public void close() {
        long deadline = System.nanoTime() + config.closeWithin().toNanos();
        housekeeper.close();
        nudger.close();
        wakeups.close();
        if (!mailboxes.close(config.closeWithin())) {
            LOG.warn("not all turns were finished in {}", config.closeWithin());
        }
        courier.close(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        leases.close();
    }

    public Gauges gauges() {
        return new Gauges(courier.queued(), mailboxes.busy(), states.size(), wakeups.size());
    }

    /** What takes memory for single people, beside what is cached of their states. */
    int busy() {
        return mailboxes.busy() + courier.size() + courier.lineCount() + wakeups.size();
    }

    int cached() {
        return states.size();
    }
}
