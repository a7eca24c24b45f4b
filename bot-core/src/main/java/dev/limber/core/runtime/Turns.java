package dev.limber.core.runtime;

import dev.limber.core.chat.Body;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Receipt;
import dev.limber.core.session.Subject;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes turns: what is stored is read, a decision made and stored, and what it asks of the world handed on. */
final class Turns {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    /** Each further attempt reads what the other turn stored. */
    private static final int MOST_ATTEMPTS = 8;

    private final Store store;
    private final StateCache states;
    private final Drafter drafter;
    private final Courier courier;
    private final Wakeups wakeups;

    Turns(Store store, StateCache states, Drafter drafter, Courier courier, Wakeups wakeups) {
        this.store = store;
        this.states = states;
        this.drafter = drafter;
        this.courier = courier;
        this.wakeups = wakeups;
    }

    /**
     * To be called in the subject's mailbox.
     *
     * @throws StoreException where the event could not be stored
     */
    Receipt take(Event event) {
        if (event.message().body() instanceof Body.ChatMoved moved) {
            store.move(moved.from(), moved.to());
            wakeups.move(moved.from(), moved.to());
        }
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            Drafter.Draft draft = drafter.draft(event, states.get(event.subject()));
            switch (store.commit(draft.turn())) {
                case CommitResult.Committed(long version, List<DeliveryId> owed) -> {
                    carryOut(draft, version, owed);
                    return new Receipt(owed);
                }
                case CommitResult.SeenBefore _ -> {
                    LOG.debug("seen before: {}", event.ids());
                    return new Receipt(List.of());
                }
                case CommitResult.Conflict _ -> states.evict(event.subject());
            }
        }
        throw new StoreException(
                "the state changed under " + MOST_ATTEMPTS + " attempts in a row to change it: " + event.ids(), null);
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
        var fresh = new ArrayList<Owed>();
        for (int i = 0; i < ids.size(); i++) {
            fresh.add(new Owed(ids.get(i), subject, turn.outbox().get(i)));
        }
        courier.hand(subject, fresh);
    }
}
