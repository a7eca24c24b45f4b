package dev.limber.telegram.incoming;

import dev.limber.telegram.api.BotAccount;
import dev.limber.telegram.api.BotClient;
import dev.limber.telegram.api.Reply;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.WebhookInfo;

/**
 * Has updates sent here. Registers itself, looks from time to time whether it still is registered, and removes itself in
 * the end unless others go on; what is not sent meanwhile waits at Telegram.
 */
public final class Webhook implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);

    private static final String UNAUTHORIZED = "401";

    private final WebhookConfig config;
    private final BotClient client;
    private final Duration lookEvery;
    private final Runnable heard;
    private final AtomicReference<Optional<BotAccount>> account = new AtomicReference<>(Optional.empty());
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final WebhookListener listener;
    private int lastErrorDate;

    /**
     * Listens at once; what comes before {@link #run} is refused, and sent again later.
     *
     * @param lookEvery how often it is looked whether it is still registered
     * @param heard is run whenever Telegram has answered, or sent something
     * @throws io.javalin.util.JavalinBindException where the address to listen on is taken
     */
    public Webhook(WebhookConfig config, BotClient client, Intake intake, Duration lookEvery, Runnable heard) {
        this.config = config;
        this.client = client;
        this.lookEvery = lookEvery;
        this.heard = heard;
        listener = new WebhookListener(config, update -> take(intake, update));
    }

    private CompletionStage<?> take(Intake intake, Update update) {
        BotAccount known = account.get().orElseThrow(() -> new IllegalStateException("not introduced yet"));
        heard.run();
        return intake.take(update, known);
    }

    /** The port that it listens on. */
    public int port() {
        return listener.port();
    }

    /** Stays registered until it is stopped or interrupted. */
    public void run(BotAccount own) {
        account.set(Optional.of(own));
        // What is registered already may have another secret, or other kinds of updates: Telegram tells neither.
        Duration pause = register();
        try {
            while (!stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                pause = look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return how long to wait before the next look */
    private Duration look() {
        Reply<WebhookInfo> reply = client.call(new GetWebhookInfo());
        if (reply instanceof Reply.Done<WebhookInfo>(WebhookInfo info)) {
            heard.run();
            boolean refusesOurs = complain(info);
            return isOurs(info) && !refusesOurs ? lookEvery : register();
        }
        LOG.warn("cannot look after the webhook: {}", reply.shown());
        return pauseAfter(reply);
    }

    private boolean isOurs(WebhookInfo info) {
        return config.url().toString().equals(info.getUrl());
    }

    private Duration register() {
        Reply<Boolean> reply = client.call(SetWebhook.builder()
                .url(config.url().toString())
                .secretToken(config.secret())
                .allowedUpdates(Translator.KINDS)
                .build());
        if (reply instanceof Reply.Done<Boolean>) {
            heard.run();
            LOG.info("Telegram sends updates to {}", config.url().getHost());
            return lookEvery;
        }
        LOG.error("the webhook at {} could not be registered: {}", config.url().getHost(), reply.shown());
        return pauseAfter(reply);
    }

    private Duration pauseAfter(Reply<?> reply) {
        return reply.askedToWait()
                .filter(asked -> asked.compareTo(lookEvery) > 0)
                .orElse(lookEvery);
    }

    /** @return whether we have refused what Telegram sends, as one with another secret */
    private boolean complain(WebhookInfo info) {
        Integer date = info.getLastErrorDate();
        if (!isOurs(info) || date == null || date <= lastErrorDate) {
            return false;
        }
        lastErrorDate = date;
        String error = Optional.ofNullable(info.getLastErrorMessage()).orElse("");
        LOG.warn(
                "Telegram could not deliver to {}: {}; {} updates wait",
                config.url().getHost(),
                error,
                info.getPendingUpdatesCount());
        return error.contains(UNAUTHORIZED);
    }

    /** Looks after the registration no more. */
    public void stop() {
        stopped.countDown();
    }

    /** Removes itself, unless it is to stay, and lets what is being received finish. */
    @Override
    public void close() {
        stop();
        if (!config.stays()) {
            remove();
        }
        listener.close();
    }

    private void remove() {
        if (client.call(new GetWebhookInfo()) instanceof Reply.Done<WebhookInfo>(WebhookInfo info) && isOurs(info)) {
            Reply<Boolean> reply = client.call(new DeleteWebhook());
            LOG.info("removing the webhook: {}", reply.shown());
        }
    }
}
