package dev.limber.core.runtime;

import dev.limber.core.chat.Body;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Receipt;
import dev.limber.core.coach.Standing;
import dev.limber.core.session.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes turns: what is stored is read, a decision made and stored, and what it asks of the world handed on. */
final class Turns {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    /** Each further attempt reads what the other turn stored. */
    private static final int MOST_ATTEMPTS = 8;
    /** The longest pause after the first conflict; it doubles with each further one. */
    private static final Duration STEP_BACK = Duration.ofMillis(5);

    private final Store store;
    private final StateCache states;
    private final Drafter drafter;
    private final Courier courier;
    private final Wakeups wakeups;
    private final Standings standings;
    private final RuntimeObserver observer;

    Turns(
            Store store,
            StateCache states,
            Drafter drafter,
            Courier courier,
            Wakeups wakeups,
            Standings standings,
            RuntimeObserver observer) {
        this.store = store;
        this.states = states;
        this.drafter = drafter;
        this.courier = courier;
        this.wakeups = wakeups;
        this.standings = standings;
        this.observer = observer;
    }

    /**
     * A turn that is over.
     *
     * @param passed what others have to take a turn for now
     */
    record Taken(Receipt receipt, List<Event> passed) {}

    /**
     * To be called in the subject's mailbox.
     *
     * @throws StoreException where the event could not be stored
     */
    Taken take(Event event) {
        if (event.message().body() instanceof Body.ChatMoved moved) {
            store.move(moved.from(), moved.to());
            wakeups.move(moved.from(), moved.to());
            states.evictMoved(moved.from());
        }
        Standing standing = standings.of(event);
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            Optional<Prefetched> prefetched = attempt == 1 ? event.prefetched() : Optional.empty();
            StateCache.Held before = prefetched
                    .map(read -> states.get(event.subject(), read.state()))
                    .orElseGet(() -> states.get(event.subject()));
            // Whoever had a turn since has perhaps done what was not read ahead.
            Optional<Prefetched> current =
                    prefetched.filter(read -> read.state().version() == before.version());
            Drafter.Draft draft = drafter.draft(event, before, standing, current);
            switch (store.commit(draft.turn())) {
                case CommitResult.Committed(long version, List<DeliveryId> owed) -> {
                    carryOut(draft, version, owed);
                    tell(draft);
                    return new Taken(new Receipt(owed), passed(event, draft));
                }
                case CommitResult.SeenBefore _ -> {
                    LOG.debug("seen before: {}", event.ids());
                    // Those whom it concerns know it themselves when they have had it.
                    return new Taken(new Receipt(List.of()), passed(event, draft));
                }
                case CommitResult.Conflict _ -> {
                    states.evict(event.subject());
                    stepBack(attempt);
                }
            }
        }
        throw new StoreException(
                "the state changed under " + MOST_ATTEMPTS + " attempts in a row to change it: " + event.ids(), null);
    }

    /** Instances that take turns of one person at one moment must not stumble over each other again and again. */
    private static void stepBack(int attempt) {
        long most = STEP_BACK.toNanos() << (attempt - 1);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
    }

    private void tell(Drafter.Draft draft) {
        draft.decided()
                .forEach(decision ->
                        observer.nudgeDecided(decision.verdict().name().toLowerCase(Locale.ROOT)));
    }

    private static List<Event> passed(Event event, Drafter.Draft draft) {
        return draft.passes().stream()
                .map(pass -> event.passedTo(new Subject.Person(pass.user()), pass.body()))
                .toList();
    }

    private void carryOut(Drafter.Draft draft, long version, List<DeliveryId> ids) {
        TurnRecord turn = draft.turn();
        Subject subject = turn.subject();
        if (turn.forget()) {
            states.evict(subject);
            courier.drop(subject);
        } else {
            states.put(
                    subject,
                    new StateCache.Held(version, draft.state(), turn.state().length(), draft.planBytes()));
        }
        if (turn.forget() || turn.dropWakeUps()) {
            wakeups.drop(subject);
        }
        if (turn.nudges().withdraw()) {
            courier.withdraw(subject);
        }
        var fresh = new ArrayList<Owed>();
        for (int i = 0; i < ids.size(); i++) {
            fresh.add(new Owed(ids.get(i), subject, turn.outbox().get(i)));
        }
        courier.hand(subject, fresh);
    }
}
