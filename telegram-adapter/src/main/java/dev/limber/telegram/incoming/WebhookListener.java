package dev.limber.telegram.incoming;

import dev.limber.telegram.api.UpdateReader;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Listens for updates that Telegram sends. Whoever knows the secret may send them, at any path, for proxies change paths.
 * An update counts as received only when it is durably handled: all other answers make Telegram send it again.
 */
final class WebhookListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookListener.class);
    private static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";
    private static final long MOST_BYTES = 1 << 20;

    /** Whoever tries again and again must not fill the log. */
    private static final int SAY_EVERY = 1_000;

    private final AtomicInteger refused = new AtomicInteger();
    private final byte[] secret;
    private final Function<Update, CompletionStage<?>> taker;
    private final Javalin server;

    /**
     * @param taker handles an update; throws {@link IllegalStateException} where it is not ready
     * @throws io.javalin.util.JavalinBindException where the address is taken
     */
    WebhookListener(WebhookConfig config, Function<Update, CompletionStage<?>> taker) {
        this.secret = config.secret().getBytes(StandardCharsets.UTF_8);
        this.taker = taker;
        server = Javalin.create(settings -> {
            settings.startup.showJavalinBanner = false;
            settings.startup.showOldJavalinVersionWarning = false;
            settings.http.maxRequestSize = MOST_BYTES;
            settings.concurrency.useVirtualThreads = true;
            settings.routes.post("/*", this::receive);
        });
        server.start(config.bind().getHostString(), config.bind().getPort());
    }

    int port() {
        return server.port();
    }

    private void receive(Context request) {
        byte[] shown =
                Optional.ofNullable(request.header(SECRET_HEADER)).orElse("").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(secret, shown)) {
            if (refused.getAndIncrement() % SAY_EVERY == 0) {
                LOG.warn("somebody without the right secret called the webhook; {} calls so far", refused.get());
            }
            request.status(HttpStatus.UNAUTHORIZED);
            return;
        }
        Optional<Update> update = UpdateReader.read(request.body());
        if (update.isEmpty()) {
            LOG.warn("what came to the webhook is no update");
            request.status(HttpStatus.BAD_REQUEST);
            return;
        }
        try {
            taker.apply(update.get()).toCompletableFuture().join();
            request.status(HttpStatus.OK);
        } catch (RuntimeException e) {
            LOG.warn(
                    "update {} could not be stored; Telegram will send it again",
                    update.get().getUpdateId());
            request.status(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    /** Lets what is being received finish. */
    @Override
    public void close() {
        server.stop();
    }
}
