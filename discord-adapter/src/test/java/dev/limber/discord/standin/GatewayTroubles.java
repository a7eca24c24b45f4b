package dev.limber.discord.standin;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** What a test wants to go wrong from now on. Safe for use by many threads. */
public final class GatewayTroubles {
    private final AtomicInteger refusedConnections = new AtomicInteger();
    private final AtomicInteger refusedResumes = new AtomicInteger();
    private final AtomicInteger doubled = new AtomicInteger();
    private final AtomicInteger padding = new AtomicInteger();
    private final AtomicReference<Optional<String>> resumeUrl = new AtomicReference<>(Optional.empty());
    private volatile boolean silent;

    GatewayTroubles() {}

    /** So many of the next connections get HTTP 503; none with 0. */
    public void refuseConnections(int number) {
        refusedConnections.set(number);
    }

    /** So many of the next wishes to resume are answered with an invalid session, which ends. */
    public void refuseResumes(int number) {
        refusedResumes.set(number);
    }

    /** So many of the next events are sent twice, with the same number. */
    public void doubleEvents(int number) {
        doubled.set(number);
    }

    /** The next event is so many bytes larger, by a field that nobody knows. */
    public void enlargeNextEvent(int bytes) {
        padding.set(bytes);
    }

    /** Whether heartbeats go without an answer. */
    public void setSilent(boolean changed) {
        silent = changed;
    }

    /** Where new sessions shall be resumed, instead of where they began. */
    public void setResumeUrl(String url) {
        resumeUrl.set(Optional.of(url));
    }

    boolean refusesConnection() {
        return takeOne(refusedConnections);
    }

    boolean refusesResume() {
        return takeOne(refusedResumes);
    }

    int timesToSend() {
        return takeOne(doubled) ? 2 : 1;
    }

    int padding() {
        return padding.get() == 0 ? 0 : padding.getAndSet(0);
    }

    boolean isSilent() {
        return silent;
    }

    Optional<String> resumeUrl() {
        return resumeUrl.get();
    }

    private static boolean takeOne(AtomicInteger left) {
        return left.get() > 0 && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }
}
