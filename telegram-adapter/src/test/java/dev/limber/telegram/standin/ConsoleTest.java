package dev.limber.telegram.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The chat line by line. */
class ConsoleTest {
    private final BotApi api = BotApi.start();
    private final TestBot bot = new TestBot(api);
    private final Person you = api.person("You", "en");
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final Console console = new Console(api, shown::add);

    @BeforeEach
    void greet() {
        bot.result(
                "sendMessage",
                "{'chat_id':" + you.id() + ",'text':'Hi','reply_markup':{'inline_keyboard':"
                        + "[[{'text':'Next','callback_data':'n'},{'text':'Site','url':'https://example.org'}],"
                        + "[{'text':'Me','url':'https://t.me/limber_bot?start=here'}]]}}");
    }

    @AfterEach
    void close() {
        api.close();
    }

    private String heard(String pointer) {
        return bot.result("getUpdates", "{'offset':-1}").at(pointer).asText();
    }

    @Test
    void what_the_bot_posts_is_shown_with_its_buttons() {
        assertThat(shown).containsExactly("bot: Hi\n  [Next] [Site]\n  [Me]");
    }

    @Test
    void lines_are_said_and_buttons_pressed() {
        assertThat(console.type("/stretch neck")).isTrue();
        assertThat(heard("/0/message/text")).isEqualTo("/stretch neck");
        assertThat(console.type("[Next]")).isTrue();
        assertThat(heard("/0/callback_query/data")).isEqualTo("n");
        bot.result(
                "answerCallbackQuery",
                "{'callback_query_id':'" + heard("/0/callback_query/id") + "','text':'Well done'}");
        console.type("/press Site");
        console.type("[Back]");
        console.type("[Me]");

        assertThat(heard("/0/message/text")).isEqualTo("/start here");
        assertThat(shown).contains("(toast) Well done", "(opens https://example.org)", "(there is no button Back)");
        assertThat(console.type("/quit")).isFalse();
    }

    @Test
    void a_language_and_a_group_can_be_chosen() {
        console.type("/lang de");
        console.type("/group /stretch@limber_bot");

        assertThat(heard("/0/message/from/language_code")).isEqualTo("de");
        assertThat(heard("/0/message/chat/title")).isEqualTo("Group");
    }
}
