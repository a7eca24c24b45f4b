package dev.limber.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.discord.standin.Channel;
import dev.limber.discord.standin.DiscordApi;
import dev.limber.discord.standin.GatewaySettings;
import dev.limber.discord.standin.Person;
import dev.limber.discord.standin.Posted;
import dev.limber.discord.standin.Server;
import dev.limber.discord.standin.Settings;
import dev.limber.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The connection on which events come, and how it breaks. */
class GatewayTest {
    @Test
    void whatHappenedWhileTheConnectionWasCutIsHeardAfterwards() {
        try (var rig = Rig.open()) {
            Person ann = rig.ann();
            rig.privately(ann, "one", 1);
            rig.api.gateway().cutAll();
            ann.writes(ann.dm(), "two");

            assertThat(ann.dm().awaitPosted(2)).extracting(Posted::text).containsExactly("1 one", "2 two");
            assertThat(rig.api.gateway().resumes()).isEqualTo(1);
        }
    }

    @Test
    void eachHeartbeatThatIsAnsweredTellsThatDiscordIsThere() {
        GatewaySettings pulse =
                GatewaySettings.standard(Settings.defaults().tokens()).withHeartbeat(Duration.ofMillis(600), 5);
        DiscordApi api = DiscordApi.start(Settings.defaults(), pulse);
        var clock = new SettableClock(Instant.parse("2026-03-02T08:00:00Z"));
        try (var rig = Rig.open(api, clock)) {
            assertThat(rig.bot.lastHeard()).contains(clock.instant());
            clock.advance(Duration.ofMinutes(2));
            await().until(() -> rig.bot.lastHeard().equals(Optional.of(clock.instant())));
        }
    }

    @Test
    void anEventThatIsToldTwiceIsHeardOnce() {
        try (var rig = Rig.open()) {
            Person ann = rig.ann();
            rig.api.gateway().troubles().doubleEvents(2);
            rig.privately(ann, "one", 1);
            rig.privately(ann, "two", 2);

            assertThat(ann.dm().posted()).extracting(Posted::text).containsExactly("1 one", "2 two");
        }
    }

    @Test
    @Tag("long")
    void aRefusedResumeBeginsAnew() {
        try (var rig = Rig.open()) {
            Person ann = rig.ann();
            rig.privately(ann, "one", 1);
            rig.api.gateway().troubles().refuseResumes(1);
            rig.api.gateway().cutAll();
            await().atMost(Duration.ofSeconds(20)).until(() -> rig.api.gateway().identifies() == 2);
            rig.api.gateway().awaitConnected();
            rig.privately(ann, "two", 2);

            assertThat(ann.dm().posted()).extracting(Posted::text).containsExactly("1 one", "2 two");
        }
    }

    @Test
    @Tag("long")
    void aGatewayThatNamesAnotherPlaceForResumingLeadsNowhereElse() {
        DiscordApi api = DiscordApi.start();
        api.gateway().troubles().setResumeUrl("wss://gateway.discord.gg");
        try (var rig = Rig.open(api)) {
            Person ann = rig.ann();
            rig.privately(ann, "one", 1);
            api.gateway().cutAll();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> api.gateway().connections() == 1
                            && api.gateway().identifies() + api.gateway().resumes() == 2);
            rig.privately(ann, "two", 2);

            assertThat(ann.dm().posted()).extracting(Posted::text).containsExactly("1 one", "2 two");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "4004, LIMBER_DISCORD_TOKEN",
        "4010, LIMBER_DISCORD_SHARDS",
        "4011, LIMBER_DISCORD_SHARDS",
        "4013, newer",
        "4014, LIMBER_DISCORD_MESSAGE_CONTENT"
    })
    void whatEndsItForGoodIsSaidInOneSentence(int code, String says) {
        try (var rig = Rig.open()) {
            rig.api.gateway().closeAll(code);

            await().until(() -> rig.bot.end().toCompletableFuture().isDone());
            assertThat(rig.bot.end().toCompletableFuture().join()).contains(says);
        }
    }

    @Test
    void thePrivilegedIntentThatIsNotGrantedEndsIt() {
        try (var rig = Rig.prepared(DiscordApi.start(), true)) {
            rig.start();

            await().until(() -> rig.bot.end().toCompletableFuture().isDone());
            assertThat(rig.bot.end().toCompletableFuture().join()).contains("Message Content Intent");
        }
    }

    @Test
    @Tag("long")
    void workThatTakesLongDelaysNoHeartbeat() {
        GatewaySettings pulse =
                GatewaySettings.standard(Settings.defaults().tokens()).withHeartbeat(Duration.ofMillis(600), 2);
        DiscordApi api = DiscordApi.start(Settings.defaults(), pulse);
        List<Person> people = IntStream.range(0, 30)
                .mapToObj(i -> api.person("Person " + i, "en-US"))
                .toList();
        Channel general = api.server("Desks", people.toArray(Person[]::new)).general();
        try (var rig = Rig.open(api)) {
            rig.echo.hold();
            people.forEach(person -> person.slash(general, "slow", Map.of("what", "help")));
            await().pollDelay(Duration.ofSeconds(4)).until(() -> true);

            assertThat(api.gateway().longestHeartbeatGap()).isLessThan(Duration.ofMillis(1_200));
            rig.echo.release();
            await().until(() -> general.posted().stream()
                            .filter(posted -> posted.text().startsWith("/help"))
                            .count()
                    == people.size());
        }
    }

    @Test
    @Tag("long")
    void severalProcessesShareTheServers() {
        DiscordApi api = DiscordApi.start();
        Person ann = api.person("Ann", "en-US");
        List<Server> servers = IntStream.range(0, 4)
                .mapToObj(i -> api.server("Server " + i, ann))
                .toList();
        try (var zero = Rig.open(api, new DiscordConfig.Shards.Range(0, 0, 2), false);
                var one = Rig.open(api, new DiscordConfig.Shards.Range(1, 1, 2), false)) {
            for (Server server : servers) {
                ann.slash(server.general(), "help").awaitReply();
            }
            ann.writes(ann.dm(), "hello");
            ann.dm().awaitPosted(1);

            assertThat(api.gateway().connections()).isEqualTo(2);
            assertThat(servers).allMatch(server -> server.general().posted().size() == 1);
            assertThat(zero.store.commits()).isPositive();
            assertThat(one.store.commits()).isNotNegative();
        }
    }
}
