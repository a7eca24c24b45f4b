package dev.limber.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Beginning;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Envelope;
import dev.limber.telegram.api.Chats;
import dev.limber.telegram.standin.BotApi;
import dev.limber.telegram.standin.Settings;
import dev.limber.testkit.Echo;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a bot begins, and how it does not. */
class BeginningTest {
    @Test
    void aWrongTokenIsSaidInOneSentenceWithoutTheToken() {
        try (var rig = Rig.prepared();
                var bot = bot(rig, rig.api.url(), "123456:not-the-right-one")) {
            Beginning beginning = bot.begin(rig.limber);

            assertThat(beginning).isInstanceOf(Beginning.Impossible.class);
            assertThat(beginning.toString()).contains("@BotFather").doesNotContain("not-the-right-one");
        }
    }

    @Test
    void aNetworkThatIsDownIsWaitedFor() throws IOException {
        int port = freePort();
        try (var rig = Rig.prepared();
                var bot = bot(rig, "http://127.0.0.1:" + port, rig.api.token())) {
            rig.limber.start(List.of(bot));
            assertThat(bot.begin(rig.limber)).isInstanceOf(Beginning.NotYet.class);

            try (var late = BotApi.start(Settings.defaults().withPort(port))) {
                var ann = late.person("Ann", "en");
                ann.says(ann.privately(), "one");
                assertThat(ann.privately().awaitPosted(1).getFirst().text()).isEqualTo("1 one");
                bot.stopTaking();
            }
        }
    }

    @Test
    void aTokenThatTurnsOutToBeWrongLaterEndsIt() throws IOException {
        int port = freePort();
        try (var rig = Rig.prepared();
                var bot = bot(rig, "http://127.0.0.1:" + port, "123456:not-the-right-one")) {
            assertThat(bot.begin(rig.limber)).isInstanceOf(Beginning.NotYet.class);

            try (var late = BotApi.start(Settings.defaults().withPort(port))) {
                await().until(() -> bot.end().toCompletableFuture().isDone());
                assertThat(late.calls("getUpdates")).isEmpty();
                assertThat(bot.end().toCompletableFuture().join()).contains("@BotFather");
            }
        }
    }

    @Test
    void whatCannotBeSentWithARevokedTokenWaits() {
        try (var rig = Rig.prepared();
                var bot = bot(rig, rig.api.url(), "123456:revoked")) {
            Address address = Chats.address(123456, 77, Optional.empty());
            Delivery delivery = bot.deliver(
                    new Envelope(new DeliveryId(1), address, Optional.empty(), Optional.empty(), Echo.text("Hello.")));

            assertThat(delivery).isEqualTo(new Delivery.RetryAfter(Duration.ofSeconds(60), Delivery.Scope.PLATFORM));
        }
    }

    @Test
    void theEndComesSoonEvenInTheMiddleOfALongPoll() {
        var rig = Rig.open();
        await().until(() -> !rig.api.calls("getMe").isEmpty());
        long begun = System.nanoTime();
        rig.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static TelegramBot bot(Rig rig, String url, String token) {
        return new TelegramBot(
                Rig.config(url, token, Optional.empty()),
                rig.store.adapterMemory(),
                picture -> Optional.empty(),
                InstantSource.system());
    }
}
