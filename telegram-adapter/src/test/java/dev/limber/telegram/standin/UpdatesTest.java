package dev.limber.telegram.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limber.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How updates wait, are asked for and are confirmed. */
class UpdatesTest {
    private static final String OTHER_POLL =
            "Conflict: terminated by other getUpdates request; " + "make sure that only one bot instance is running";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T08:00:00Z"));
    private final BotApi api = BotApi.start(Settings.defaults().withClock(clock));
    private final TestBot bot = new TestBot(api);
    private final Person ann = api.person("Ann", "en");

    @AfterEach
    void close() {
        api.close();
    }

    private void say(int from, int to) {
        for (int i = from; i <= to; i++) {
            ann.says(ann.privately(), "" + i);
        }
    }

    private List<String> texts(String params) {
        return bot.result("getUpdates", params)
                .valueStream()
                .map(update -> update.path("message").path("text").asText())
                .toList();
    }

    private int firstId() {
        return bot.result("getUpdates", "{}").path(0).path("update_id").asInt();
    }

    @Test
    void updates_come_again_until_a_higher_offset_confirms_them() {
        say(1, 3);
        int first = firstId();

        assertThat(texts("{}")).containsExactly("1", "2", "3");
        assertThat(texts("{'offset':" + first + "}")).containsExactly("1", "2", "3");
        assertThat(texts("{'offset':" + (first + 2) + "}")).containsExactly("3");
        assertThat(texts("{}")).containsExactly("3");
        assertThat(texts("{'offset':" + (first + 3) + "}")).isEmpty();
        assertThat(api.pending()).isZero();
    }

    @Test
    void a_limit_is_kept_and_a_negative_offset_counts_from_the_end() {
        say(1, 120);

        assertThat(texts("{}")).hasSize(100);
        assertThat(texts("{'limit':2}")).containsExactly("1", "2");
        assertThat(texts("{'offset':-2}")).containsExactly("119", "120");
        assertThat(api.pending()).isEqualTo(2);
        assertThat(bot.says("getUpdates", "{'limit':101}")).contains("out of bounds");
    }

    @Test
    void a_poll_waits_for_what_is_said() {
        CompletableFuture<JsonNode> poll = bot.callAsync("getUpdates", "{'timeout':50}");
        say(1, 1);

        assertThat(poll.join().path("result")).hasSize(1);
        assertThat(bot.result("getUpdates", "{'timeout':50,'offset':1}")).hasSize(1);
    }

    @Test
    void a_second_poll_ends_the_first() {
        CompletableFuture<JsonNode> first = bot.callAsync("getUpdates", "{'timeout':50}");
        // Whichever of the two arrives later wins; so it is asked again until the first one has waited.
        Awaitility.await().until(() -> {
            bot.result("getUpdates", "{}");
            return first.isDone();
        });

        assertThat(first.join().path("error_code").asInt()).isEqualTo(409);
        assertThat(first.join().path("description").asText()).isEqualTo(OTHER_POLL);
    }

    @Test
    void the_kinds_that_are_wanted_are_remembered() {
        bot.result("getUpdates", "{'allowed_updates':['callback_query']}");
        say(1, 1);
        assertThat(texts("{}")).isEmpty();

        bot.result("getUpdates", "{'allowed_updates':[]}");
        say(2, 2);
        assertThat(texts("{}")).containsExactly("2");
    }

    @Test
    void updates_wait_a_day_and_presses_two_and_a_half_minutes() {
        bot.result(
                "sendMessage",
                "{'chat_id':" + ann.id()
                        + ",'text':'Hi','reply_markup':{'inline_keyboard':[[{'text':'Next','callback_data':'n'}]]}}");
        Press press = ann.presses(ann.privately().last(), "Next");
        say(1, 1);
        assertThat(api.pending()).isEqualTo(2);

        clock.advance(Duration.ofSeconds(16));
        assertThat(bot.says("answerCallbackQuery", "{'callback_query_id':'" + press.id() + "'}"))
                .contains("query is too old");
        clock.advance(Duration.ofSeconds(140));
        assertThat(api.pending()).isEqualTo(1);
        clock.advance(Duration.ofDays(1));
        assertThat(api.pending()).isZero();
    }

    @Test
    void after_a_quiet_week_ids_may_go_on_lower() {
        say(1, 1);
        int high = firstId();
        bot.result("getUpdates", "{'offset':" + (high + 1) + "}");

        api.restartUpdateIdsAt(500);
        say(2, 2);

        assertThat(firstId()).isEqualTo(500);
        assertThat(texts("{'offset':" + (high + 1) + "}")).isEmpty();
    }

    @Test
    void raw_updates_are_handed_on_as_they_are() {
        int given = api.enqueueRaw("{\"message\":{\"text\":7}}");
        assertThat(api.enqueueRaw("{\"update_id\":9,\"riddle\":{}}")).isEqualTo(9);

        JsonNode updates = bot.result("getUpdates", "{}");
        assertThat(updates.path(0).path("riddle").isObject()).isTrue();
        assertThat(updates.path(1).path("update_id").asInt()).isEqualTo(given);
    }

    @Test
    void blocking_and_unblocking_is_told() {
        ann.blocks();
        ann.unblocks();

        JsonNode updates = bot.result("getUpdates", "{}");
        assertThat(updates.path(0).at("/my_chat_member/new_chat_member/status").asText())
                .isEqualTo("kicked");
        assertThat(updates.path(1).at("/my_chat_member/new_chat_member/status").asText())
                .isEqualTo("member");
    }
}
