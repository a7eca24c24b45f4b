package dev.limber.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps out those who only look like the page. */
@Timeout(60)
class PageGuardTest {
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

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:PORT", "127.0.0.1:1", "127.0.0.1", "localhost.evil.example:PORT"})
    void another_name_of_this_machine_is_refused(String host) throws IOException {
        String named = host.replace("PORT", String.valueOf(page.port.number()));
        for (String path : List.of("/", "/main.js", "/api/people", "/nowhere")) {
            assertThat(page.status("GET " + path + " HTTP/1.1\r\nHost: " + named + "\r\n"))
                    .contains(" 403 ");
        }
    }

    @Test
    void its_own_names_are_welcome() throws IOException {
        for (String host : List.of("127.0.0.1:", "localhost:")) {
            assertThat(page.status("GET / HTTP/1.1\r\nHost: " + host + page.port.number() + "\r\n"))
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

        assertThat(page.post("/api/say", body, "Content-Type", "application/json", header, value)
                        .statusCode())
                .isEqualTo(403);
        assertThat(page.status("GET /api/conversation?as=Ann HTTP/1.1\r\nHost: 127.0.0.1:" + page.port.number()
                        + "\r\nAccept: text/event-stream\r\n" + header + ": " + value + "\r\n"))
                .contains(" 403 ");
        assertThat(page.coach.heard).isEmpty();
    }

    @Test
    void a_link_from_elsewhere_opens_the_page() throws IOException {
        assertThat(page.status("GET / HTTP/1.1\r\nHost: 127.0.0.1:" + page.port.number()
                        + "\r\nSec-Fetch-Site: cross-site\r\n"))
                .contains(" 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp"})
    void what_a_form_can_send_is_refused(String type) throws IOException, InterruptedException {
        String body = "{\"as\":\"Ann\",\"id\":\"12345678\",\"text\":\"hello\"}";

        assertThat(page.post("/api/say", body, "Content-Type", type).statusCode())
                .isEqualTo(415);
        assertThat(page.post("/api/clear", body, "Content-Type", type).statusCode())
                .isEqualTo(415);
        assertThat(page.coach.heard).isEmpty();
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
        assertThat(page.post("/api/say", body, "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(400);
        assertThat(page.coach.heard).isEmpty();
    }

    @Test
    void what_is_too_long_is_refused() throws IOException, InterruptedException {
        assertThat(page.say("12345678", "\"text\":\"" + "x".repeat(16_001) + "\"")
                        .statusCode())
                .isEqualTo(400);
        assertThat(page.say("12345678", "\"text\":\"" + "x".repeat(100_000) + "\"")
                        .statusCode())
                .isEqualTo(413);
        assertThat(page.say("12345678", "\"text\":\"" + "x".repeat(10_000) + "\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void everything_is_answered_with_what_keeps_others_out() throws IOException, InterruptedException {
        for (String path : List.of("/", "/page.css", "/api/people", "/nowhere")) {
            var headers = page.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(headers.firstValue("Server")).isEmpty();
        }
    }
}
