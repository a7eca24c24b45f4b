package dev.limber.local.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.Audience;
import dev.limber.core.chat.Block;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Envelope;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.OutgoingMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server answers to a browser, and to those who only look like one. */
@Timeout(60)
class PageServerTest {
    private static final String HASH = "0f".repeat(32);
    private static final byte[] GIF = "GIF89a, or nearly".getBytes(UTF_8);
    private static final Person ANN = Person.named("Ann").orElseThrow();

    @TempDir
    private Path temp;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Scripted coach = new Scripted();
    private PagePort port;
    private PagePlatform platform;
    private PageServer server;

    @BeforeEach
    void start() throws IOException {
        port = PagePort.open(0);
        platform = new PagePlatform(
                temp,
                InstantSource.system(),
                picture -> Optional.of(GIF).filter(_ -> HASH.equals(picture.contentHash())),
                () -> coach);
        coach.connect(platform);
        PageWords words = (user, client) -> new PageWords.Spoken(client.orElse(Locale.ENGLISH), Map.of("send", "Send"));
        server = PageServer.start(port, platform, Person.named("you").orElseThrow(), words);
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(port.url()).resolve(path));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> say(String id, String rest) throws IOException, InterruptedException {
        return post(
                "/api/say",
                "{\"as\":\"Ann\",\"id\":\"" + id + "\"," + rest + "}",
                "Content-Type",
                "application/json; charset=utf-8",
                "Origin",
                port.url().replaceFirst("/$", ""));
    }

    private List<Body> heard() {
        return coach.heard.stream().map(IncomingMessage::body).toList();
    }

