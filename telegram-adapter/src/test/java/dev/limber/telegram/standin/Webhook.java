package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limber.testkit.http.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Sends the updates to the bot's server: started in the order of their ids, those of one chat one after the other, and
 * again until they are accepted.
 */
final class Webhook implements AutoCloseable {
    private final URI url;
    private final Optional<String> secret;
    private final int connections;
    private final Settings settings;
    private final Updates updates;
    private final Semaphore free;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Thread sender;
    private volatile Optional<Failure> lastFailure = Optional.empty();

    private record Failure(Instant at, String message) {}

    Webhook(URI url, Optional<String> secret, int connections, Settings settings, Updates updates) {
        this.url = url;
        this.secret = secret;
        this.connections = connections;
        this.settings = settings;
        this.updates = updates;
        this.free = new Semaphore(connections);
        this.sender = Thread.ofVirtual().name("webhook").unstarted(this::send);
    }

    void start() {
        sender.start();
    }

    private void send() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                free.acquire();
                Optional<Pending> next = updates.take();
                if (next.isEmpty()) {
                    return;
                }
                Thread.ofVirtual().start(() -> send(next.get()));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Pending update) {
        try {
            HttpResponse<Void> response = client.send(request(update), BodyHandlers.discarding());
            if (response.statusCode() / 100 == 2) {
                updates.delivered(update);
                return;
            }
            failed(update, "Wrong response from the webhook: " + response.statusCode());
        } catch (HttpTimeoutException _) {
            failed(update, "Read timeout expired");
        } catch (ConnectException _) {
            failed(update, "Connection refused");
        } catch (IOException e) {
            failed(update, "Connection broken: " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            updates.notDelivered(update, settings.webhookRetry());
        } finally {
            free.release();
        }
    }

    private HttpRequest request(Pending update) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(settings.webhookTimeout())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(update.json())));
        secret.ifPresent(value -> request.header("X-Telegram-Bot-Api-Secret-Token", value));
        return request.build();
    }

    private void failed(Pending update, String message) {
        lastFailure = Optional.of(new Failure(settings.clock().instant(), message));
        updates.notDelivered(update, settings.webhookRetry());
    }

    URI url() {
        return url;
    }

    /** As getWebhookInfo tells it. */
    ObjectNode info() {
        ObjectNode info = Json.object()
                .put("url", url.toString())
                .put("has_custom_certificate", false)
                .put("pending_update_count", updates.count())
                .put("max_connections", connections)
                .put("ip_address", "127.0.0.1");
        lastFailure.ifPresent(
                failure -> info.put("last_error_date", failure.at().getEpochSecond())
                        .put("last_error_message", failure.message()));
        return info;
    }

    @Override
    public void close() {
        sender.interrupt();
        client.shutdownNow();
        updates.ground();
    }
}
