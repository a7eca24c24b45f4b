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
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
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

    private final Mind mind;
    private final InstantSource clock;
    private final RuntimeConfig config;
    private final StateCache states;
    private final Drafter drafter;
    private final Apologies apologies;
    private final Mailboxes mailboxes;
    private final Courier courier;
    private final Wakeups wakeups;
    private final Turns turns;
    private final Housekeeper housekeeper;
    private final AtomicBoolean started = new AtomicBoolean();
    /** Who has been told lately that nothing can be stored. */
    private final Cache<Subject, Boolean> told;

    public Limber(Store store, Mind mind, InstantSource clock, RuntimeConfig config) {
        var codec = new JsonCodec();
        this.mind = mind;
        this.clock = clock;
        this.config = config;
        states = new StateCache(store, codec, config.cacheBytes());
        apologies = new Apologies(mind);
        drafter = new Drafter(store, codec, mind, apologies, clock);
        mailboxes = new Mailboxes(config.mostWaiting());
        wakeups = new Wakeups(store, clock, config.wakingUp(), this::wake);
        courier = new Courier(
                store,
                config.delivering(),
                platform -> new Carrier(platform, store, codec, clock, config.delivering(), aftermath()));
        turns = new Turns(store, states, drafter, courier, wakeups);
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
        courier.start(platforms);
        if (started.compareAndSet(false, true)) {
            wakeups.start();
            housekeeper.start();
        }
    }

    /** Delivers no more on a platform: what is owed there stays stored. */
    public void stop(Platform platform) {
        courier.stop(platform);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Fails with {@link StoreException}, or with {@link RejectedExecutionException} when overloaded or closed.
     */
    @Override
    public CompletionStage<Receipt> accept(IncomingMessage message) {
        return take(Event.of(message));
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
        Receipt receipt;
        try {
            receipt = turns.take(event);
        } catch (StoreException e) {
            LOG.error("could not store {}: {}", event.ids(), e.getMessage());
            apologiseForStorage(event);
            handled.completeExceptionally(e);
            return;
        } catch (Throwable bug) {
            LOG.error("a bug in the turn of {}", event.ids(), Discreet.of(bug));
            handled.completeExceptionally(bug);
            return;
        }
        handled.complete(receipt);
    }

    /** Only to those who have just done something themselves, and not with each thing that they try. */
    private void apologiseForStorage(Event event) {
        boolean ownDoing = switch (event.message().body()) {
            case Body.CommandCalled _, Body.ButtonPressed _, Body.TextWritten _, Body.LocationShared _ -> true;
            case Body.ChatMoved _, Body.WokenUp _, Body.UserUnreachable _ -> false;
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

    private CompletionStage<?> wake(WakeUp wakeUp) {
        return switch (wakeUp.subject()) {
            case Subject.Person(UserId user) -> take(Event.of(wakeUp, user));
            case Subject.Group _ -> nobodyToAsk(wakeUp.subject());
        };
    }

    private Carrier.Aftermath aftermath() {
        return new Carrier.Aftermath() {
            @Override
            public void wakeUpScheduled(WakeUp wakeUp) {
                wakeups.schedule(wakeUp);
            }

            @Override
            public CompletionStage<?> unreachable(Owed owed, String reason) {
                return switch (owed.subject()) {
                    case Subject.Person(UserId user) -> take(Event.unreachable(owed, user, reason));
                    case Subject.Group _ -> nobodyToAsk(owed.subject());
                };
            }

            @Override
            public void moved(Address from, Address to) {
                wakeups.move(from, to);
            }
        };
    }

    /** Nothing is decided for groups as such. */
    private static CompletionStage<?> nobodyToAsk(Subject subject) {
        LOG.warn("there is nobody to ask about {}", subject.key());
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Optional<OutgoingMessage> preview(IncomingMessage message) {
        Event event = Event.of(message);
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
            Context context = drafter.context(subject, user, true, languageHint, clock.instant());
            return mind.suggester().suggest(states.get(subject).state(), command, typed, context).stream()
                    .limit(MOST_SUGGESTIONS)
                    .toList();
        } catch (RuntimeException e) {
            LOG.error("no suggestions for {}", subject.key(), Discreet.of(e));
            return List.of();
        }
    }

    /** Takes nothing more; finishes and delivers what was taken, within the time configured. What is left is stored. */
    @Override
    public void close() {
        long deadline = System.nanoTime() + config.closeWithin().toNanos();
        housekeeper.close();
        wakeups.close();
        if (!mailboxes.close(config.closeWithin())) {
            LOG.warn("not all turns were finished in {}", config.closeWithin());
        }
        courier.close(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    }

    /** What takes memory for single people, beside what is cached of their states. */
    int busy() {
        return mailboxes.busy() + courier.size() + courier.lineCount() + wakeups.size();
    }

    int cached() {
        return states.size();
    }
}
