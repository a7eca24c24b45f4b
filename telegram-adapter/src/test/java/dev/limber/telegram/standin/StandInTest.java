package dev.limber.telegram.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a bot and a person see of each other. */
class StandInTest {
    private final BotApi api = BotApi.start();
    private final TestBot bot = new TestBot(api);
    private final Person ann = api.person("Ann", "de");
    private final String toAnn = "{'chat_id':" + ann.id() + ",";

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void the_bot_knows_itself_and_its_token_is_needed() {
        assertThat(bot.result("getMe", "{}").path("username").asText()).isEqualTo(api.username());
        assertThat(bot.result("GETME", "{'method':'getme'}").path("id").asLong())
                .isEqualTo(api.botId());
        assertThat(new TestBot(api, "123456:wrong").says("getMe", "{}")).isEqualTo("Unauthorized");
        assertThat(new TestBot(api, "nonsense")
                        .call("getMe", "{}")
                        .path("error_code")
                        .asInt())
                .isEqualTo(404);
        assertThat(bot.says("sendRocket", "{}")).isEqualTo("Not Found");
        assertThat(api.violations()).containsOnlyOnce("unknown method /sendRocket");
    }

    @Test
    void what_a_person_says_comes_with_all_that_is_known_of_them() {
        ann.says(ann.privately(), "/stretch neck");

        JsonNode message = bot.result("getUpdates", "{}").path(0).path("message");

        assertThat(message.path("text").asText()).isEqualTo("/stretch neck");
        assertThat(message.path("from").path("language_code").asText()).isEqualTo("de");
        assertThat(message.path("from").path("id").asLong()).isEqualTo(ann.id());
        assertThat(message.path("chat").path("type").asText()).isEqualTo("private");
        assertThat(message.path("entities").path(0).toString())
                .isEqualTo("{\"type\":\"bot_command\",\"offset\":0,\"length\":8}");
    }

    @Test
    void what_the_bot_says_is_seen_as_a_person_sees_it() {
        bot.result(
                "sendMessage",
                toAnn + "'text':'<b>Neck</b> &amp; <i>more</i>','parse_mode':'HTML','reply_markup':"
                        + "{'inline_keyboard':[[{'text':'Next','callback_data':'n','style':'primary'}],"
                        + "[{'text':'Site','url':'https://example.org/'}]]}}");

        Posted posted = ann.privately().last();
        assertThat(posted.text()).isEqualTo("Neck & more");
        assertThat(posted.html()).isEqualTo("<b>Neck</b> &amp; <i>more</i>");
        assertThat(posted.entities()).containsExactly(Entity.of("bold", 0, 4), Entity.of("italic", 7, 4));
        assertThat(posted.labels()).containsExactly("Next", "Site");
        assertThat(posted.keyboard()).hasSize(2);
        assertThat(api.violations()).isEmpty();
    }

    @Test
    void a_press_is_answered_once_and_shows_its_toast() {
        bot.result(
                "sendMessage",
                toAnn + "'text':'Hi','reply_markup':{'inline_keyboard':[[{'text':'Next','callback_data':'n'}]]}}");
        Press press = ann.presses(ann.privately().last(), "Next");

        JsonNode query = bot.result("getUpdates", "{}").path(0).path("callback_query");
        assertThat(query.path("data").asText()).isEqualTo("n");
        assertThat(query.path("message").path("text").asText()).isEqualTo("Hi");
        assertThat(press.answered()).isFalse();

        String answer = "{'callback_query_id':'" + query.path("id").asText() + "','text':'Well done'}";
        assertThat(bot.says("answerCallbackQuery", answer)).isEqualTo("ok");
        assertThat(press.answered()).isTrue();
        assertThat(press.toast()).contains("Well done");
        assertThat(bot.says("answerCallbackQuery", answer)).contains("query is too old");
    }

    @Test
    void files_are_uploaded_once_and_then_known_by_their_id_until_they_are_forgotten() {
        byte[] picture = "a picture".getBytes(StandardCharsets.UTF_8);
        Map<String, String> fields = Map.of("chat_id", Long.toString(ann.id()), "caption", "Look");
        JsonNode sent =
                bot.upload("sendPhoto", fields, "photo", "neck.png", picture).path("result");
        String fileId = sent.path("photo").path(1).path("file_id").asText();
        String byId = toAnn + "'photo':'" + fileId + "'}";

        assertThat(bot.says("sendPhoto", byId)).isEqualTo("ok");
        List<Posted> posted = ann.privately().posted();
        assertThat(posted).extracting(Posted::text).containsExactly("Look", "");
        assertThat(posted)
                .extracting(each -> each.media().orElseThrow().fileId())
                .containsOnly(fileId);
        assertThat(api.content(posted.getFirst().media().orElseThrow())).contains(picture);

        api.forgetFile(fileId);
        assertThat(bot.says("sendPhoto", byId)).isEqualTo("Bad Request: wrong file identifier/HTTP URL specified");
        assertThat(api.violations()).isEmpty();
    }

    @Test
    void an_animation_needs_a_name_that_says_so() {
        byte[] picture = "moves".getBytes(StandardCharsets.UTF_8);
        Map<String, String> fields = Map.of("chat_id", Long.toString(ann.id()), "animation", "attach://it");

        assertThat(bot.upload("sendAnimation", fields, "it", "neck.gif", picture)
                        .path("result")
                        .has("animation"))
                .isTrue();
        JsonNode document =
                bot.upload("sendAnimation", fields, "it", "neck", picture).path("result");
        assertThat(document.has("animation")).isFalse();
        assertThat(document.has("document")).isTrue();
    }

    @Test
    void commands_are_published_by_scope_and_language() {
        String commands = "{'commands':[{'command':'stretch','description':'Dehnen'}],"
                + "'scope':{'type':'all_private_chats'},'language_code':'de'}";

        assertThat(bot.says("setMyCommands", commands)).isEqualTo("ok");
        assertThat(api.commands("all_private_chats", "de")).containsExactly(Map.entry("stretch", "Dehnen"));
        assertThat(api.commands("default", "")).isEmpty();
        assertThat(bot.says("setMyCommands", commands.replace("stretch", "Stretch")))
                .contains("BOT_COMMAND_INVALID");
    }

    @Test
    void a_hostile_name_is_a_name() {
        Person hostile = api.person("<b>\"\\ \u202e</b>\uD83D\uDE00", "");
        hostile.says(hostile.privately(), "hi");

        JsonNode from = bot.result("getUpdates", "{}").path(0).path("message").path("from");
        assertThat(from.path("first_name").asText()).isEqualTo(hostile.name());
        assertThat(from.has("language_code")).isFalse();
    }
}
