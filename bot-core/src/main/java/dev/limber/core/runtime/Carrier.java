package dev.limber.core.runtime;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.ChatPlatform;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.Envelope;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.UserId;
import dev.limber.core.runtime.json.JsonCodec;
import dev.limber.core.runtime.json.UnreadableDocumentException;
import dev.limber.core.session.Fate;
import dev.limber.core.session.Lane;
import dev.limber.core.session.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries the parcels of one platform, a line at a time, and does what the outcome of each asks for. */
final class Carrier {
    private static final Logger LOG = LoggerFactory.getLogger(Carrier.class);
    /** A chat that keeps moving is a fault of the platform or its adapter. */
    private static final int MOST_MOVES = 3;

    private final ChatPlatform platform;
    private final Store store;
    private final JsonCodec codec;
    private final InstantSource clock;
    private final RuntimeConfig.Delivering config;
    private final Aftermath aftermath;
    private final Departures departures;
    private final RuntimeObserver observer;
    private final Desk desk;

    Carrier(
            ChatPlatform platform,
            JsonCodec codec,
            Departures departures,
            Store store,
            InstantSource clock,
            RuntimeConfig.Delivering config,
            Aftermath aftermath,
            RuntimeObserver observer) {
        this.platform = platform;
        this.store = store;
        this.codec = codec;
        this.clock = clock;
        this.config = config;
        this.aftermath = aftermath;
        this.departures = departures;
        this.observer = observer;
        this.desk = new Desk(this::work, platform.pace());
    }

    /** What follows from deliveries elsewhere. */
    interface Aftermath {
        void wakeUpScheduled(WakeUp wakeUp);

        /** @return completes when it is durably handled; exceptionally where it could not be stored */
        CompletionStage<?> unreachable(Owed owed, String reason);

        void moved(Address from, Address to);
    }

    Desk desk() {
        return desk;
    }

