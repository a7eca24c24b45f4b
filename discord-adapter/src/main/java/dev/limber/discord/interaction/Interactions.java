package dev.limber.discord.interaction;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limber.discord.api.ReplyHandles;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;

/** The interactions of the last quarter of an hour. Each is acknowledged in time, whatever becomes of its answer. */
public final class Interactions {
    /** Two hundred a second for a quarter of an hour; each is small once it is answered. */
    private static final int MOST = 200_000;

    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("discord-deadlines").factory());

    private final Duration acknowledge;

    private final Cache<Long, Acknowledgement> known = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(ReplyHandles.INTERACTION_LASTS)
            .executor(Runnable::run)
            .build();

    /** @param acknowledge how long an answer may take before it is said that it is being worked on */
    public Interactions(Duration acknowledge) {
        this.acknowledge = acknowledge;
    }

    /** @return empty where it has come before */
    public Optional<Acknowledgement> begin(ReplyHandles.Interaction handle, Callback callback) {
        var begun = Acknowledgement.open(handle, callback);
        if (known.asMap().putIfAbsent(handle.id(), begun) != null) {
            return Optional.empty();
        }
        var _ = TIMER.schedule(() -> deferIfOpen(begun), acknowledge.toMillis(), TimeUnit.MILLISECONDS);
        return Optional.of(begun);
    }

    /** Nearly all have been answered by now. */
    private static void deferIfOpen(Acknowledgement begun) {
        if (begun.isOpen()) {
            Thread.ofVirtual().name("discord-acknowledge").start(begun::deferIfOpen);
        }
    }

    /** The one that is known, or one of which only the handle has survived the end of a process. */
    public Acknowledgement find(ReplyHandles.Interaction handle, JDA jda) {
        return known.get(handle.id(), _ -> Acknowledgement.restored(handle, jda));
    }
}
