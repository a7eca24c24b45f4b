package dev.limber.app;

import dev.limber.core.chat.ChatPlatform;
import dev.limber.core.chat.Inbox;
import dev.limber.core.coach.Coach;
import dev.limber.core.coach.Defaults;
import dev.limber.core.runtime.Limber;
import dev.limber.core.runtime.LiveContent;
import dev.limber.core.runtime.Mind;
import dev.limber.core.runtime.RuntimeConfig;
import dev.limber.core.runtime.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The coach with all that it stands on. Closes itself in order when the process is told to end. */
final class Running implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);

    private final Store store;
    private final LiveContent content;
    private final Republishing republishing;
    private final Limber limber;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread whenToldToEnd = Thread.ofPlatform().name("closing").unstarted(this::close);

    Running(
            Store store,
            LiveContent content,
            Coach coach,
            Republishing republishing,
            Defaults defaults,
            InstantSource clock) {
        this.store = store;
        this.content = content;
        this.republishing = republishing;
        limber = new Limber(store, Mind.of(coach, content::current, defaults), clock, RuntimeConfig.standard());
        Runtime.getRuntime().addShutdownHook(whenToldToEnd);
    }

    Inbox inbox() {
        return limber;
    }

    /** Begins to answer on these platforms. */
    void serve(List<? extends ChatPlatform> platforms) {
        republishing.to(platforms, content.current());
        content.start();
        limber.start(platforms);
        LOG.info("started on {}", platforms.stream().map(ChatPlatform::id).toList());
    }

    /** Finishes what is under way, within a bounded time, and lets go of the data. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        if (!whenToldToEnd.equals(Thread.currentThread())) {
            forgetHook();
        }
        try (store;
                content;
                limber) {
            LOG.info("closing");
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
