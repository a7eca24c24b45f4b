package dev.limber.discord.standin;

import static dev.limber.discord.standin.GatewayRig.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Discord does not put up with, and what it forgets. */
class GatewayRulesTest {
    private static final GatewaySettings STANDARD = GatewaySettings.standard(Set.of(GatewayRig.TOKEN));
    private static final String GOOD = GatewayProbe.identify(GatewayIntents.GUILDS | GatewayIntents.GUILD_MESSAGES);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            4002 | no JSON
            4002 | []
            4002 | {"op":"1"}
            4002 | {"op":1,"d":"x"}
            4002 | {"op":6,"d":{"token":"a-token-for-tests","session_id":"x"}}
            4002 | {"op":2,"d":{"token":"a-token-for-tests","intents":1}}
            4001 | {"op":77,"d":null}
            4003 | {"op":3,"d":{"status":"online"}}
            4003 | {"op":8,"d":{}}
            4004 | {"op":2,"d":{"token":"another","properties":{},"intents":1}}
            4004 | {"op":6,"d":{"token":"another","session_id":"x","seq":1}}
            4010 | {"op":2,"d":{"token":"a-token-for-tests","properties":{},"intents":1,"shard":[2,2]}}
            4010 | {"op":2,"d":{"token":"a-token-for-tests","properties":{},"intents":1,"shard":[0]}}
            4013 | {"op":2,"d":{"token":"a-token-for-tests","properties":{}}}
            4013 | {"op":2,"d":{"token":"a-token-for-tests","properties":{},"intents":1073741824}}
            4014 | {"op":2,"d":{"token":"a-token-for-tests","properties":{},"intents":2}}
            4014 | {"op":2,"d":{"token":"a-token-for-tests","properties":{},"intents":256}}
            """)
    void a_client_is_shut_out_for(int code, String payload) {
        try (GatewayRig rig = new GatewayRig();
                GatewayProbe probe = new GatewayProbe(rig)) {
            probe.send(payload);
            assertThat(probe.end()).isEqualTo(code);
            assertThat(rig.gateway.violations()).hasSize(1).allMatch(text -> text.startsWith(code + ": "));
            assertThat(rig.gateway.sessions()).isZero();
            soon().until(() -> rig.gateway.connections() == 0);
        }
    }

    @Test
    void too_much_of_anything_ends_a_connection() {
        try (GatewayRig rig = new GatewayRig();
                GatewayProbe hasty = new GatewayProbe(rig);
                GatewayProbe verbose = new GatewayProbe(rig);
                GatewayProbe twofold = new GatewayProbe(rig);
                GatewayProbe binary = new GatewayProbe(rig)) {
            IntStream.range(0, 121).forEach(_ -> hasty.send("{\"op\":1,\"d\":null}"));
            assertThat(hasty.end()).isEqualTo(4008);
            verbose.send("{\"op\":1,\"d\":null,\"x\":\"" + "é".repeat(2_100) + "\"}");
            assertThat(verbose.end()).isEqualTo(4002);
            twofold.send(GOOD);
            twofold.send(GOOD);
            assertThat(twofold.end()).isEqualTo(4005);
            binary.send(ByteString.EMPTY);
            assertThat(binary.end()).isEqualTo(4002);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "?v=9&encoding=json, 400",
        "?v=10&encoding=etf, 400",
        "?encoding=json, 400",
        "?v=10&encoding=json&compress=zstd-stream, 400"
    })
    void there_is_no_other_gateway(String query, int status) {
        try (GatewayRig rig = new GatewayRig();
                GatewayProbe probe = new GatewayProbe(rig, query)) {
            assertThat(probe.end()).isEqualTo(status);
            assertThat(rig.gateway.violations()).hasSize(1);
        }
    }

    @Test
    void who_falls_silent_is_cut_off_and_may_resume() {
        try (GatewayRig rig = new GatewayRig(STANDARD.withHeartbeat(Duration.ofMillis(150), 2), true);
                GatewayProbe probe = new GatewayProbe(rig)) {
            probe.send(GOOD);
            assertThat(probe.end()).isEqualTo(1000);
            assertThat(rig.gateway.zombies()).isEqualTo(1);
            assertThat(rig.gateway.longestHeartbeatGap()).isGreaterThanOrEqualTo(Duration.ofMillis(300));
            assertThat(rig.gateway.sessions()).isEqualTo(1);
            try (GatewayProbe successor = new GatewayProbe(rig)) {
                successor.send(GatewayProbe.resume(probe.sessionId(), 3));
                soon().until(() -> successor.events("RESUMED").size() == 1);
            }
        }
    }

    @Test
    void a_session_comes_back_with_what_it_missed_and_no_more() {
        try (GatewayRig rig = new GatewayRig();
                GatewayProbe probe = new GatewayProbe(rig)) {
            probe.send(GOOD);
            String session = probe.sessionId();
            rig.say(GatewayRig.EVEN, "one");
            rig.gateway.cutAll();
            rig.say(GatewayRig.EVEN, "two");
            rig.whisper("not asked for");
            assertThat(probe.end()).isEqualTo(1006);
            try (GatewayProbe successor = new GatewayProbe(rig)) {
                successor.send(GatewayProbe.resume(session, 4));
                soon().until(() -> successor.events("RESUMED").size() == 1);
                assertThat(successor.heard())
                        .extracting(payload -> payload.path("op").asInt() + " "
                                + payload.path("s").asInt() + " "
                                + payload.path("d").path("content").asText())
                        .containsExactly("10 0 ", "0 5 two", "0 6 ");
            }
            try (GatewayProbe dreamer = new GatewayProbe(rig)) {
                dreamer.send(GatewayProbe.resume(session, 1_000));
                assertThat(dreamer.end()).isEqualTo(4007);
                assertThat(rig.gateway.sessions()).isZero();
            }
        }
    }

    @Test
    void who_resumes_a_session_takes_it_from_whoever_had_it() {
        try (GatewayRig rig = new GatewayRig();
                GatewayProbe probe = new GatewayProbe(rig);
                GatewayProbe successor = new GatewayProbe(rig)) {
            probe.send(GOOD);
            successor.send(GatewayProbe.resume(probe.sessionId(), 3));
            assertThat(probe.end()).isEqualTo(1006);
            rig.say(GatewayRig.EVEN, "x");
            soon().until(() -> successor.events("MESSAGE_CREATE").size() == 1);
            assertThat(rig.gateway.sessions()).isEqualTo(1);
            soon().until(() -> rig.gateway.connections() == 1);
        }
    }

    @Test
    void what_cannot_be_resumed_is_said_to_be_invalid() {
        try (GatewayRig rig = new GatewayRig(STANDARD.withReplay(2, Duration.ofMinutes(1)), true);
                GatewayProbe probe = new GatewayProbe(rig)) {
            probe.send(GOOD);
            String session = probe.sessionId();
            try (GatewayProbe successor = new GatewayProbe(rig)) {
                successor.send(GatewayProbe.resume("unknown", 0));
                assertInvalid(successor, 1);
                successor.send(GatewayProbe.resume(session, 0));
                assertInvalid(successor, 2);
                successor.send(GOOD);
                soon().until(() -> successor.events("GUILD_CREATE").size() == 2);
            }
        }
    }

    @Test
    void a_session_ends_when_its_client_says_goodbye_or_stays_away() {
        try (GatewayRig rig = new GatewayRig(STANDARD.withReplay(10, Duration.ofMillis(30)), true);
                GatewayProbe polite = new GatewayProbe(rig);
                GatewayProbe rude = new GatewayProbe(rig)) {
            polite.send(GOOD);
            rude.send(GOOD);
            rig.gateway.awaitConnected(2);
            polite.leave(1000);
            soon().until(() -> rig.gateway.sessions() == 1);
            rude.leave(4000);
            soon().until(() -> rig.gateway.sessions() == 0);
            assertThat(rig.gateway.clientCloses()).containsExactlyInAnyOrder(1000, 4000);
        }
    }

    @Test
    void sessions_begin_no_faster_and_no_larger_than_they_may() {
        try (GatewayRig rig = new GatewayRig(STANDARD.withIdentifyPause(1, Duration.ofMinutes(1)), true);
                GatewayProbe first = new GatewayProbe(rig);
                GatewayProbe second = new GatewayProbe(rig)) {
            first.send(GOOD);
            rig.gateway.awaitConnected();
            second.send(GOOD);
            assertInvalid(second, 1);
            assertThat(rig.gateway.identifies()).isEqualTo(2);
        }
        try (GatewayRig rig = new GatewayRig(STANDARD.withGuildsPerShard(1), true);
                GatewayProbe probe = new GatewayProbe(rig)) {
            probe.send(GOOD);
            assertThat(probe.end()).isEqualTo(4011);
        }
        try (GatewayRig rig = new GatewayRig(STANDARD.withSessionStarts(0), true);
                GatewayProbe probe = new GatewayProbe(rig)) {
            probe.send(GOOD);
            assertThat(probe.end()).isEqualTo(4004);
        }
    }

    @Test
    void members_are_nobody_and_a_presence_is_taken_note_of() {
        try (GatewayRig rig = new GatewayRig();
                GatewayProbe probe = new GatewayProbe(rig)) {
            probe.send(GOOD);
            probe.send("{\"op\":3,\"d\":{\"status\":\"idle\",\"activities\":[],\"since\":null,\"afk\":false}}");
            probe.send("{\"op\":4,\"d\":{\"guild_id\":\"1\",\"channel_id\":null}}");
            probe.send("{\"op\":8,\"d\":{\"guild_id\":\"1\",\"user_ids\":\"2\",\"nonce\":\"n\"}}");
            soon().until(() -> probe.events("GUILD_MEMBERS_CHUNK").size() == 1);
            JsonNode chunk = probe.events("GUILD_MEMBERS_CHUNK").getFirst();
            assertThat(chunk.path("members")).isEmpty();
            assertThat(chunk.path("nonce").asText()).isEqualTo("n");
            assertThat(rig.gateway.violations()).isEmpty();
        }
    }

    @Test
    void the_bot_hears_of_itself_as_a_member_without_asking() {
        try (GatewayRig rig = new GatewayRig();
                GatewayProbe probe = new GatewayProbe(rig)) {
            probe.send(GOOD);
            rig.gateway.awaitConnected();
            for (long user : new long[] {4242, GatewayRig.BOT}) {
                var member = GatewayJson.object().put("guild_id", "" + GatewayRig.ODD);
                member.putObject("user").put("id", "" + user);
                rig.gateway.tell("GUILD_MEMBER_UPDATE", member, OptionalLong.of(GatewayRig.ODD));
            }
            rig.say(GatewayRig.ODD, "done");
            soon().until(() -> probe.events("MESSAGE_CREATE").size() == 1);
            assertThat(probe.events("GUILD_MEMBER_UPDATE"))
                    .extracting(member -> member.path("user").path("id").asLong())
                    .containsExactly(GatewayRig.BOT);
        }
    }

    @Test
    void events_of_many_threads_are_numbered_without_a_gap_while_connections_break() throws Exception {
        try (GatewayRig rig = new GatewayRig();
                GatewayProbe probe = new GatewayProbe(rig)) {
            probe.send(GOOD);
            String session = probe.sessionId();
            List<Thread> speakers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                speakers.add(Thread.startVirtualThread(
                        () -> IntStream.range(0, 1_000).forEach(_ -> rig.say(GatewayRig.EVEN, "x"))));
            }
            rig.gateway.cutAll();
            probe.end();
            long seen = lastOf(probe);
            try (GatewayProbe successor = new GatewayProbe(rig)) {
                successor.send(GatewayProbe.resume(session, seen));
                for (Thread speaker : speakers) {
                    speaker.join();
                }
                // READY, two servers, RESUMED, and what was said.
                soon().until(() -> lastOf(successor) == 4_004);
                assertThat(numbers(successor))
                        .isEqualTo(
                                LongStream.rangeClosed(seen + 1, 4_004).boxed().toList());
            }
        }
    }

    private static long lastOf(GatewayProbe probe) {
        return numbers(probe).stream().reduce(0L, Math::max);
    }

    private static List<Long> numbers(GatewayProbe probe) {
        return probe.heard().stream()
                .filter(payload -> payload.path("op").asInt() == GatewayOp.DISPATCH)
                .map(payload -> payload.path("s").asLong())
                .toList();
    }

    private static void assertInvalid(GatewayProbe probe, int times) {
        soon().until(() -> probe.heard().stream()
                        .filter(payload -> payload.path("op").asInt() == GatewayOp.INVALID_SESSION)
                        .count()
                == times);
    }
}
