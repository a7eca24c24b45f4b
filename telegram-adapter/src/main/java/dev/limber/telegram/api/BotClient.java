package dev.limber.telegram.api;

import dev.limber.core.chat.adapter.Wakefulness;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendAnimation;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageMedia;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** Calls methods of the Bot API. Calls block, may come from many threads at once, and are never repeated here. */
public final class BotClient implements AutoCloseable {
    private final BotToken token;
    private final OkHttpClient http;
    private final OkHttpClient pollingHttp;
    private final OkHttpTelegramClient client;
    private final OkHttpTelegramClient pollingClient;
    private final Duration longPoll;
    private final Wakefulness wakefulness = new Wakefulness();

    /**
     * @param server scheme, host and port
     * @param patience how long an answer may take
     * @param longPoll how long the server may wait for updates
     */
    public BotClient(BotToken token, URI server, Duration patience, Duration longPoll) {
        this.token = token;
        this.longPoll = longPoll;
        http = Wire.client(patience, wakefulness);
        // Its own dispatcher: cancelling a poll must not cancel what is being said.
        pollingHttp = Wire.client(longPoll.plus(patience), wakefulness);
        var url = new TelegramUrl(server.getScheme(), server.getHost(), port(server), false);
        client = new OkHttpTelegramClient(http, token.value(), url);
        pollingClient = new OkHttpTelegramClient(pollingHttp, token.value(), url);
    }

    private static int port(URI server) {
        if (server.getPort() >= 0) {
            return server.getPort();
        }
        return server.getScheme().equals("https") ? 443 : 80;
    }

    public <T extends Serializable, M extends BotApiMethod<T>> Reply<T> call(M method) {
        return await(() -> client.executeAsync(method));
    }

    public Reply<Message> call(SendPhoto method) {
        return await(() -> client.executeAsync(method));
    }

    public Reply<Message> call(SendAnimation method) {
        return await(() -> client.executeAsync(method));
    }

    public Reply<Message> call(SendDocument method) {
        return await(() -> client.executeAsync(method));
    }

    public Reply<Serializable> call(EditMessageMedia method) {
        return await(() -> client.executeAsync(method));
    }

    public Reply<Boolean> call(SetWebhook method) {
        return await(() -> client.executeAsync(method));
    }

    /**
     * Waits for updates.
     *
     * @param offset confirms all with lower ids; without it the oldest that are not confirmed come
     * @param kinds which of them are wanted
     */
    public Reply<List<Update>> fetchUpdates(Optional<Integer> offset, List<String> kinds) {
        var fetch = FetchUpdates.waiting(offset, Math.toIntExact(longPoll.toSeconds()), kinds);
        return await(() -> pollingClient.executeAsync(fetch)).map(updates -> updates);
    }

    /** Confirms all updates with ids below {@code offset}; what comes with the answer stays unconfirmed. */
    public Reply<?> confirmUpdates(int offset, List<String> kinds) {
        return await(() -> client.executeAsync(FetchUpdates.confirming(offset, kinds)));
    }

    /** Ends the wait for updates, if there is one. */
    public void stopFetching() {
        pollingHttp.dispatcher().cancelAll();
    }

    @Override
    public void close() {
        wakefulness.close();
        for (OkHttpClient each : List.of(http, pollingHttp)) {
            each.dispatcher().cancelAll();
            each.dispatcher().executorService().shutdown();
            each.connectionPool().evictAll();
        }
    }

    /** A call that is under way. */
    @FunctionalInterface
    private interface Call<T> {
        CompletableFuture<T> start() throws TelegramApiException;
    }

    private <T> Reply<T> await(Call<T> call) {
        try {
            return new Reply.Done<>(call.start().get());
        } catch (ExecutionException e) {
            return failed(Optional.ofNullable(e.getCause()).orElse(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Unknown<>("interrupted");
        } catch (TelegramApiException e) {
            // Found wrong before anything was sent.
            return new Reply.Refused<>(400, reason(e), Optional.empty(), Optional.empty());
        }
    }

    private <T> Reply<T> failed(Throwable cause) {
        return switch (cause) {
            case TelegramApiRequestException e when hasCode(e) -> refused(e);
            case Wire.NotSentException e -> new Reply.NotSent<>(reason(e));
            case Wire.GatewayException e -> new Reply.OutOfOrder<>(reason(e));
            default -> new Reply.Unknown<>(reason(cause));
        };
    }

    private static boolean hasCode(TelegramApiRequestException e) {
        return Optional.ofNullable(e.getErrorCode()).orElse(0) != 0;
    }

    private <T> Reply<T> refused(TelegramApiRequestException e) {
        Optional<ResponseParameters> parameters = Optional.ofNullable(e.getParameters());
        String description = token.mask(Optional.ofNullable(e.getApiResponse()).orElse(""));
        if (e.getErrorCode() >= 500) {
            return new Reply.Unknown<>(e.getErrorCode() + " " + description);
        }
        return new Reply.Refused<>(
                e.getErrorCode(),
                description,
                parameters
                        .flatMap(given -> Optional.ofNullable(given.getRetryAfter()))
                        .map(Duration::ofSeconds),
                parameters.flatMap(given -> Optional.ofNullable(given.getMigrateToChatId())));
    }

    private String reason(Throwable thrown) {
        Throwable told =
                thrown instanceof Wire.NotSentException && thrown.getCause() != null ? thrown.getCause() : thrown;
        String message = Optional.ofNullable(told.getMessage()).orElse("");
        return token.mask(told.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message));
    }
}