    private void work(Line line) {
        try {
            Optional<Parcel> parcel = desk.next(line);
            while (parcel.isPresent()) {
                carry(line, parcel.get());
                parcel = desk.next(line);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void carry(Line line, Parcel parcel) throws InterruptedException {
        long begun = System.nanoTime();
        // What waits until the store answers is late by that.
        Optional<Departures.Leave> leave = persistently(
                line, parcel, () -> departures.of(parcel.heldUp(Duration.ofNanos(System.nanoTime() - begun))));
        switch (leave.orElseGet(Departures.Leave.Dropped::new)) {
            case Departures.Leave.Granted _ -> conclude(line, parcel, attempt(parcel));
            case Departures.Leave.Settled(Fate fate) -> {
                LOG.info("{}: did not send {}: {}", platform.id(), ids(parcel), fate);
                settle(line, parcel, clock.instant(), fate);
            }
            case Departures.Leave.Dropped _ -> desk.finished(parcel);
            case Departures.Leave.Later _ -> desk.again(line, parcel, Departures.UNTIL_HEARD);
        }
    }

    private Delivery attempt(Parcel parcel) {
        long begun = System.nanoTime();
        Delivery outcome = deliver(parcel);
        observer.delivered(platform.id(), parcel.lane(), outcome, Duration.ofNanos(System.nanoTime() - begun));
        return outcome;
    }

    private Delivery deliver(Parcel parcel) {
        try {
            return Objects.requireNonNull(platform.deliver(envelope(parcel)), "an outcome");
        } catch (UnreadableDocumentException e) {
            return new Delivery.Failed(e.reason());
        } catch (Throwable bug) {
            LOG.error("{}: the adapter broke on {}", platform.id(), ids(parcel), Discreet.of(bug));
            return new Delivery.Failed("the adapter broke");
        }
    }

    private Envelope envelope(Parcel parcel) {
        return switch (parcel.load()) {
            case Parcel.Load.Unstored(var message, var replyHandle) ->
                new Envelope(parcel.id(), parcel.to(), owner(parcel), replyHandle, message);
            case Parcel.Load.Stored(Owed owed) -> {
                OutgoingMessage message = codec.readMessage(owed.outgoing().message());
                boolean anew = parcel.anew()
                        || message.replaces()
                                .filter(ref -> !sameChat(ref.address(), parcel.to()))
                                .isPresent();
                yield new Envelope(
                        parcel.id(),
                        parcel.to(),
                        owner(parcel),
                        owed.outgoing().replyHandle(),
                        anew ? message.withoutReplaces() : message);
            }
        };
    }

    private static Optional<UserId> owner(Parcel parcel) {
        return switch (parcel.subject()) {
            case Subject.Person(UserId user) -> Optional.of(user);
            case Subject.Group _ -> Optional.empty();
        };
    }

    /** A message stays behind when its chat moves. */
    private static boolean sameChat(Address one, Address other) {
        return one.bot().equals(other.bot()) && one.chat().equals(other.chat());
    }

    private void conclude(Line line, Parcel parcel, Delivery outcome) throws InterruptedException {
        switch (outcome) {
            case Delivery.Delivered _ -> settle(line, parcel, clock.instant(), Fate.DELIVERED);
            case Delivery.NotEditable _
            when parcel.anew() -> giveUp(line, parcel, "a new message counts as not editable", Fate.LOST);
            case Delivery.NotEditable _ -> desk.again(line, parcel.postedAnew(), Duration.ZERO);
            case Delivery.RetryAfter(Duration delay, Delivery.Scope scope) -> holdUp(line, parcel, delay, scope);
            case Delivery.Unreachable(String reason) -> unreachable(line, parcel, reason);
            case Delivery.Moved(Address to) -> move(line, parcel, to);
            case Delivery.Withheld _ -> settle(line, parcel, clock.instant(), Fate.LOST);
            case Delivery.Failed(String reason) -> giveUp(line, parcel, reason, Fate.LOST);
            case Delivery.OutOfOrder(String _, Duration delay)
            when parcel.lane() == Lane.ANSWER -> desk.again(line, parcel, delay);
            case Delivery.OutOfOrder(String reason, Duration _) ->
                giveUp(line, parcel, "its fate is unknown: " + reason, Fate.IN_DOUBT);
            case Delivery.OutcomeUnknown _
            when parcel.lane() == Lane.ANSWER && !parcel.doubted() ->
                desk.again(line, parcel.inDoubt(), config.doubtDelay());
            case Delivery.OutcomeUnknown(String reason) ->
                giveUp(line, parcel, "its fate is unknown: " + reason, Fate.IN_DOUBT);
        }
    }

    private void holdUp(Line line, Parcel parcel, Duration delay, Delivery.Scope scope) throws InterruptedException {
        persistently(line, parcel, () -> {
            departures.notSent(parcel);
            return true;
        });
        switch (scope) {
            case CHAT -> desk.again(line, parcel.heldUp(delay), delay);
            case PLATFORM -> {
                departures.heldUp(delay);
                desk.hold(delay);
                desk.again(line, parcel, Duration.ZERO);
            }
        }
    }

    /** What should follow a message follows also one that was lost: better a gap than silence from there on. */
    private void giveUp(Line line, Parcel parcel, String reason, Fate fate) throws InterruptedException {
        LOG.warn("{}: gave up {}: {}", platform.id(), ids(parcel), reason);
        settle(line, parcel, clock.instant(), fate);
    }

    private void unreachable(Line line, Parcel parcel, String reason) throws InterruptedException {
        LOG.info("{}: cannot reach {}: {}", platform.id(), ids(parcel), reason);
        if (parcel.load() instanceof Parcel.Load.Stored(Owed owed)) {
            Optional<Boolean> told = persistently(line, parcel, () -> {
                join(aftermath.unreachable(owed, reason));
                return true;
            });
            if (told.isPresent()) {
                persistently(line, parcel, () -> store.settle(new Settlement(owed.id(), Optional.empty(), Fate.LOST)));
            }
        }
        desk.finished(parcel);
    }

    private void move(Line line, Parcel parcel, Address to) throws InterruptedException {
        if (!to.platform().equals(platform.id()) || to.equals(parcel.to()) || parcel.moves() >= MOST_MOVES) {
            giveUp(line, parcel, "its chat moves in circles", Fate.LOST);
            return;
        }
        Optional<Boolean> stored = persistently(line, parcel, () -> {
            store.move(parcel.to(), to);
            return true;
        });
        if (stored.isPresent()) {
            aftermath.moved(parcel.to(), to);
            desk.move(line, parcel, to);
        } else {
            desk.finished(parcel);
        }
    }

    private void settle(Line line, Parcel parcel, Instant at, Fate fate) throws InterruptedException {
        if (parcel.load() instanceof Parcel.Load.Stored(Owed owed)) {
            Optional<WakeUp> next = owed.outgoing()
                    .then()
                    .map(then -> new WakeUp(
                            owed.id(),
                            owed.subject(),
                            parcel.to(),
                            owed.outgoing().circumstances(),
                            then.cue(),
                            at.plus(then.delay()).truncatedTo(ChronoUnit.MILLIS)));
            boolean scheduled = persistently(line, parcel, () -> store.settle(new Settlement(owed.id(), next, fate)))
                    .orElse(false);
            next.filter(_ -> scheduled).ifPresent(aftermath::wakeUpScheduled);
        }
        desk.finished(parcel);
    }

    /**
     * Does something with the store until it succeeds: what is delivered must not be delivered again because it could
     * not be noted down.
     *
     * @return empty where there was no success before closing; after the next start it is delivered again
     */
    private <T> Optional<T> persistently(Line line, Parcel parcel, Supplier<T> work) throws InterruptedException {
        Duration backoff = config.shortestBackoff();
        while (true) {
            try {
                return Optional.of(work.get());
            } catch (StoreException e) {
                LOG.error("{}: cannot settle {} yet: {}", platform.id(), ids(parcel), e.getMessage());
            }
            if (!carryUnstored(line, backoff)) {
                return Optional.empty();
            }
            Duration doubled = backoff.multipliedBy(2);
            backoff = doubled.compareTo(config.longestBackoff()) < 0 ? doubled : config.longestBackoff();
        }
    }

    /**
     * Uses a wait for the store to say what it does not know of, such as that it fails.
     *
     * @return false where all closes meanwhile
     */
    private boolean carryUnstored(Line line, Duration within) throws InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        Optional<Parcel> parcel = desk.nextUnstored(line, within);
        while (parcel.isPresent()) {
            Delivery outcome = attempt(parcel.get());
            LOG.debug("{}: {} once: {}", platform.id(), ids(parcel.get()), outcome);
            desk.finished(parcel.get());
            parcel = desk.nextUnstored(line, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }
        return !desk.isClosing();
    }

    /** Whatever kept the turn from being stored, it is worth another try. */
    private static void join(CompletionStage<?> turn) {
        try {
            turn.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new StoreException("the turn was not stored", e);
        }
    }

    private static String ids(Parcel parcel) {
        return "message " + parcel.id() + " of " + parcel.subject().key();
    }
}
