package dev.limber.app;

import dev.limber.app.config.Config;
import dev.limber.app.zones.ZoneMap;
import dev.limber.core.chat.PictureSource;
import dev.limber.core.coach.Coach;
import dev.limber.core.runtime.Limber;
import dev.limber.core.runtime.LiveContent;
import dev.limber.core.runtime.Mind;
import dev.limber.core.runtime.RuntimeConfig;
import dev.limber.core.runtime.RuntimeObserver;
import dev.limber.core.runtime.Store;
import dev.limber.core.text.Pack;
import dev.limber.storage.Stores;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** The coach on its way up: the store is opened and the content read side by side, because both take a while. */
final class Opening {
    /** An author who has saved a file wants to see it in the chat at the next word. */
    private static final Duration LOOK_AT_PACK_EVERY = Duration.ofSeconds(1);

    private static final Executor THREADS =
            task -> Thread.ofPlatform().name("opening").start(task);

    private final Config config;
    private final RuntimeConfig runtime;
    private final InstantSource clock;
    private final RuntimeObserver observer;
    private final Coach coach = new Coach();
    private final Republishing republishing = new Republishing(coach);
    private final AuthorPictures pictures;
    private final CompletableFuture<Store> store;
    private final CompletableFuture<LiveContent> content;

    private Opening(Config config, RuntimeConfig runtime, InstantSource clock, RuntimeObserver observer) {
        this.config = config;
        this.runtime = runtime;
        this.clock = clock;
        this.observer = observer;
        pictures = new AuthorPictures(
                config.content().directory(), config.content().pictures());
        store = CompletableFuture.supplyAsync(() -> Stores.open(config.storage()), THREADS);
        content = CompletableFuture.supplyAsync(
                () -> new LiveContent(Pack.builtIn(), config.content().directory(), LOOK_AT_PACK_EVERY, changed -> {
                    republishing.accept(changed);
                    pictures.update(changed);
                }),
                THREADS);
    }

    static Opening begin(Config config, RuntimeConfig runtime, InstantSource clock) {
        return begin(config, runtime, clock, RuntimeObserver.none());
    }

    static Opening begin(Config config, RuntimeConfig runtime, InstantSource clock, RuntimeObserver observer) {
        return new Opening(config, runtime, clock, observer);
    }

    /** Where platforms get pictures from; there before all else. */
    PictureSource pictures() {
        return pictures;
    }

    /**
     * Waits until all is there.
     *
     * @throws dev.limber.core.runtime.StoreException where the data cannot be used
     */
    Running await() {
        Store opened = get(store);
        try {
            LiveContent read = get(content);
            Mind mind = Mind.of(coach, () -> pictures.over(read.current()), config.core(), new ZoneMap());
            return new Running(
                    opened, read, pictures, republishing, new Limber(opened, mind, clock, runtime, observer));
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private static <T> T get(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
