package dev.limber.telegram.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;

/** Answers presses of buttons, each once: until then the button turns. An answer may show a short text to who pressed. */
public final class Presses {
    private static final Logger LOG = LoggerFactory.getLogger(Presses.class);
    private static final int MOST = 20_000;

    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("telegram-answer").start(task);

    private final BotClient client;

    /** Those that have been answered, or are being. */
    private final Cache<String, Boolean> answered = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(ReplyHandles.PRESS_LASTS)
            .executor(Runnable::run)
            .build();

    public Presses(BotClient client) {
        this.client = client;
    }

    /** Stops the button turning, in the background; does nothing for one that was answered. */
    public void answer(String callbackQueryId) {
        THREADS.execute(() -> answerSilently(callbackQueryId));
    }

    /** The same in a while, unless something is shown until then. */
    public void answerWithin(Duration delay, String callbackQueryId) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, THREADS)
                .execute(() -> answerSilently(callbackQueryId));
    }

    private void answerSilently(String callbackQueryId) {
        if (take(callbackQueryId)) {
            Reply<Boolean> reply = client.call(new AnswerCallbackQuery(callbackQueryId));
            if (!(reply instanceof Reply.Done<Boolean>)) {
                // Nothing depends on it: one that is too old cannot be answered any more.
                LOG.debug("a press was not answered: {}", reply.shown());
            }
        }
    }

    /**
     * Shows a text to who pressed.
     *
     * @return empty where it was answered before
     */
    public Optional<Reply<Boolean>> show(String callbackQueryId, String text) {
        return take(callbackQueryId)
                ? Optional.of(client.call(AnswerCallbackQuery.builder()
                        .callbackQueryId(callbackQueryId)
                        .text(text)
                        .build()))
                : Optional.empty();
    }

    private boolean take(String callbackQueryId) {
        return answered.asMap().putIfAbsent(callbackQueryId, true) == null;
    }
}
