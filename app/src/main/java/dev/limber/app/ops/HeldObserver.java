package dev.limber.app.ops;

import dev.limber.core.chat.Body;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.Platform;
import dev.limber.core.runtime.RuntimeObserver;
import dev.limber.core.session.Lane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Keeps what it is told until there is somebody who counts it. So nobody waits for the libraries that counting needs. */
final class HeldObserver implements RuntimeObserver {
    /** More than this is left out: it all happens within the second in which the libraries are loaded. */
    private static final int MOST = 10_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Consumer<RuntimeObserver>> held = new ArrayList<>();
    /** Once it is somebody who counts it stays so, and no lock is needed any more. */
    private volatile RuntimeObserver told = new Holding();

    private final class Holding implements RuntimeObserver {
        @Override
        public void turnTaken(Body body, Duration took) {
            hold(observer -> observer.turnTaken(body, took));
        }

        @Override
        public void delivered(Platform platform, Lane lane, Delivery outcome, Duration took) {
            hold(observer -> observer.delivered(platform, lane, outcome, took));
        }

        @Override
        public void nudgeClaimed(Duration lateness) {
            hold(observer -> observer.nudgeClaimed(lateness));
        }

        @Override
        public void nudgeDecided(String decision) {
            hold(observer -> observer.nudgeDecided(decision));
        }

        private void hold(Consumer<RuntimeObserver> what) {
            lock.lock();
            try {
                if (!told.equals(this)) {
                    what.accept(told);
                } else if (held.size() < MOST) {
                    held.add(what);
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /** Tells all that was kept, and from now on everything at once. */
    void tell(RuntimeObserver observer) {
        lock.lock();
        try {
            held.forEach(what -> what.accept(observer));
            held.clear();
            told = observer;
        } finally {
            lock.unlock();
        }
    }

    /** Nobody will count. */
    void forget() {
        tell(RuntimeObserver.none());
    }

    @Override
    public void turnTaken(Body body, Duration took) {
        told.turnTaken(body, took);
    }

    @Override
    public void delivered(Platform platform, Lane lane, Delivery outcome, Duration took) {
        told.delivered(platform, lane, outcome, took);
    }

    @Override
    public void nudgeClaimed(Duration lateness) {
        told.nudgeClaimed(lateness);
    }

    @Override
    public void nudgeDecided(String decision) {
        told.nudgeDecided(decision);
    }
}
