package dev.limber.storage;

/** Waiting for a thread of the store's own. */
final class Threads {
    private Threads() {}

    /** Waits for its end, even if the caller is interrupted, who stays so. */
    static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
