package dev.limber.benchmarks;

import dev.limber.core.chat.Body;
import dev.limber.core.chat.Receipt;
import dev.limber.core.coach.Coach;
import dev.limber.core.coach.Defaults;
import dev.limber.core.runtime.Limber;
import dev.limber.core.runtime.Mind;
import dev.limber.core.runtime.RuntimeConfig;
import dev.limber.core.runtime.Store;
import dev.limber.core.text.Content;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** A real Limber on a database: real coach, real content; only the platform takes no time. */
final class NudgeTalk implements AutoCloseable {
    /** What waits for its pace need not leave before this ends. */
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);

    private final CountingPlatform platform;
    private final Store store;
    private final Limber limber;

    NudgeTalk(Database database, CountingPlatform platform) {
        this.platform = platform;
        Content content = Crowd.content();
        store = database.open();
        limber = new Limber(
                store,
                Mind.of(new Coach(), () -> content, new Defaults(Locale.ENGLISH, ZoneOffset.UTC)),
                InstantSource.system(),
                RuntimeConfig.standard().withCloseWithin(CLOSE_WITHIN));
        limber.start(List.of(platform));
    }

    /** From the word to all that is said to it. */
    void say(int person, Body body) {
        Receipt receipt =
                limber.accept(Crowd.message(person, body)).toCompletableFuture().join();
        platform.await(person, receipt.owed().size());
    }

    @Override
    public void close() {
        limber.close();
        store.close();
    }
}
