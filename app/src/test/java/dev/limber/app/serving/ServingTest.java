package dev.limber.app.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.telegram.standin.BotApi;
import dev.limber.telegram.standin.Person;
import dev.limber.telegram.standin.Posted;
import dev.limber.telegram.standin.Room;
import dev.limber.telegram.standin.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How it begins, answers and carries on. */
class ServingTest {
    private static final String WRONG = "123456:a-wrong-token-of-some-length";
    private static final String UNKNOWN_BOT =
            "Telegram does not know this bot: check LIMBER_TELEGRAM_TOKEN against what @BotFather says.\n";

    @TempDir
    Path folder;

    private final BotApi api = BotApi.start();
    private Served.Start start = new Served.Start(Path.of(""));

    @BeforeEach
    void token() {
        start = new Served.Start(folder).inTelegram(api);
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void it_leads_through_a_routine_and_carries_on_at_the_same_step_after_a_kill() throws Exception {
        Person ann = api.person("Ann", "en");
        Room chat = ann.privately();
        try (Served served = start.runUntilUp()) {
            assertThat(served.out()).isEqualTo("Limber answers in Telegram as @limber_bot. Ctrl-C ends it.\n");
            ann.says(chat, "/stretch desk break");
            Posted check = chat.awaitLast(last -> last.labels().contains("Skip the check"));
            ann.presses(check, "Skip the check").awaitAnswered();
            Posted first = chat.awaitLast(last -> last.text().contains("step 1 of 3"));
            assertThat(first.labels()).contains("Next", "It hurts");
            ann.presses(first, "Next").awaitAnswered();
            chat.awaitLast(last -> last.text().contains("step 2 of 3"));
            served.kill();
        }

        try (Served again = start.runUntilUp("serve")) {
            ann.says(chat, "next");
            chat.awaitLast(last -> last.text().contains("step 3 of 3"));
            assertThat(again.err()).contains("started on [telegram]").doesNotContain("WARN", "ERROR", api.token());
        }
        assertThat(api.violations()).isEmpty();
        assertThat(folder.resolve("data/limber.log")).doesNotExist();
    }

    @Test
    void a_place_that_is_shared_sets_the_time_zone_and_is_not_kept() throws Exception {
        Person ann = api.person("Ann", "en");
        Room chat = ann.privately();
        try (Served served = start.runUntilUp()) {
            ann.sharesLocation(27.7172, 85.324);
            chat.awaitLast(
                    last -> last.text().contains("Kathmandu") && last.labels().contains("Another time zone"));
            served.signal("TERM");
            assertThat(served.awaitEnd()).isZero();
            assertThat(served.err()).doesNotContain("WARN", "ERROR", "27.7", "85.3");
        }
        try (Stream<Path> files = Files.list(folder.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as("%s", file)
                        .doesNotContain("27.7172", "85.324");
            }
        }
    }

    @Test
    void a_wrong_token_is_one_sentence() throws Exception {
        try (Served served = start.with("LIMBER_TELEGRAM_TOKEN", WRONG).run()) {
            assertThat(served.awaitEnd()).isEqualTo(1);
            assertThat(served.err()).isEqualTo(UNKNOWN_BOT);
            assertThat(served.out()).isEmpty();
        }
    }

    @Test
    @Tag("long")
    void no_token_is_shown_to_whoever_asks_for_all_details() throws Exception {
        start.with("LIMBER_LOG_LEVEL", "trace");
        try (Served served = start.with("LIMBER_TELEGRAM_TOKEN", WRONG).run("serve")) {
            assertThat(served.awaitEnd()).isEqualTo(1);
            assertThat(served.err()).contains(UNKNOWN_BOT).doesNotContain("\tat ", "a-wrong-token");
        }
        Person ann = api.person("Ann", "en");
        try (Served served = start.with("LIMBER_TELEGRAM_TOKEN", api.token()).runUntilUp()) {
            ann.says(ann.privately(), "/help");
            ann.privately().awaitPosted(1);
            served.signal("TERM");
            assertThat(served.awaitEnd()).isZero();
            assertThat(served.out() + served.err())
                    .contains("Running - closing")
                    .doesNotContain(api.token(), "test-token");
        }
    }

    @Test
    void a_token_may_stand_in_a_file() throws Exception {
        Files.writeString(folder.resolve("token"), api.token() + "\n");
        start.without("LIMBER_TELEGRAM_TOKEN").with("LIMBER_TELEGRAM_TOKEN_FILE", "token");
        try (Served served = start.runUntilUp()) {
            assertThat(served.out()).contains("@limber_bot");
        }
    }

    @Test
    @Tag("long")
    void without_the_network_it_keeps_trying_and_comes_up() throws Exception {
        int port = freePort();
        start.with("LIMBER_TELEGRAM_API_URL", "http://127.0.0.1:" + port);
        try (Served served = start.runUntilUp()) {
            assertThat(served.out()).startsWith("Telegram cannot be reached yet, and Limber keeps trying (");
            try (BotApi late = BotApi.start(Settings.defaults().withPort(port))) {
                Person ann = late.person("Ann", "en");
                ann.says(ann.privately(), "/help");
                ann.privately().awaitPosted(1);
                assertThat(served.err()).contains("introduced to Telegram as @limber_bot");
            }
        }
    }

    @Test
    @Tag("long")
    void a_token_that_turns_out_to_be_wrong_later_ends_it_likewise() throws Exception {
        int port = freePort();
        start.with("LIMBER_TELEGRAM_API_URL", "http://127.0.0.1:" + port).with("LIMBER_TELEGRAM_TOKEN", WRONG);
        try (Served served = start.runUntilUp();
                BotApi late = BotApi.start(Settings.defaults().withPort(port))) {
            assertThat(late.token()).isNotEqualTo(WRONG);
            assertThat(served.awaitEnd()).isEqualTo(1);
            assertThat(served.err()).contains(UNKNOWN_BOT).doesNotContain("\tat ", "a-wrong-token");
        }
    }

    @Test
    void updates_come_by_webhook_and_its_secret_is_shown_nowhere() throws Exception {
        int port = freePort();
        start.with("LIMBER_TELEGRAM_WEBHOOK_URL", "http://127.0.0.1:" + port + "/telegram")
                .with("LIMBER_TELEGRAM_WEBHOOK_SECRET", "a-secret-of-the-webhook")
                .with("LIMBER_WEBHOOK_BIND", "127.0.0.1:" + port)
                .with("LIMBER_LOG_LEVEL", "trace");
        Person ann = api.person("Ann", "en");
        try (Served served = start.runUntilUp()) {
            ann.says(ann.privately(), "/help my secret knee");
            ann.privately().awaitPosted(1);
            served.signal("TERM");
            assertThat(served.awaitEnd()).isZero();
            assertThat(served.out() + served.err())
                    .doesNotContain("a-secret-of-the-webhook", "secret knee", api.token());
        }
        assertThat(api.webhook()).isEmpty();
    }

    @Test
    void a_port_that_is_taken_is_one_sentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String bind = "127.0.0.1:" + taken.getLocalPort();
            start.with("LIMBER_TELEGRAM_WEBHOOK_URL", "http://" + bind + "/").with("LIMBER_WEBHOOK_BIND", bind);
            try (Served served = start.run()) {
                assertThat(served.awaitEnd()).isEqualTo(1);
                assertThat(served.err()).contains("LIMBER_WEBHOOK_BIND").hasLineCount(1);
                assertThat(served.out()).isEmpty();
            }
        }
    }

    @Test
    @Tag("long")
    void data_that_somebody_else_uses_is_one_sentence() throws Exception {
        try (Served first = start.runUntilUp();
                Served second = start.run()) {
            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(second.err()).hasLineCount(1).doesNotContain("Exception");
            assertThat(first.isAlive()).isTrue();
        }
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(longs = {1, 5, 10, 20, 30, 50, 80, 120, 160, 200})
    void a_kill_at_any_moment_loses_no_answer(long millis) throws Exception {
        Person ann = api.person("Ann", "en");
        try (Served served = start.runUntilUp()) {
            ann.says(ann.privately(), "/stretch desk break");
            ann.privately().awaitLast(last -> last.labels().contains("Skip the check"));
            ann.says(ann.privately(), "skip");
            served.awaitEndOr(millis);
            served.kill();
        }
        try (Served again = start.runUntilUp()) {
            ann.privately().awaitLast(last -> last.text().contains("step 1 of 3"));
            assertThat(again.isAlive()).isTrue();
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
