package dev.limber.discord.standin;

import static dev.limber.discord.standin.GatewayRig.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.Compression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JDA itself, unchanged, takes the stand-in for Discord. */
class GatewayTest {
    private static final List<GatewayIntent> MESSAGES =
            List.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES);

    @ParameterizedTest
    @EnumSource(Compression.class)
    void a_client_becomes_ready_with_its_servers_and_hears_in_order(Compression compression) throws Exception {
        try (GatewayRig rig = new GatewayRig();
                GatewayClient client = new GatewayClient(rig, compression, MESSAGES)) {
            client.jda.awaitReady();
            rig.gateway.awaitConnected();
            assertThat(client.jda.getGuilds())
                    .extracting(Guild::getIdLong)
                    .containsExactlyInAnyOrder(GatewayRig.EVEN, GatewayRig.ODD);

            List<String> said =
                    IntStream.range(0, 2_000).mapToObj(i -> "message " + i).toList();
            said.forEach(text -> rig.say(GatewayRig.ODD, text));
            soon().untilAsserted(() -> assertThat(client.messages()).isEqualTo(said));
            rig.whisper("between us");
            soon().until(() -> client.messages().contains("between us"));
            assertThat(rig.gateway.violations()).isEmpty();
            assertThat(rig.gateway.connections()).isEqualTo(1);
        }
    }

    @Test
    void what_happens_while_the_line_is_cut_arrives_on_the_next() throws Exception {
        try (GatewayRig rig = new GatewayRig();
                GatewayClient client = ready(rig)) {
            rig.say(GatewayRig.EVEN, "before");
            soon().until(() -> client.messages().contains("before"));
            rig.gateway.cutAll();
            rig.say(GatewayRig.EVEN, "meanwhile");
            soon().until(() -> client.heard(SessionResumeEvent.class).size() == 1);
            rig.say(GatewayRig.EVEN, "after");
            soon().until(() -> client.messages().contains("after"));
            assertThat(client.messages()).containsExactly("before", "meanwhile", "after");
            assertThat(rig.gateway.resumes()).isEqualTo(1);
            assertThat(rig.gateway.identifies()).isEqualTo(1);
        }
    }

    @Test
    void a_client_comes_back_where_it_is_told_to() throws Exception {
        try (GatewayRig rig = new GatewayRig()) {
            rig.gateway.troubles().setResumeUrl(rig.gatewayUrl().replace("/gateway", "/again"));
            try (GatewayClient client = ready(rig)) {
                rig.gateway.requestReconnect();
                soon().until(() -> client.heard(SessionResumeEvent.class).size() == 1);
                assertThat(rig.gateway.clientCloses()).containsExactly(4900);
                rig.gateway.invalidateSessions(true);
                soon().until(() -> client.heard(SessionResumeEvent.class).size() == 2);
                assertThat(rig.gateway.resumes()).isEqualTo(2);
                assertThat(rig.gateway.sessions()).isEqualTo(1);
            }
        }
    }

    /** Both at once, for JDA lets two seconds pass either way. */
    @Test
    void a_client_that_may_not_resume_or_connect_tries_again() throws Exception {
        try (GatewayRig forgetful = new GatewayRig();
                GatewayRig shut = new GatewayRig();
                GatewayClient anew = ready(forgetful);
                GatewayClient patient = ready(shut)) {
            forgetful.gateway.troubles().refuseResumes(1);
            forgetful.gateway.closeAll(4000);
            forgetful.say(GatewayRig.EVEN, "lost");
            shut.gateway.troubles().refuseConnections(1);
            shut.gateway.cutAll();
            shut.say(GatewayRig.EVEN, "meanwhile");

            soon().until(() -> anew.heard(SessionRecreateEvent.class).size() == 1);
            forgetful.say(GatewayRig.EVEN, "heard");
            soon().until(() -> anew.messages().contains("heard"));
            assertThat(anew.messages()).doesNotContain("lost");
            assertThat(forgetful.gateway.identifies()).isEqualTo(2);
            assertThat(forgetful.gateway.resumes()).isZero();
            assertThat(forgetful.gateway.sessions()).isEqualTo(1);

            soon().until(() -> patient.messages().contains("meanwhile"));
            assertThat(shut.gateway.identifies()).isEqualTo(1);
            assertThat(shut.gateway.resumes()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4004, 4010, 4011, 4013, 4014})
    void some_codes_end_a_client_for_good(int code) throws Exception {
        try (GatewayRig rig = new GatewayRig();
                GatewayClient client = ready(rig)) {
            rig.gateway.closeAll(code);
            soon().until(() -> client.jda.getStatus() == JDA.Status.SHUTDOWN);
            soon().untilAsserted(() -> assertThat(client.heard(ShutdownEvent.class))
                    .extracting(ShutdownEvent::getCode)
                    .containsExactly(code));
            assertThat(rig.gateway.sessions()).isZero();
        }
    }

    @Test
    void who_asks_for_contents_without_the_right_to_them_is_shut_out() {
        List<GatewayIntent> intents = List.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.MESSAGE_CONTENT);
        try (GatewayRig rig = new GatewayRig(GatewaySettings.standard(Set.of(GatewayRig.TOKEN)), false);
                GatewayClient client = new GatewayClient(rig, Compression.ZLIB, intents)) {
            soon().until(() -> client.jda.getStatus() == JDA.Status.SHUTDOWN);
            assertThat(rig.gateway.violations()).containsExactly("4014: Disallowed intent(s).");
        }
        try (GatewayRig rig = new GatewayRig()) {
            List<Integer> told = new CopyOnWriteArrayList<>();
            rig.gateway.onIntents(told::add);
            assertThat(rig.gateway.grantsMessageContent(OptionalLong.of(GatewayRig.ODD)))
                    .isFalse();
            try (GatewayClient client = new GatewayClient(rig, Compression.ZLIB, intents)) {
                rig.gateway.awaitConnected();
                assertThat(rig.gateway.grantsMessageContent(OptionalLong.of(GatewayRig.ODD)))
                        .isTrue();
                assertThat(told).containsExactly(GatewayIntent.getRaw(intents) | GatewayIntents.GUILDS);
                rig.whisper("nobody asked to hear this");
                rig.say(GatewayRig.ODD, "but this");
                soon().until(() -> client.messages().equals(List.of("but this")));
            }
        }
    }

    @Test
    void each_shard_hears_of_its_own_servers() {
        List<MessageReceivedEvent> heard = new CopyOnWriteArrayList<>();
        EventListener listener = event -> {
            if (event instanceof MessageReceivedEvent message) {
                heard.add(message);
            }
        };
        try (GatewayRig rig = new GatewayRig()) {
            ShardManager shards = DefaultShardManagerBuilder.createLight(GatewayRig.TOKEN, MESSAGES)
                    .setRestConfigProvider(_ -> new RestConfig().setBaseUrl(rig.restUrl()))
                    .setSessionController(new GatewayClient.Sessions(rig.gatewayUrl()))
                    .setShardsTotal(2)
                    .setEnableShutdownHook(false)
                    .addEventListeners(listener)
                    .build();
            try {
                rig.gateway.awaitConnected(2);
                soon().until(() ->
                        shards.getShards().stream().allMatch(shard -> shard.getStatus() == JDA.Status.CONNECTED));
                assertThat(shards.getShards())
                        .allMatch(shard -> shard.getGuilds().size() == 1);
                rig.say(GatewayRig.EVEN, "even");
                rig.say(GatewayRig.ODD, "odd");
                rig.whisper("direct");
                soon().until(() -> heard.size() == 3);
                assertThat(heard)
                        .extracting(event -> event.getMessage().getContentRaw() + " on "
                                + event.getJDA().getShardInfo().getShardId())
                        .containsExactlyInAnyOrder("even on 0", "odd on 1", "direct on 0");
                rig.gateway.cut(1);
                rig.say(GatewayRig.ODD, "odd again");
                soon().until(() -> heard.size() == 4);
                assertThat(rig.gateway.resumes()).isEqualTo(1);
            } finally {
                shards.shutdown();
            }
        }
    }

    @Test
    void heartbeats_are_answered_and_a_client_notices_when_they_are_not() throws Exception {
        GatewaySettings settings =
                GatewaySettings.standard(Set.of(GatewayRig.TOKEN)).withHeartbeat(Duration.ofMillis(50), 100);
        try (GatewayRig rig = new GatewayRig(settings, true);
                GatewayClient client = ready(rig)) {
            soon().until(() -> rig.gateway.heartbeats() >= 4);
            assertThat(client.jda.getGatewayPing()).isNotNegative();
            assertThat(rig.gateway.longestHeartbeatGap()).isPositive();
            rig.gateway.demandHeartbeats();
            rig.gateway.troubles().setSilent(true);
            soon().until(() -> !client.heard(SessionDisconnectEvent.class).isEmpty());
            rig.gateway.troubles().setSilent(false);
            soon().until(() -> !client.heard(SessionResumeEvent.class).isEmpty());
            assertThat(rig.gateway.clientCloses()).contains(4900);
        }
    }

    @Test
    void a_client_survives_what_is_odd() throws Exception {
        try (GatewayRig rig = new GatewayRig();
                GatewayClient client = ready(rig)) {
            rig.gateway.tell("SOMETHING_NEW", GatewayJson.object().put("x", 1), OptionalLong.empty());
            rig.gateway.tell("MESSAGE_CREATE", GatewayJson.object().put("id", "x"), OptionalLong.of(GatewayRig.EVEN));
            rig.gateway.sendRaw("{\"op\":99,\"d\":null}");
            rig.gateway.sendRaw("{\"op\":");
            rig.gateway.troubles().doubleEvents(1);
            rig.say(GatewayRig.EVEN, "twice");
            rig.gateway.troubles().enlargeNextEvent(1_000_000);
            rig.say(GatewayRig.EVEN, "large");
            soon().until(() -> client.messages().equals(List.of("twice", "twice", "large")));
            assertThat(client.heard(ReadyEvent.class)).hasSize(1);
            assertThat(client.heard(SessionDisconnectEvent.class)).isEmpty();
        }
    }

    private static GatewayClient ready(GatewayRig rig) throws InterruptedException {
        GatewayClient client = new GatewayClient(rig);
        client.jda.awaitReady();
        return client;
    }
}
