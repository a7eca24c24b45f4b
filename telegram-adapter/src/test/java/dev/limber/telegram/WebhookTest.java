package dev.limber.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.Beginning;
import dev.limber.telegram.api.BotToken;
import dev.limber.telegram.incoming.WebhookConfig;
import dev.limber.telegram.standin.Fault;
import dev.limber.telegram.standin.Person;
import dev.limber.telegram.standin.Posted;
import dev.limber.telegram.standin.Room;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How updates come in by a webhook. */
class WebhookTest {
    private static final String SECRET = "a-secret_9";

    private final Rig rig = Rig.prepared();
    private final Person ann = rig.ann();
    private final Room room = ann.privately();
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebhookConfig config = config();

    @AfterEach
    void close() {
        assertThat(rig.api.violations()).isEmpty();
        http.close();
        rig.close();
    }

    @Test
    void whatTelegramSendsIsAnswered() {
        begin();
        rig.privately(ann, "one", 1);
        rig.privately(ann, "two", 2);

        assertThat(room.posted()).extracting(Posted::text).containsExactly("1 one", "2 two");
        assertThat(rig.api.calls("getUpdates")).isEmpty();
        assertThat(rig.bot.liveness().lastHeard()).isPresent();
    }

    @Test
    void itRegistersWithItsSecretAndRemovesItselfInTheEnd() {
        begin();
        assertThat(rig.api.webhook().orElseThrow().path("url").asText())
                .isEqualTo(config.url().toString());

        rig.bot.close();

        assertThat(rig.api.webhook()).isEmpty();
        assertThat(rig.api.calls("deleteWebhook"))
                .allSatisfy(call -> assertThat(
                                call.params().path("drop_pending_updates").asBoolean())
                        .isFalse());
    }

    @Test
    void pollingAfterAWebhookAndAWebhookAfterPollingNeedNothingElse() {
        begin();
        rig.privately(ann, "one", 1);
        rig.restart();
        rig.privately(ann, "two", 2);
        begin();
        rig.privately(ann, "three", 3);

        assertThat(room.posted()).extracting(Posted::text).containsExactly("1 one", "2 two", "3 three");
    }

    @Test
    void anUpdateThatCannotBeStoredIsSentAgainByTelegram() {
        begin();
        rig.store.breakDown();
        ann.says(room, "one");
        await().until(() -> rig.api
                .webhook()
                .orElseThrow()
                .path("last_error_message")
                .asText()
                .contains("503"));
        assertThat(rig.api.pending()).isEqualTo(1);
        rig.store.repair();

        room.awaitLast(posted -> posted.text().equals("1 one"));
        await().until(() -> rig.api.pending() == 0);
    }

    @Test
    void anUpdateThatCannotBeReadIsPassedOver() {
        begin();
        rig.api.enqueueRaw("{\"message\": {\"message_id\": {\"odd\": true}}}");
        rig.privately(ann, "one", 1);

        await().until(() -> rig.api.pending() == 0);
    }

