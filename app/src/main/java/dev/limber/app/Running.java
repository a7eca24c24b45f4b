package dev.limber.app;

import dev.limber.core.chat.AdapterMemory;
import dev.limber.core.chat.ChatPlatform;
import dev.limber.core.chat.Inbox;
import dev.limber.core.chat.OnlinePlatform;
import dev.limber.core.runtime.Limber;
import dev.limber.core.runtime.LiveContent;
import dev.limber.core.runtime.Store;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
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
    private final Republishing republishing;
    private final Limber limber;
    private final Thread whenToldToEnd = Thread.ofPlatform().name("closing").unstarted(this::close);
    private volatile List<? extends OnlinePlatform> online = List.of();
    private boolean closed;

    Running(Store store, LiveContent content, Republishing republishing, Limber limber) {
        this.store = store;
        this.content = content;
        this.republishing = republishing;
        this.limber = limber;
        Runtime.getRuntime().addShutdownHook(whenToldToEnd);
    }

    Inbox inbox() {
        return limber;
    }

    AdapterMemory adapterMemory() {
        return store.adapterMemory();
    }

    /**
     * What is to be closed together with this, side by side: they stop taking before what was taken is finished, and are
     * let go after what was said is delivered.
     */
    void closesWith(List<? extends OnlinePlatform> platforms) {
        online = List.copyOf(platforms);
    }

    /** Tells these platforms what commands there are, now and whenever they change. */
    void publish(List<? extends ChatPlatform> platforms) {
        republishing.to(platforms, content.current());
    }

    /** Begins to deliver to a platform. */
    synchronized void start(ChatPlatform platform) {
        if (!closed) {
            content.start();
            limber.start(List.of(platform));
            LOG.info("started on {}", List.of(platform.id()));
        }
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
        // Closed from the last to the first.
        try (store;
                content;
                var _ = onEach("letting go of", OnlinePlatform::close, LET_GO_WITHIN);
                limber;
                var _ = onEach("ceasing to take messages from", OnlinePlatform::stopTaking, STOP_TAKING_WITHIN)) {
            LOG.info("closing");
        }
        if (!whenToldToEnd.equals(Thread.currentThread())) {
            forgetHook();
        }
    }

    private Bounded onEach(String what, Consumer<OnlinePlatform> step, Duration within) {
        var steps = new LinkedHashMap<String, Runnable>();
        online.forEach(platform -> steps.put(what + " " + platform.name(), () -> step.accept(platform)));
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
