package dev.limber.app;

import dev.limber.core.chat.AdapterMemory;
import dev.limber.core.chat.ChatPlatform;
import dev.limber.core.chat.Inbox;
import dev.limber.core.runtime.Limber;
import dev.limber.core.runtime.LiveContent;
import dev.limber.core.runtime.Store;
import java.time.Duration;
import java.util.List;
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
    private volatile Runnable stopTaking = () -> {};
    private volatile Runnable letGo = () -> {};
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
     * What is to be closed together with this.
     *
     * @param taking stops to take messages in, before what was taken is finished
     * @param connection is let go after what was said is delivered
     */
    void closesWith(Runnable taking, Runnable connection) {
        stopTaking = taking;
        letGo = connection;
    }

    /** Tells these platforms what commands there are, now and whenever they change. */
    void publish(List<? extends ChatPlatform> platforms) {
        republishing.to(platforms, content.current());
    }

    /** Begins to deliver to these platforms. */
    synchronized void start(List<? extends ChatPlatform> platforms) {
        if (!closed) {
            content.start();
            limber.start(platforms);
            LOG.info("started on {}", platforms.stream().map(ChatPlatform::id).toList());
        }
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
                var _ = new Bounded("letting go of the platform", letGo, LET_GO_WITHIN);
                limber;
                var _ = new Bounded("ceasing to take messages", stopTaking, STOP_TAKING_WITHIN)) {
            LOG.info("closing");
        }
        if (!whenToldToEnd.equals(Thread.currentThread())) {
            forgetHook();
        }
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(whenToldToEnd);
        } catch (IllegalStateException alreadyEnding) {
            LOG.debug("the process is ending already");
        }
    }
}
