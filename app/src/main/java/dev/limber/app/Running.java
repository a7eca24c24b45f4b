package dev.limber.app;

import dev.limber.app.ops.Presence;
import dev.limber.app.ops.Watched;
import dev.limber.core.chat.AdapterMemory;
import dev.limber.core.chat.ChatPlatform;
import dev.limber.core.chat.Inbox;
import dev.limber.core.chat.OnlinePlatform;
import dev.limber.core.chat.PictureSource;
import dev.limber.core.chat.Platform;
import dev.limber.core.chat.UserId;
import dev.limber.core.coach.Defaults;
import dev.limber.core.runtime.Limber;
import dev.limber.core.runtime.LiveContent;
import dev.limber.core.runtime.Store;
import dev.limber.core.runtime.StoreException;
import dev.limber.core.session.Subject;
import dev.limber.local.page.PageWords;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The coach with all that it stands on. Closes itself in order when the process is told to end. */
final class Running implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);
    private static final Duration STOP_TAKING_WITHIN = Duration.ofSeconds(3);
    private static final Duration LET_GO_WITHIN = Duration.ofSeconds(1);

    private final Store store;
    private final LiveContent content;
    private final AuthorPictures pictures;
    private final Republishing republishing;
    private final Limber limber;
    private final Thread whenToldToEnd = Thread.ofPlatform().name("closing").unstarted(this::close);
    private final Set<OnlinePlatform> online = Collections.synchronizedSet(new LinkedHashSet<>());
    private final Map<Platform, Presence> presences = new ConcurrentHashMap<>();
    private boolean closed;

    Running(Store store, LiveContent content, AuthorPictures pictures, Republishing republishing, Limber limber) {
        this.store = store;
        this.content = content;
        this.pictures = pictures;
        this.republishing = republishing;
        this.limber = limber;
        Runtime.getRuntime().addShutdownHook(whenToldToEnd);
    }

    Inbox inbox() {
        return limber;
    }

    /** Where platforms get pictures from. */
    PictureSource pictures() {
        return pictures;
    }

    AdapterMemory adapterMemory() {
        return store.adapterMemory();
    }

    /** Where the page gets its own words from. */
    PageWords pageWords(Defaults defaults) {
        return new SpokenWords(store, content::current, defaults);
    }

    /** Whether anything is kept of a person, as far as that can be known now. */
    boolean keeps(UserId user) {
        try {
            return store.find(new Subject.Person(user)).isPresent();
        } catch (StoreException e) {
            LOG.warn("cannot look whether somebody was forgotten: {}", e.getMessage());
            return true;
        }
    }

    /** Takes part in who serves a platform, of all instances of Limber on the same store. */
    void seek(Platform platform, Limber.Candidate candidate) {
        limber.seek(platform, candidate);
    }

    /** Whether this instance is the one that serves a platform. */
    boolean isSeated(Platform platform) {
        return limber.isSeated(platform);
    }

    /** Whether all other instances surely know that this one is there. */
    boolean isKnownToOthers() {
        return limber.isKnownToOthers();
    }

    /** Takes no more part in who serves a platform. */
    void renounce(Platform platform) {
        limber.renounce(platform);
    }

    /**
     * Has a platform in its care, and tells it what commands there are. All are closed together with this, side by side:
     * they stop taking before what was taken is finished, and are let go after what was said is delivered.
     */
    void take(OnlinePlatform platform) {
        online.add(platform);
        note(platform, presence -> presence.begins(platform));
        publish(List.of(platform));
    }

    /** Lets go of a platform at once: another instance serves it. Whoever was let down by the store is told so before. */
    void letGo(OnlinePlatform platform) {
        note(platform, Presence::standsBy);
        online.remove(platform);
        Set<OnlinePlatform> one = Set.of(platform);
        onEach(one, "ceasing to take messages from", OnlinePlatform::giveWay, STOP_TAKING_WITHIN)
                .close();
        stop(platform);
        onEach(one, "letting go of", OnlinePlatform::close, LET_GO_WITHIN).close();
    }

    /** What is to be looked at of these platforms, which have not begun yet. */
    Watched watched(List<Platform> platforms, InstantSource clock) {
        platforms.forEach(platform -> presences.put(platform, new Presence(platform, clock)));
        return new Watched(
                List.copyOf(presences.values()),
                limber::gauges,
                () -> store.wakeUpsBefore(Instant.EPOCH, 1),
                () -> platforms.stream().anyMatch(limber::isSeated),
                clock);
    }

    private void note(OnlinePlatform platform, Consumer<Presence> change) {
        Optional.ofNullable(presences.get(platform.id())).ifPresent(change);
    }

    /** Tells these platforms what commands there are, now and whenever they change. */
    void publish(List<? extends ChatPlatform> platforms) {
        republishing.to(platforms, content.current());
    }

    /** Begins to deliver to a platform. */
    synchronized void start(ChatPlatform platform) {
        if (!closed) {
            content.start();
            pictures.update(content.current());
            limber.start(List.of(platform));
            LOG.info("started on {}", List.of(platform.id()));
        }
    }

    /** A platform is not served any more, by this instance at least. */
    void lose(OnlinePlatform platform) {
        note(platform, Presence::ends);
        stop(platform);
    }

    /** Delivers no more to a platform that has ended before the others, and tells it no more of commands. */
    void stop(ChatPlatform platform) {
        republishing.noMoreTo(platform);
        limber.stop(platform.id());
    }

    /** Finishes what is under way, within a bounded time, and lets go of the data. Whoever comes second waits for it. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        Set<OnlinePlatform> all = Set.copyOf(online);
        // Closed from the last to the first.
        try (store;
                pictures;
                content;
                var _ = onEach(all, "letting go of", OnlinePlatform::close, LET_GO_WITHIN);
                limber;
                var _ = onEach(all, "ceasing to take messages from", OnlinePlatform::stopTaking, STOP_TAKING_WITHIN)) {
            LOG.info("closing");
        }
        if (!whenToldToEnd.equals(Thread.currentThread())) {
            forgetHook();
        }
    }

    private static Bounded onEach(
            Set<OnlinePlatform> platforms, String what, Consumer<OnlinePlatform> step, Duration within) {
        var steps = new LinkedHashMap<String, Runnable>();
        platforms.forEach(platform -> steps.put(what + " " + platform.name(), () -> step.accept(platform)));
        return new Bounded(steps, within);
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(whenToldToEnd);
        } catch (IllegalStateException alreadyEnding) {
            LOG.debug("the process is ending already");
        }
    }
}
