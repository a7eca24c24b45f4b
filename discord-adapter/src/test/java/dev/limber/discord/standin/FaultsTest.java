package dev.limber.discord.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All that can go wrong with a call. */
class FaultsTest {
    private final Listener gateway = new Listener();
    private final DiscordApi api = DiscordApi.start(Settings.defaults().withPaces(), (_, _) -> gateway);
    private final TestBot bot = new TestBot(api);
    private final Person ann = api.person("Ann", "de");
    private final Server home = api.server("Home", ann);
    private final String path = "channels/" + home.general().id() + "/messages";

    @AfterEach
    void close() {
        api.close();
    }

    private TestBot.Answered post() {
        return bot.post(path, "{'content':'x'}");
    }

    @Test
    void a_limit_tells_when_to_come_again() {
        api.faults()
                .next(
                        "create_message",
                        new Fault.RateLimited(Duration.ofMillis(1500), Fault.Scope.SHARED),
                        new Fault.RateLimited(Duration.ofSeconds(2), Fault.Scope.GLOBAL));

        TestBot.Answered shared = post();
        assertThat(shared.status()).isEqualTo(429);
        assertThat(shared.json().path("retry_after").asDouble()).isEqualTo(1.5);
        assertThat(shared.header("X-RateLimit-Scope")).isEqualTo("shared");
        assertThat(shared.header("Via")).isNotEmpty();
        TestBot.Answered global = post();
        assertThat(global.json().path("global").asBoolean()).isTrue();
        assertThat(global.header("X-RateLimit-Global")).isEqualTo("true");
        assertThat(post().status()).isEqualTo(200);
        assertThat(home.general().posted()).hasSize(1);
    }

    @Test
    void five_messages_in_five_seconds_are_the_pace_of_a_channel() {
        for (int left = 4; left >= 0; left--) {
            TestBot.Answered answered = post();
            assertThat(answered.header("X-RateLimit-Remaining")).isEqualTo(Integer.toString(left));
            assertThat(answered.header("X-RateLimit-Limit")).isEqualTo("5");
            assertThat(answered.header("X-RateLimit-Bucket")).isNotEmpty();
        }
        assertThat(post().status()).isEqualTo(429);
        assertThat(bot.post("channels/" + ann.dm().id() + "/messages", "{'content':'x'}")
                        .status())
                .isEqualTo(200);
        assertThat(home.general().posted()).hasSize(5);
    }

    @Test
    void without_paces_nothing_runs_out() {
        try (DiscordApi generous = DiscordApi.start()) {
            TestBot quick = new TestBot(generous);
            Channel channel = generous.server("Home").general();
            for (int i = 0; i < 50; i++) {
                quick.says(channel, "{'content':'x'}");
            }
            assertThat(channel.posted()).hasSize(50);
        }
    }

    @Test
    void a_connection_is_cut_before_or_after_something_was_done() {
        api.faults().next("create_message", new Fault.DropsBefore());
        assertThatThrownBy(this::post).isInstanceOf(UncheckedIOException.class);
        assertThat(home.general().posted()).isEmpty();
        api.faults().next("create_message", new Fault.DropsAfter());
        assertThatThrownBy(this::post).isInstanceOf(UncheckedIOException.class);
        assertThat(home.general().posted()).hasSize(1);
        assertThat(api.calls()).extracting(Call::status).containsExactly(0, 0);
    }

    @Test
    void who_never_heard_of_an_acknowledgement_may_repeat_it() {
        bot.put("applications/" + api.botId() + "/commands", "[{'name':'stretch','description':'Stretch'}]");
        ann.slash(home.general(), "stretch");
        api.faults().next("create_interaction_response", new Fault.DropsAfter());
        assertThatThrownBy(() -> bot.acknowledges(gateway.last("INTERACTION_CREATE"), "{'type':5}"))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(bot.acknowledges(gateway.last("INTERACTION_CREATE"), "{'type':5}")
                        .code())
                .isEqualTo(40060);
        assertThat(api.violations()).isEmpty();
    }

    @Test
    void the_server_breaks_hangs_or_says_no_until_it_is_healed() {
        api.faults().always("*", new Fault.ServerError(502));
        assertThat(post().status()).isEqualTo(502);
        assertThat(bot.get("users/@me").status()).isEqualTo(502);
        api.faults().heal();
        api.faults().next(home.general(), new Fault.Refuses(Trouble.MISSING_ACCESS));
        assertThat(post().code()).isEqualTo(50001);
        api.faults().next("create_message", new Fault.Hangs(Duration.ofMillis(50)));
        assertThat(post().status()).isEqualTo(200);
        assertThat(api.calls().getLast().took()).isGreaterThan(Duration.ofMillis(50));
        assertThat(api.violations()).isEmpty();
        assertThatThrownBy(() -> api.faults().next("send_rocket")).hasMessageContaining("no route send_rocket");
    }

    @Test
    void while_it_is_cut_off_the_gateway_lives() {
        api.cutOff();
        assertThatThrownBy(() -> bot.get("users/@me")).isInstanceOf(UncheckedIOException.class);
        ann.writes(home.general(), "Hello?");
        assertThat(gateway.told("MESSAGE_CREATE")).hasSize(1);
        api.restore();
        assertThat(bot.get("users/@me").status()).isEqualTo(200);
    }

    @Test
    void answers_take_the_time_that_they_are_told_to() {
        api.setAnswerDelay(Duration.ofMillis(30));
        bot.get("users/@me");

        assertThat(api.calls().getFirst().took()).isGreaterThanOrEqualTo(Duration.ofMillis(30));
    }
}
