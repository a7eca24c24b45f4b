package dev.limber.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.limber.app.config.OpsConfig;
import dev.limber.app.ops.AddressTakenException;
import dev.limber.app.ops.Operations;
import dev.limber.app.ops.Presence;
import dev.limber.app.ops.Watched;
import dev.limber.app.serving.Page;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.Delivery;
import dev.limber.core.runtime.Gauges;
import dev.limber.core.session.Lane;
import dev.limber.testkit.SettableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Health and metrics over HTTP, of platforms that are there as the test says. */
class OperationsTest {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private final SettableClock clock = new SettableClock(START);
    private final FakeOnline one = new FakeOnline("One", clock, _ -> {});
    private final Presence presence = new Presence(one.id(), clock);
    private volatile Runnable storeRead = () -> {};
    private volatile boolean leads = true;
    private final Watched watched = new Watched(
            List.of(presence),
            () -> new Gauges(Map.of(one.id(), Map.of(Lane.ANSWER, 3, Lane.NUDGE, 4)), 5, 6, 7),
            () -> storeRead.run(),
            () -> leads,
            clock);
    private int port;
    private Operations operations;

    @BeforeEach
    void open() throws Exception {
        presence.begins(one);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        operations = Operations.open(new OpsConfig(Optional.of(address()), true));
    }

    private InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @AfterEach
    void close() {
        operations.close();
    }

