package dev.limber.testkit;

import dev.limber.core.runtime.Store;
import java.time.Duration;

class InMemoryInstancesTest implements StoreInstancesContract {
    private final SettableClock clock = new SettableClock(TurnBuilder.NOON);
    private final InMemoryStore store = new InMemoryStore(clock);

    @Override
    public Store open() {
        return store.forInstance("one");
    }

    @Override
    public Store openForAnother() {
        return store.forInstance("other");
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }
}
