package dev.limber.core.runtime;

/**
 * How many may be under way at one time: few at first, for what a process does for the first time takes it many times as
 * long, and one more whenever some have come through.
 */
final class Room {
    private static final int FEW = 8;
    private static final int FOR_ONE_MORE = 4;

    private final int most;
    private int size;
    private int inside;
    private int since;

    Room(int most) {
        this.most = most;
        this.size = Math.min(FEW, most);
    }

    synchronized void enter() throws InterruptedException {
        while (inside >= size) {
            wait();
        }
        inside++;
    }

    synchronized void leave() {
        inside--;
        since++;
        if (since == FOR_ONE_MORE) {
            since = 0;
            size = Math.min(size + 1, most);
        }
        notifyAll();
    }

    synchronized void awaitEmpty() throws InterruptedException {
        while (inside > 0) {
            wait();
        }
    }
}
