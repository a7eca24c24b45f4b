package dev.limber.core.runtime;

import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Platform;
import dev.limber.core.session.Lane;
import dev.limber.core.session.Subject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets no more of what a platform is owed in one lane into memory than there is room for, and reads the rest from the
 * store page by page: after a start, and whenever more was said than could be delivered. What is scheduled may fill half
 * of the room, so that answers find theirs however much waits for its pace, and are read without it.
 */
final class Backlog {
    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);

    private final Platform platform;
    private final Lane lane;
    private final Store store;
    private final Desk desk;
    private final RuntimeConfig.Delivering config;
    /** How many messages of the lane may be in memory. */
    private final int room;

    private final int page;
    /** Below how many messages of the lane in memory a page is read: half of the room is for what is said now. */
    private final int roomForPage;

    /** What is owed up to here has been read. */
    private DeliveryId readUpTo = new DeliveryId(0);
    /** Whether the store may owe something that is not in memory. */
    private boolean behind = true;
    /** Whether there is somebody who reads until it owes nothing more. */
    private boolean reading;
    /** How often something was left to the store. */
    private long timesLeft;

    Backlog(Platform platform, Lane lane, Store store, Desk desk, RuntimeConfig.Delivering config) {
        this.platform = platform;
        this.lane = lane;
        this.store = store;
        this.desk = desk;
        this.config = config;
        this.room = switch (lane) {
            case ANSWER -> config.mostInMemory();
            case NUDGE -> Math.max(1, config.mostInMemory() / 2);
        };
        this.page = Math.max(1, Math.min(config.page(), room / 4));
        this.roomForPage = Math.max(0, room / 2 - page);
    }

    /** Reads the first page, so that it goes out before what is said from now on; the others follow. */
    void start() {
        try {
            readPage();
        } catch (StoreException e) {
            LOG.error("{}: cannot read what is owed, trying again: {}", platform, e.getMessage());
        }
        readOnBehind();
    }

    /** Reads all of it again: more may be owed than came by here. */
    void startAgain() {
        leave(new DeliveryId(1));
    }

    /** Takes what a turn of {@code subject} left to deliver here in this lane. To be called in that subject's turn. */
    void hand(Subject subject, List<Owed> fresh) {
        DeliveryId first = fresh.getFirst().id();
        if (desk.size() >= config.mostInMemory() || desk.size(lane) >= room) {
            leave(first);
        } else if (isAhead(first)) {
            fresh.forEach(owed -> desk.add(Parcel.of(owed)));
        } else {
            readAhead(subject, fresh);
        }
    }

    /** Whether everything before it has been read, and itself has not. */
    private synchronized boolean isAhead(DeliveryId first) {
        return !behind && first.value() > readUpTo.value();
    }

    private synchronized void leave(DeliveryId first) {
        readUpTo = new DeliveryId(Math.min(readUpTo.value(), first.value() - 1));
        timesLeft++;
        behind = true;
        readOnBehind();
    }

    private synchronized void readOnBehind() {
        if (behind && !reading) {
            reading = true;
            Thread.ofVirtual().name("backlog").start(this::readOn);
        }
    }

    /** Somebody who writes while there is a backlog must not wait for all of it, but for their own part. */
    private void readAhead(Subject subject, List<Owed> fresh) {
        long read = desk.beginRead();
        List<Owed> found = List.of();
        try {
            found = store.owed(subject, lane).stream().filter(this::isHere).toList();
        } catch (StoreException e) {
            LOG.warn("{}: answers to {} are late: {}", platform, subject.key(), e.getMessage());
        } finally {
            desk.endRead(read, found);
        }
        // What is said to somebody who is forgotten is not stored about them; and what is settled already is not there.
        if (!ids(found).containsAll(ids(fresh))) {
            leave(fresh.getFirst().id());
        }
    }

    private boolean isHere(Owed owed) {
        return owed.outgoing().to().platform().equals(platform);
    }

    private static Set<DeliveryId> ids(List<Owed> owed) {
        return owed.stream().map(Owed::id).collect(Collectors.toSet());
    }

    private void readOn() {
        try {
            while (desk.awaitRoom(lane, roomForPage, config.mostInMemory() - page) && goesOn()) {
                tryPage();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryPage() throws InterruptedException {
        try {
            readPage();
        } catch (StoreException e) {
            LOG.error("{}: cannot read what is owed, trying again: {}", platform, e.getMessage());
            desk.pause(config.longestBackoff());
        }
    }

    private synchronized boolean goesOn() {
        reading = behind;
        return behind;
    }

    private void readPage() {
        DeliveryId from;
        long timesLeftBefore;
        synchronized (this) {
            from = readUpTo;
            timesLeftBefore = timesLeft;
        }
        long read = desk.beginRead();
        List<Owed> found = List.of();
        try {
            found = store.owed(platform, lane, from, page);
        } finally {
            desk.endRead(read, found);
        }
        turnPage(found, timesLeftBefore);
    }

    /** Where something was left to the store meanwhile, the page is read again: it may lie before its end. */
    private synchronized void turnPage(List<Owed> found, long timesLeftBefore) {
        if (timesLeft == timesLeftBefore) {
            readUpTo = found.isEmpty() ? readUpTo : found.getLast().id();
            behind = found.size() == page;
        }
    }
}
