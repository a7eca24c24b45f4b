package dev.limber.app.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.limber.discord.standin.DiscordApi;
import dev.limber.telegram.standin.BotApi;
import dev.limber.telegram.standin.Person;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Limber tells those who run it. */
class OperationsServingTest {
    private static final Path PAPER = Path.of("../docs/operations.md");
    private static final Pattern NAMED = Pattern.compile("`((?:limber|jvm|process)_[a-z_]+)(?:\\{[a-z,]+})?`");
    private static final Pattern TYPED = Pattern.compile("^# TYPE ([a-z_]+) [a-z]+$", Pattern.MULTILINE);

    @TempDir
    Path folder;

    private final BotApi api = BotApi.start();
    private Served.Start start = new Served.Start(Path.of(""));
    private int port;

    @BeforeEach
    void token() throws Exception {
        port = ServingTest.freePort();
        start = new Served.Start(folder).inTelegram(api).with("LIMBER_OPS_BIND", "127.0.0.1:" + port);
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void it_is_well_while_it_serves_and_counts_a_conversation() throws Exception {
        Person ann = api.person("Ann", "en");
        try (DiscordApi discord = DiscordApi.start();
                Served served = start.inDiscord(discord).runUntilUp()) {
            await().untilAsserted(() -> assertThat(Page.get(port, "/health").body())
                    .startsWith("{\"status\":\"ok\",\"store\":\"ok\",\"nudges\":\"leader\"")
                    .containsPattern("\"telegram\":\\{\"state\":\"serving\",.*\"heardSecondsAgo\":[0-9]}")
                    .containsPattern("\"discord\":\\{\"state\":\"serving\",.*\"heardSecondsAgo\":[0-9]}"));
            assertThat(Page.get(port, "/health").statusCode()).isEqualTo(200);
            ann.says(ann.privately(), "/help");
            ann.privately().awaitPosted(1);

            await().untilAsserted(() -> assertThat(Page.get(port, "/metrics").body())
                    .contains(
                            "limber_turns_total{kind=\"command\"} 1.0",
                            "limber_turn_seconds_count 1",
                            "limber_sends_total{lane=\"answer\",outcome=\"delivered\",platform=\"telegram\"} 1.0",
                            "limber_sends_total{lane=\"answer\",outcome=\"delivered\",platform=\"discord\"} 0.0",
                            "limber_send_seconds_count{lane=\"answer\",platform=\"telegram\"} 1",
                            "limber_queue_messages{lane=\"answer\",platform=\"telegram\"} 0.0",
                            "limber_cached_states 1.0")
                    .doesNotContain(api.token(), "Ann"));
            assertThat(served.err()).contains("health and metrics are at").doesNotContain("WARN", "ERROR");
            served.signal("TERM");
            assertThat(served.awaitEnd()).isZero();
        }
    }

    @Test
    void the_paper_names_every_metric_and_no_other() throws Exception {
        String paper = Files.readString(PAPER);
        Set<String> named = names(NAMED, paper);
        assertThat(named).contains("limber_turn_seconds", "jvm_memory_used_bytes");
        try (Served _ = start.runUntilUp()) {
            await().untilAsserted(() ->
                    assertThat(names(TYPED, Page.get(port, "/metrics").body())).isEqualTo(named));
        }
    }

    /** Without the highest value of a time, which comes with it, and what there is only after the first collection. */
    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.endsWith("_max") && !name.equals("jvm_gc_pause_seconds"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @Tag("long")
    void a_platform_that_answers_no_more_is_wrong_after_a_while() throws Exception {
        try (Served _ = start.runUntilUp()) {
            await().untilAsserted(() ->
                    assertThat(Page.get(port, "/health").statusCode()).isEqualTo(200));
            api.close();
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> {
                        HttpResponse<String> answer = Page.get(port, "/health");
                        assertThat(answer.statusCode()).isEqualTo(503);
                        assertThat(answer.body()).contains("\"status\":\"wrong\"", "\"state\":\"silent\"");
                    });
        }
    }

    @Test
    void an_address_that_was_set_and_is_taken_is_one_sentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                Served served = start.run()) {
            assertThat(taken.isBound()).isTrue();
            assertThat(served.awaitEnd()).isEqualTo(1);
            assertThat(served.err())
                    .isEqualTo(
                            "Limber cannot listen on 127.0.0.1:" + port + " for health and metrics: is the port taken?"
                                    + " Set LIMBER_OPS_BIND to another, or to off to have none.\n");
            assertThat(served.out()).isEmpty();
        }
    }

    @Test
    void whoever_wants_none_has_none() throws Exception {
        try (Served served = start.with("LIMBER_OPS_BIND", "off").runUntilUp()) {
            Person ann = api.person("Ann", "en");
            ann.says(ann.privately(), "/help");
            ann.privately().awaitPosted(1);
            assertThatThrownBy(() -> Page.get(port, "/health")).isInstanceOf(ConnectException.class);
            assertThat(served.err()).doesNotContain("health and metrics");
        }
    }

    @Test
    @Tag("long")
    void the_usual_address_is_done_without_where_it_is_taken() throws Exception {
        try (Usual usual = Usual.take();
                Served served = start.without("LIMBER_OPS_BIND").runUntilUp()) {
            assertThat(usual.isTaken()).isTrue();
            served.awaitErr("for health and metrics: is the port taken? It goes on without; LIMBER_OPS_BIND names");
        }
    }

    /** Takes the usual address, unless somebody else on this machine has it already. */
    private record Usual(ServerSocket socket) implements AutoCloseable {
        private static final int PORT = 9090;

        static Usual take() throws IOException {
            var socket = new ServerSocket();
            try {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT));
            } catch (BindException _) {
                socket.close();
            }
            return new Usual(socket);
        }

        boolean isTaken() {
            return socket.isBound() || socket.isClosed();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
