package dev.limber.local.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.Audience;
import dev.limber.core.chat.Block;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Envelope;
import dev.limber.core.chat.OutgoingMessage;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the server answers to a browser. */
@Timeout(60)
class PageServerTest {
    private static final Person ANN = Person.named("Ann").orElseThrow();

    @TempDir
    private Path temp;

    private ServedPage page;

    @BeforeEach
    void start() throws IOException {
        page = new ServedPage(temp);
    }

    @AfterEach
    void stop() {
        page.close();
    }

    @Test
    void a_file_that_is_still_the_same_is_not_sent_again() throws IOException, InterruptedException {
        String tag = page.get("/main.js").headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = page.client.send(
                page.request("/main.js").header("If-None-Match", tag).build(), BodyHandlers.ofString());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void what_is_said_twice_under_one_id_happens_once() throws IOException, InterruptedException {
        assertThat(page.say("first-one", "\"text\":\"hello\"").body()).isEqualTo("{\"owed\":[\"1\"]}");
        assertThat(page.say("first-one", "\"text\":\"hello\"").body()).isEqualTo("{\"owed\":[]}");

        assertThat(page.heard()).containsExactly(new Body.TextWritten("hello"));
        assertThat(page.platform.conversations().of(ANN).all()).hasSize(2);
    }

    @Test
    void what_could_not_be_stored_is_taken_when_it_comes_again() throws IOException, InterruptedException {
        page.coach.fail(true);
        assertThat(page.say("first-one", "\"text\":\"/stretch desk\"").statusCode())
                .isEqualTo(503);
        page.coach.fail(false);
        assertThat(page.say("first-one", "\"text\":\"/stretch desk\"").statusCode())
                .isEqualTo(200);

        assertThat(page.heard()).containsExactly(new Body.CommandCalled("stretch", "desk"));
        assertThat(page.platform.conversations().of(ANN).all()).hasSize(2);
    }

    @Test
    void only_a_button_that_is_there_can_be_pressed() throws IOException, InterruptedException {
        page.say("first-one", "\"text\":\"hello\"");
        await().until(() -> page.platform.conversations().of(ANN).find("1").isPresent());

        assertThat(page.say("press-one", "\"press\":{\"key\":\"1\",\"data\":\"made up\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(page.say("press-two", "\"press\":{\"key\":\"9\",\"data\":\"next\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(page.say("press-three", "\"press\":{\"key\":\"1\",\"data\":\"next\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(page.heard().getLast())
                .isInstanceOfSatisfying(
                        Body.ButtonPressed.class,
                        press -> assertThat(press.latest()).isTrue());
    }

    /** Reads a stream of events until it is closed. */
    private List<String> follow(String... headers) {
        var lines = new CopyOnWriteArrayList<String>();
        HttpRequest.Builder request = page.request("/api/conversation?as=Ann").header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        Thread.ofVirtual().start(() -> {
            try (Stream<String> body =
                    page.client.send(request.build(), BodyHandlers.ofLines()).body()) {
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
        page.say("first-one", "\"text\":\"meanwhile\"");

        List<String> second = follow("Last-Event-ID", position);
        await().untilAsserted(() -> assertThat(String.join("\n", second)).contains("heard meanwhile"));
        assertThat(String.join("\n", second)).doesNotContain("called start");
        assertThat(page.heard().stream().filter(body -> body instanceof Body.CommandCalled))
                .hasSize(1);
        await().untilAsserted(() -> assertThat(String.join("\n", first)).contains("heard meanwhile"));
    }

    @Test
    void when_it_closes_nobody_is_kept_waiting() {
        List<String> lines = follow();
        await().untilAsserted(() -> assertThat(String.join("\n", lines)).contains("called start"));
        long begun = System.nanoTime();
        page.server.close();
        assertThat((System.nanoTime() - begun) / 1_000_000_000).isLessThan(5);
    }

    private void deliver(Block... blocks) {
        page.platform.deliver(new Envelope(
                new DeliveryId(77),
                ANN.address(),
                Optional.of(ANN.user()),
                Optional.empty(),
                OutgoingMessage.of(new Audience.OnlyPerson(ANN.user()), List.of(blocks), List.of(), Optional.empty())));
    }

    @Test
    void of_who_was_forgotten_nothing_is_left_but_that() throws IOException, InterruptedException {
        page.say("first-one", "\"text\":\"something private\"");
        page.known = false;
        page.say("second-one", "\"text\":\"yes, forget me\"");

        await().untilAsserted(() -> assertThat(
                        page.platform.conversations().of(ANN).all())
                .singleElement()
                .satisfies(entry -> assertThat(entry.content().toString()).contains("heard yes, forget me")));
    }

    @Test
    void a_picture_that_was_shown_is_served_for_ever_and_no_other() throws IOException, InterruptedException {
        assertThat(page.get("/pictures/" + ServedPage.HASH).statusCode()).isEqualTo(404);
        deliver(Block.Picture.of("pictures/reach.gif", ServedPage.HASH, "Somebody reaches."));

        HttpResponse<String> picture = page.get("/pictures/" + ServedPage.HASH);
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.body().getBytes(UTF_8)).isEqualTo(ServedPage.GIF);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/gif");
        assertThat(picture.headers().firstValue("Cache-Control").orElse("")).contains("immutable", "max-age=31536000");
        assertThat(page.get("/pictures/" + "ab".repeat(32)).statusCode()).isEqualTo(404);
    }

    @Test
    void a_moving_picture_goes_to_the_page_with_its_still_and_both_are_served()
            throws IOException, InterruptedException {
        var still = new Block.Picture.Still("pictures/reach.png", ServedPage.HASH);
        deliver(new Block.Picture("pictures/reach.gif", "0e".repeat(32), "Somebody reaches.", Optional.of(still)));

        assertThat(page.platform
                        .conversations()
                        .of(ANN)
                        .all()
                        .getLast()
                        .content()
                        .at("/blocks/0"))
                .hasToString(
                        "{\"type\":\"picture\",\"alternative\":\"Somebody reaches.\",\"path\":\"pictures/reach.gif\","
                                + "\"hash\":\"" + "0e".repeat(32)
                                + "\",\"still\":{\"path\":\"pictures/reach.png\",\"hash\":\""
                                + ServedPage.HASH + "\"}}");
        HttpResponse<String> picture = page.get("/pictures/" + ServedPage.HASH);
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(page.get("/pictures/" + "0e".repeat(32)).statusCode())
                .as("asked of the source, which has none")
                .isEqualTo(404);
    }

    @Test
    void what_is_no_picture_is_not_served_as_one() throws IOException, InterruptedException {
        deliver(Block.Picture.of("pictures/page.html", ServedPage.HASH, "A trap."));

        assertThat(page.get("/pictures/" + ServedPage.HASH).statusCode()).isEqualTo(404);
    }

    @Test
    void a_document_is_something_to_keep_and_only_its_owners() throws IOException, InterruptedException {
        deliver(new Block.Document("data.html", "text/html", "<script>alert(1)</script>"));

        HttpResponse<String> document = page.get("/api/document?as=Ann&key=77&block=0");
        assertThat(document.body()).isEqualTo("<script>alert(1)</script>");
        assertThat(document.headers().firstValue("Content-Disposition")).contains("attachment");
        assertThat(document.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(page.get("/api/document?as=Bob&key=77&block=0").statusCode()).isEqualTo(404);
        assertThat(page.get("/api/document?as=Ann&key=77&block=1").statusCode()).isEqualTo(404);
    }
}
