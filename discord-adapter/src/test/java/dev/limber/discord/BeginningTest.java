package dev.limber.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.Beginning;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Envelope;
import dev.limber.discord.api.BotToken;
import dev.limber.discord.api.Place;
import dev.limber.discord.standin.DiscordApi;
import dev.limber.discord.standin.Settings;
import dev.limber.testkit.Echo;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a bot begins, and how it does not. */
class BeginningTest {
    @Test
    void itIsIntroducedByItsName() {
        try (var rig = Rig.open()) {
            assertThat(rig.bot.introduced().toCompletableFuture().join()).isEqualTo("@" + rig.api.botName());
        }
    }

    @Test
    void aWrongTokenIsSaidInOneSentenceWithoutTheToken() {
        try (var rig = Rig.prepared(DiscordApi.start(), false);
                var bot = bot(rig, rig.api.url(), rig.api.gatewayUrl(), "not-the-right-one")) {
            Beginning beginning = bot.begin(rig.limber);

            assertThat(beginning).isInstanceOf(Beginning.Impossible.class);
            assertThat(beginning.toString()).contains("LIMBER_DISCORD_TOKEN").doesNotContain("not-the-right-one");
        }
    }

    @Test
    @Tag("long")
    void aNetworkThatIsDownIsWaitedFor() throws IOException {
        int port = freePort();
        try (var rig = Rig.prepared(DiscordApi.start(), false);
                var bot = bot(rig, url(port), gateway(port), rig.api.token())) {
            assertThat(bot.begin(rig.limber)).isInstanceOf(Beginning.NotYet.class);

            try (var late = DiscordApi.start(Settings.defaults().withPort(port))) {
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> bot.introduced().toCompletableFuture().isDone());
                assertThat(late.gateway().connections()).isEqualTo(1);
                bot.stopTaking();
            }
        }
    }

    @Test
    void whatIsOwedBeforeThereIsAConnectionWaits() {
        try (var rig = Rig.prepared(DiscordApi.start(), false)) {
            var address = new Place(Place.Kind.DIRECT, 77).address(rig.api.botId());
            Delivery delivery = rig.bot.deliver(
                    new Envelope(new DeliveryId(1), address, Optional.empty(), Optional.empty(), Echo.text("Hello.")));

            assertThat(delivery).isInstanceOf(Delivery.RetryAfter.class);
        }
    }

    @Test
    void theEndComesSoon() {
        var rig = Rig.open();
        long begun = System.nanoTime();
        rig.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port + "/api/v10/";
    }

    private static String gateway(int port) {
        return "ws://127.0.0.1:" + port + "/gateway";
    }

    private static DiscordBot bot(Rig rig, String url, String gateway, String token) {
        return new DiscordBot(
                new DiscordConfig(
                        new BotToken(token),
                        URI.create(url),
                        Optional.of(URI.create(gateway)),
                        new DiscordConfig.Shards.Auto(),
                        false,
                        Rig.QUICK),
                rig.store.adapterMemory(),
                _ -> Optional.empty(),
                InstantSource.system());
    }
}
