package dev.limber.core.runtime;

import dev.limber.testkit.ForwardingStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A store that also keeps the turns that it was given. */
final class CommitRecorder extends ForwardingStore {
    private final List<TurnRecord> turns = new CopyOnWriteArrayList<>();

    CommitRecorder(Store store) {
        super(store);
    }

    @Override
    public CommitResult commit(TurnRecord turn) {
        turns.add(turn);
        return super.commit(turn);
    }

    List<TurnRecord> turns() {
        return turns;
    }
}