    @Test
    void all_is_well_while_a_platform_was_heard_of_lately() throws Exception {
        one.begins().isHeard(START);
        operations.begin(watched);
        clock.advance(Duration.ofSeconds(90));

        HttpResponse<String> answer = Page.get(port, "/health");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body())
                .isEqualTo("{\"status\":\"ok\",\"store\":\"ok\",\"nudges\":\"leader\",\"platforms\":{\"one\":{"
                        + "\"state\":\"serving\",\"since\":\"2026-03-02T08:00:00Z\",\"heardSecondsAgo\":90}}}\n");
    }

    @Test
    void a_platform_that_fell_silent_is_wrong_until_it_is_heard_of_again() throws Exception {
        one.begins().isHeard(START);
        operations.begin(watched);
        clock.advance(Duration.ofSeconds(91));
        assertHealth(503, "\"status\":\"wrong\"", "\"state\":\"silent\"", "\"heardSecondsAgo\":91");

        one.isHeard(clock.instant());
        assertHealth(200, "\"state\":\"serving\"");
    }

    @Test
    void a_platform_that_cannot_be_reached_yet_has_some_time() throws Exception {
        one.isNotThereYet();
        operations.begin(watched);
        clock.advance(Duration.ofSeconds(60));
        assertHealth(200, "\"state\":\"not yet\"", "\"since\":\"2026-03-02T08:00:00Z\"");
        clock.advance(Duration.ofSeconds(31));
        assertHealth(503, "\"state\":\"not yet\"");

        one.introducesItself().isHeard(clock.instant());
        assertHealth(200, "\"state\":\"serving\"", "\"since\":\"2026-03-02T08:01:31Z\"");
    }

    @Test
    void a_platform_that_has_ended_is_wrong() throws Exception {
        one.begins().isHeard(START);
        operations.begin(watched);
        presence.ends();

        assertHealth(503, "\"state\":\"ended\"");
    }

    @Test
    void a_store_that_fails_is_wrong_and_one_that_hangs_is_so_after_two_seconds() throws Exception {
        one.begins().isHeard(START);
        operations.begin(watched);
        storeRead = () -> {
            throw new IllegalStateException("gone");
        };
        assertHealth(503, "\"store\":\"no answer\"", "\"state\":\"serving\"");

        var release = new CountDownLatch(1);
        storeRead = () -> awaitQuietly(release);
        assertHealth(503, "\"store\":\"no answer\"");
        storeRead = () -> {};
        release.countDown();
        await().untilAsserted(() -> assertHealth(200, "\"store\":\"ok\""));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void an_instance_that_leaves_nudges_to_another_is_well_too() throws Exception {
        one.begins().isHeard(START);
        operations.begin(watched);
        leads = false;

        assertHealth(200, "\"nudges\":\"standby\"");
        assertThat(metrics()).contains("limber_leader 0.0");
    }

    @Test
    void what_happened_before_anybody_counted_is_counted() throws Exception {
        operations.observer().turnTaken(new Body.TextWritten("hello"), Duration.ofMillis(2));
        operations.begin(watched);
        await().untilAsserted(() -> assertThat(metrics()).contains("limber_turns_total{kind=\"text\"} 1.0"));
        operations.observer().turnTaken(new Body.LocationShared(1, 2), Duration.ofMillis(2));
        operations
                .observer()
                .delivered(one.id(), Lane.ANSWER, new Delivery.Unreachable("secret"), Duration.ofMillis(20));
        operations.observer().nudgeClaimed(Duration.ofSeconds(4));
        operations.observer().nudgeDecided("asleep");

        assertThat(metrics())
                .contains(
                        "limber_turns_total{kind=\"location\"} 1.0",
                        "limber_turn_seconds_count 2",
                        "limber_sends_total{lane=\"answer\",outcome=\"unreachable\",platform=\"one\"} 1.0",
                        "limber_send_seconds_count{lane=\"answer\",platform=\"one\"} 1",
                        "limber_nudge_lag_seconds_bucket{le=\"5.0\"} 1",
                        "limber_nudges_total{decision=\"asleep\"} 1.0",
                        "limber_queue_messages{lane=\"answer\",platform=\"one\"} 3.0",
                        "limber_queue_messages{lane=\"nudge\",platform=\"one\"} 4.0",
                        "limber_poll_age_seconds{platform=\"one\"} NaN",
                        "limber_leader 1.0")
                .doesNotContain("secret", "hello");
    }

    @Test
    void it_may_be_asked_for_less_and_nothing_is_taken() throws Exception {
        operations.begin(watched);

        assertThat(Page.call("HEAD", port, "/health", BodyPublishers.noBody()).statusCode())
                .isEqualTo(200);
        assertThat(Page.call("POST", port, "/health", BodyPublishers.ofString("x".repeat(100_000)))
                        .statusCode())
                .isEqualTo(405);
        assertThat(Page.call("DELETE", port, "/metrics", BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(405);
        assertThat(Page.get(port, "/").statusCode()).isEqualTo(404);
    }

    @Test
    void a_proxy_may_pass_on_the_name_that_it_was_asked_by() throws IOException {
        operations.begin(watched);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            say(socket, "GET /health HTTP/1.1\r\nHost: limber.example.org\r\n\r\n");
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200 OK")
                    .contains("Connection: close");
        }
    }

    @Test
    @Tag("long")
    void those_who_ask_slowly_soon_make_room() throws Exception {
        operations.begin(watched);
        var slow = new ArrayList<Socket>();
        for (int i = 0; i < 100; i++) {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            slow.add(socket);
            say(socket, "GET /health HTTP/1.1\r\nHost: x\r\nX-Slow: ");
        }
        var done = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> drip(slow, done));

        long asked = System.nanoTime();
        assertThat(Page.get(port, "/health").statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(20));
        done.countDown();
        for (Socket socket : slow) {
            socket.close();
        }
    }

    /** A letter a second keeps a connection from being idle. */
    private static void drip(List<Socket> slow, CountDownLatch done) {
        try {
            List<Socket> open = slow;
            while (!done.await(1, TimeUnit.SECONDS)) {
                open = open.stream().filter(OperationsTest::takes).toList();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean takes(Socket socket) {
        try {
            say(socket, "x");
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Test
    void an_address_that_is_taken_is_an_error_where_somebody_set_it() {
        assertThatThrownBy(() -> Operations.open(new OpsConfig(Optional.of(address()), true)))
                .isInstanceOf(AddressTakenException.class)
                .hasMessageContaining(":" + port + " for health and metrics: is the port taken? Set LIMBER_OPS_BIND");
    }

    @Test
    void without_a_choice_an_address_that_is_taken_is_done_without() throws Exception {
        try (Operations without = Operations.open(new OpsConfig(Optional.of(address()), false))) {
            without.begin(watched);
            without.observer().nudgeDecided("sent");
        }
        operations.begin(watched);
        assertHealth(200, "\"status\":\"ok\"");
    }

    @Test
    void the_address_is_free_again_afterwards() throws Exception {
        operations.begin(watched);
        assertHealth(200, "\"status\":\"ok\"");
        operations.close();

        operations = Operations.open(new OpsConfig(Optional.of(address()), true));
        operations.begin(watched);
        assertHealth(200, "\"status\":\"ok\"");
    }

    private void assertHealth(int status, String... parts) throws IOException, InterruptedException {
        HttpResponse<String> answer = Page.get(port, "/health");
        assertThat(answer.body()).contains(parts);
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    private String metrics() throws IOException, InterruptedException {
        return Page.get(port, "/metrics").body();
    }
}