    @Test
    void anUpdateThatComesTwiceIsHandledOnce() throws Exception {
        begin();
        String update = """
                {"update_id": 900, "message": {"message_id": 900, "date": 1764090000, "text": "again",
                    "from": {"id": %d, "is_bot": false, "first_name": "Ann"},
                    "chat": {"id": %d, "type": "private"}}}""".formatted(ann.id(), room.id());

        assertThat(post("/", SECRET, update)).isEqualTo(200);
        assertThat(post("/any/path", SECRET, update)).isEqualTo(200);
        rig.privately(ann, "end", 2);
        assertThat(room.posted()).extracting(Posted::text).containsExactly("1 again", "2 end");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    wrong-secret | {"update_id": 1} | 401
                                 | {"update_id": 1} | 401
                    a-secret_9   | not JSON         | 400
                    a-secret_9   | []               | 400
                    a-secret_9   | {"update_id":"x"}| 400
                    a-secret_9   | {"update_id": 1} | 200
                    """)
    void whoeverDoesNotKnowTheSecretOrSendsNoUpdateIsRefused(String secret, String body, int status) throws Exception {
        begin();

        assertThat(post("/", Optional.ofNullable(secret).orElse(""), body)).isEqualTo(status);
    }

    @Test
    void aBodyThatIsTooLongIsRefused() throws Exception {
        begin();
        String huge = "{\"update_id\": 1, \"x\": \"" + "y".repeat(2 << 20) + "\"}";

        assertThat(post("/", SECRET, huge)).isEqualTo(413);
        assertThat(post("/", SECRET, "{\"update_id\": 1}")).isEqualTo(200);
    }

    @Test
    void anythingButAPostIsNotThere() throws Exception {
        begin();
        var get = HttpRequest.newBuilder(config.url()).build();

        assertThat(http.send(get, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isIn(404, 405);
    }

    @Test
    void aRegistrationThatSomebodyRemovedComesBack() throws Exception {
        begin();
        var delete = HttpRequest.newBuilder(URI.create(rig.api.url() + "/bot" + rig.api.token() + "/deleteWebhook"))
                .build();
        http.send(delete, HttpResponse.BodyHandlers.ofString());

        await().until(() -> rig.api.webhook().isPresent());
    }

    @Test
    void aSecretThatHasChangedIsToldToTelegram() throws Exception {
        var old = HttpRequest.newBuilder(URI.create(
                        rig.api.url() + "/bot" + rig.api.token() + "/setWebhook?secret_token=old&url=" + config.url()))
                .build();
        assertThat(http.send(old, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        ann.says(room, "one");
        begin();

        assertThat(room.awaitPosted(1).getFirst().text()).isEqualTo("1 one");
        http.send(old, HttpResponse.BodyHandlers.ofString());
        ann.says(room, "two");
        assertThat(room.awaitPosted(2).getLast().text()).isEqualTo("2 two");
    }

    @Test
    void aRegistrationThatFailsIsTriedAgain() {
        rig.api.fail("setWebhook", new Fault.ServerError(502), new Fault.TooManyRequests(1));
        begin();
        rig.privately(ann, "one", 1);
    }

    @Test
    void aPortThatIsTakenIsSaid() throws IOException {
        try (var taken =
                new ServerSocket(config.bind().getPort(), 1, config.bind().getAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThat(rig.restartWith(config))
                    .isInstanceOfSatisfying(
                            Beginning.Impossible.class,
                            impossible -> assertThat(impossible.reason()).contains("LIMBER_WEBHOOK_BIND"));
        }
    }

    @Test
    void withoutASecretOfOnesOwnAllWithTheSameTokenHaveTheSame() {
        String secret = WebhookConfig.secretFrom(new BotToken("1:one"));

        assertThat(WebhookConfig.isSecret(secret)).isTrue();
        assertThat(secret)
                .isEqualTo(WebhookConfig.secretFrom(new BotToken("1:one")))
                .isNotEqualTo(WebhookConfig.secretFrom(new BotToken("1:two")));
    }

    @Test
    void severalMayServeOneWebhookAndOneThatEndsDoesNotMakeTheOthersDeaf() {
        begin();
        var other = new TelegramBot(
                Rig.config(rig.api.url(), rig.api.token(), Optional.of(config(config.url()))),
                rig.store.adapterMemory(),
                picture -> Optional.empty(),
                InstantSource.system());
        assertThat(other.begin(rig.limber)).isInstanceOf(Beginning.Began.class);
        other.close();

        await().until(() -> rig.api.webhook().isPresent());
        rig.privately(ann, "one", 1);
    }

    private void begin() {
        rig.restartWith(config);
        await().until(() -> rig.api.webhook().isPresent());
    }

    private int post(String path, String secret, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(config.url().resolve(path))
                .header("X-Telegram-Bot-Api-Secret-Token", secret)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private static WebhookConfig config() {
        int port = freePort();
        return new WebhookConfig(
                URI.create("http://127.0.0.1:" + port + "/"),
                SECRET,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private static WebhookConfig config(URI url) {
        return new WebhookConfig(url, SECRET, new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort()));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no port is free", e);
        }
    }
}
