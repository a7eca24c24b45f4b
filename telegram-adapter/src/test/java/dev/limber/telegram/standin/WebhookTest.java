package dev.limber.telegram.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.limber.testkit.http.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Updates that are sent to the bot's server. */
class WebhookTest {
    private final BotApi api = BotApi.start();
    private final TestBot bot = new TestBot(api);
    private final Person ann = api.person("Ann", "en");
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final Semaphore gate = new Semaphore(1_000);
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    WebhookTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void listen() {
        server.setExecutor(executor);
        server.createContext("/hook", this::receive);
        server.start();
    }

    @AfterEach
    void close() {
        api.close();
        server.stop(0);
        executor.shutdownNow();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode update =
                    Json.parse(exchange.getRequestBody().readAllBytes()).orElseThrow();
            received.add(exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token") + " "
                    + update.path("message").path("text").asText());
            gate.acquireUninterruptibly();
            Integer status = statuses.poll();
            exchange.sendResponseHeaders(status == null ? 200 : status, -1);
        }
    }

    private String set(String rest) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
        return bot.says("setWebhook", "{'url':'" + url + "','secret_token':'s3cret'" + rest + "}");
    }

    private JsonNode info() {
        return bot.result("getWebhookInfo", "{}");
    }

    @Test
    void updates_arrive_in_order_with_the_secret() {
        ann.says(ann.privately(), "1");
        assertThat(set("")).isEqualTo("ok");
        ann.says(ann.privately(), "2");
        ann.says(ann.privately(), "3");

        Awaitility.await().until(() -> api.pending() == 0);
        assertThat(received).containsExactly("s3cret 1", "s3cret 2", "s3cret 3");
        assertThat(info().path("max_connections").asInt()).isEqualTo(40);
    }

    @Test
    void what_is_refused_comes_again_before_what_follows_in_the_same_chat() {
        statuses.addAll(List.of(500, 503));
        set("");
        ann.says(ann.privately(), "1");
        ann.says(ann.privately(), "2");

        Awaitility.await().until(() -> api.pending() == 0);
        assertThat(received).containsExactly("s3cret 1", "s3cret 1", "s3cret 1", "s3cret 2");
        assertThat(info().path("last_error_message").asText()).isEqualTo("Wrong response from the webhook: 503");
    }

    @Test
    void chats_are_served_side_by_side_up_to_the_limit() {
        gate.drainPermits();
        set(",'max_connections':2");
        List.of("Bob", "Cem", "Dee").forEach(name -> {
            Person person = api.person(name, "en");
            person.says(person.privately(), name);
        });

        Awaitility.await().until(() -> received.size() == 2);
        assertThat(info().path("pending_update_count").asInt()).isEqualTo(3);
        gate.release(3);
        Awaitility.await().until(() -> api.pending() == 0);
        assertThat(received).hasSize(3).last().isEqualTo("s3cret Dee");
    }

    @Test
    void nobody_polls_while_a_webhook_is_set() {
        set("");
        assertThat(bot.says("getUpdates", "{}"))
                .isEqualTo("Conflict: can't use getUpdates method while webhook is active; "
                        + "use deleteWebhook to delete the webhook first");
        assertThat(api.webhook()).isPresent();

        assertThat(bot.says("deleteWebhook", "{'drop_pending_updates':true}")).isEqualTo("ok");
        assertThat(bot.says("getUpdates", "{}")).isEqualTo("ok");
        assertThat(info().path("url").asText()).isEmpty();
        assertThat(set(",'max_connections':0")).contains("out of bounds");
    }
}