    /** The status line of the answer to a request of which every byte is ours. */
    private String status(String head) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port.number())) {
            socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:PORT", "127.0.0.1:1", "127.0.0.1", "localhost.evil.example:PORT"})
    void another_name_of_this_machine_is_refused(String host) throws IOException {
        String named = host.replace("PORT", String.valueOf(port.number()));
        for (String path : List.of("/", "/main.js", "/api/people", "/nowhere")) {
            assertThat(status("GET " + path + " HTTP/1.1\r\nHost: " + named + "\r\n"))
                    .contains(" 403 ");
        }
    }

    @Test
    void its_own_names_are_welcome() throws IOException {
        for (String host : List.of("127.0.0.1:", "localhost:")) {
            assertThat(status("GET / HTTP/1.1\r\nHost: " + host + port.number() + "\r\n"))
                    .contains(" 200 ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://127.0.0.1:1",
        "Origin, http://127.0.0.1",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void what_another_page_asks_for_is_refused_and_does_nothing(String header, String value)
            throws IOException, InterruptedException {
        String body = "{\"as\":\"Ann\",\"id\":\"12345678\",\"text\":\"hello\"}";

        assertThat(post("/api/say", body, "Content-Type", "application/json", header, value)
                        .statusCode())
                .isEqualTo(403);
        assertThat(status("GET /api/conversation?as=Ann HTTP/1.1\r\nHost: 127.0.0.1:" + port.number()
                        + "\r\nAccept: text/event-stream\r\n" + header + ": " + value + "\r\n"))
                .contains(" 403 ");
        assertThat(coach.heard).isEmpty();
    }

    @Test
    void a_link_from_elsewhere_opens_the_page() throws IOException {
        assertThat(status("GET / HTTP/1.1\r\nHost: 127.0.0.1:" + port.number() + "\r\nSec-Fetch-Site: cross-site\r\n"))
                .contains(" 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp"})
    void what_a_form_can_send_is_refused(String type) throws IOException, InterruptedException {
        String body = "{\"as\":\"Ann\",\"id\":\"12345678\",\"text\":\"hello\"}";

        assertThat(post("/api/say", body, "Content-Type", type).statusCode()).isEqualTo(415);
        assertThat(post("/api/clear", body, "Content-Type", type).statusCode()).isEqualTo(415);
        assertThat(coach.heard).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"as\":\"Ann\"}",
                "{\"as\":\"—\",\"id\":\"12345678\",\"text\":\"x\"}",
                "{\"as\":\"Ann\",\"id\":\"short\",\"text\":\"x\"}",
                "{\"as\":\"Ann\",\"id\":\"12345678\",\"text\":\" \"}"
            })
    void what_says_nothing_is_a_bad_request(String body) throws IOException, InterruptedException {
        assertThat(post("/api/say", body, "Content-Type", "application/json").statusCode())
                .isEqualTo(400);
        assertThat(coach.heard).isEmpty();
    }

    @Test
    void what_is_too_long_is_refused() throws IOException, InterruptedException {
        assertThat(say("12345678", "\"text\":\"" + "x".repeat(16_001) + "\"").statusCode())
                .isEqualTo(400);
        assertThat(say("12345678", "\"text\":\"" + "x".repeat(100_000) + "\"").statusCode())
                .isEqualTo(413);
        assertThat(say("12345678", "\"text\":\"" + "x".repeat(10_000) + "\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void everything_is_answered_with_what_keeps_others_out() throws IOException, InterruptedException {
        for (String path : List.of("/", "/page.css", "/api/people", "/nowhere")) {
            var headers = get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(headers.firstValue("Server")).isEmpty();
        }
    }

    @Test
    void a_file_that_is_still_the_same_is_not_sent_again() throws IOException, InterruptedException {
        String tag = get("/main.js").headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again =
                client.send(request("/main.js").header("If-None-Match", tag).build(), BodyHandlers.ofString());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void what_is_said_twice_under_one_id_happens_once() throws IOException, InterruptedException {
        assertThat(say("first-one", "\"text\":\"hello\"").body()).isEqualTo("{\"owed\":[\"1\"]}");
        assertThat(say("first-one", "\"text\":\"hello\"").body()).isEqualTo("{\"owed\":[]}");

        assertThat(heard()).containsExactly(new Body.TextWritten("hello"));
        assertThat(platform.conversations().of(ANN).all()).hasSize(2);
    }

    @Test
    void what_could_not_be_stored_is_taken_when_it_comes_again() throws IOException, InterruptedException {
        coach.fail(true);
        assertThat(say("first-one", "\"text\":\"/stretch desk\"").statusCode()).isEqualTo(503);
        coach.fail(false);
        assertThat(say("first-one", "\"text\":\"/stretch desk\"").statusCode()).isEqualTo(200);

        assertThat(heard()).containsExactly(new Body.CommandCalled("stretch", "desk"));
        assertThat(platform.conversations().of(ANN).all()).hasSize(2);
    }

    @Test
    void only_a_button_that_is_there_can_be_pressed() throws IOException, InterruptedException {
        say("first-one", "\"text\":\"hello\"");
        await().until(() -> platform.conversations().of(ANN).find("1").isPresent());

        assertThat(say("press-one", "\"press\":{\"key\":\"1\",\"data\":\"made up\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(say("press-two", "\"press\":{\"key\":\"9\",\"data\":\"next\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(say("press-three", "\"press\":{\"key\":\"1\",\"data\":\"next\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(heard().getLast())
                .isInstanceOfSatisfying(
                        Body.ButtonPressed.class,
                        press -> assertThat(press.latest()).isTrue());
    }

    /** Reads a stream of events until it is closed. */
    private List<String> follow(String... headers) {
        var lines = new CopyOnWriteArrayList<String>();
        HttpRequest.Builder request = request("/api/conversation?as=Ann").header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        Thread.ofVirtual().start(() -> {
            try (Stream<String> body =
                    client.send(request.build(), BodyHandlers.ofLines()).body()) {
                body.forEach(lines::add);
            } catch (IOException | InterruptedException | RuntimeException closed) {
                lines.add("closed");
            }
        });
        return lines;
    }

    private static String last(List<String> lines, String start) {
        return lines.stream().filter(line -> line.startsWith(start)).toList().getLast();
    }

    @Test
    void whoever_comes_back_is_told_what_came_meanwhile_and_nothing_twice() throws IOException, InterruptedException {
        List<String> first = follow("Accept-Language", "de");
        await().untilAsserted(
                        () -> assertThat(String.join("\n", first)).contains("\"Send\"", "\"de\"", "called start"));
        String position = last(first, "id: ").substring("id: ".length());
        say("first-one", "\"text\":\"meanwhile\"");

        List<String> second = follow("Last-Event-ID", position);
        await().untilAsserted(() -> assertThat(String.join("\n", second)).contains("heard meanwhile"));
        assertThat(String.join("\n", second)).doesNotContain("called start");
        assertThat(heard().stream().filter(body -> body instanceof Body.CommandCalled))
                .hasSize(1);
        await().untilAsserted(() -> assertThat(String.join("\n", first)).contains("heard meanwhile"));
    }

    @Test
    void when_it_closes_nobody_is_kept_waiting() {
        List<String> lines = follow();
        await().untilAsserted(() -> assertThat(String.join("\n", lines)).contains("called start"));
        long begun = System.nanoTime();
        server.close();
        assertThat((System.nanoTime() - begun) / 1_000_000_000).isLessThan(5);
    }

    private void deliver(Block... blocks) {
        platform.deliver(new Envelope(
                new DeliveryId(77),
                ANN.address(),
                Optional.of(ANN.user()),
                Optional.empty(),
                OutgoingMessage.of(new Audience.OnlyPerson(ANN.user()), List.of(blocks), List.of(), Optional.empty())));
    }

    @Test
    void a_picture_that_was_shown_is_served_for_ever_and_no_other() throws IOException, InterruptedException {
        assertThat(get("/pictures/" + HASH).statusCode()).isEqualTo(404);
        deliver(new Block.Picture("pictures/reach.gif", HASH, "Somebody reaches."));

        HttpResponse<String> picture = get("/pictures/" + HASH);
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.body().getBytes(UTF_8)).isEqualTo(GIF);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/gif");
        assertThat(picture.headers().firstValue("Cache-Control").orElse("")).contains("immutable", "max-age=31536000");
        assertThat(get("/pictures/" + "ab".repeat(32)).statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_no_picture_is_not_served_as_one() throws IOException, InterruptedException {
        deliver(new Block.Picture("pictures/page.html", HASH, "A trap."));

        assertThat(get("/pictures/" + HASH).statusCode()).isEqualTo(404);
    }

    @Test
    void a_document_is_something_to_keep_and_only_its_owners() throws IOException, InterruptedException {
        deliver(new Block.Document("data.html", "text/html", "<script>alert(1)</script>"));

        HttpResponse<String> document = get("/api/document?as=Ann&key=77&block=0");
        assertThat(document.body()).isEqualTo("<script>alert(1)</script>");
        assertThat(document.headers().firstValue("Content-Disposition")).contains("attachment");
        assertThat(document.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(get("/api/document?as=Bob&key=77&block=0").statusCode()).isEqualTo(404);
        assertThat(get("/api/document?as=Ann&key=77&block=1").statusCode()).isEqualTo(404);
    }
}
