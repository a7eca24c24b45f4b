package dev.limber.discord.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The chat line by line. */
class ConsoleTest {
    private final Listener gateway = new Listener();
    private final DiscordApi api = DiscordApi.start(Settings.defaults(), (_, _) -> gateway);
    private final TestBot bot = new TestBot(api);
    private final Person you = api.person("You", "en-US");
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final Console console = new Console(api, shown::add);

    @BeforeEach
    void greet() {
        bot.put(
                "applications/" + api.botId() + "/commands",
                "[{'name':'stretch','description':'Stretch','options':"
                        + "[{'type':3,'name':'routine','description':'Which'}]}]");
        bot.says(
                you.dm(),
                "{'content':'Hi','components':[{'type':1,'components':["
                        + "{'type':2,'style':1,'label':'Next','custom_id':'n'},"
                        + "{'type':2,'style':5,'label':'Site','url':'https://example.org'}]}]}");
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void what_the_bot_posts_is_shown_with_its_buttons() {
        assertThat(shown).containsExactly("bot: Hi\n [1 Next] [2 Site]");
    }

    @Test
    void lines_are_written_commands_given_and_buttons_pressed_by_number_or_label() {
        assertThat(console.type("next")).isTrue();
        assertThat(gateway.last("MESSAGE_CREATE").path("content").asText()).isEqualTo("next");
        console.type("/stretch desk break");
        assertThat(gateway.last("INTERACTION_CREATE")
                        .at("/data/options/0/value")
                        .asText())
                .isEqualTo("desk break");
        console.type("[1]");
        console.type("press Next");
        assertThat(gateway.told("INTERACTION_CREATE")).hasSize(3);
        assertThat(gateway.last("INTERACTION_CREATE").at("/data/custom_id").asText())
                .isEqualTo("n");
        console.type("[Site]");
        console.type("[Back]");
        console.type("/dance");
        assertThat(shown)
                .contains("(opens https://example.org)", "(there is no button Back)", "(There is no command dance)");
        assertThat(console.type("quit")).isFalse();
    }

    @Test
    void a_language_and_a_channel_can_be_chosen() {
        console.type("lang de");
        console.type("go general");
        console.type("/stretch");
        assertThat(gateway.last("INTERACTION_CREATE").path("locale").asText()).isEqualTo("de");
        assertThat(gateway.last("INTERACTION_CREATE").path("context").asInt()).isZero();
        bot.acknowledges(gateway.last("INTERACTION_CREATE"), "{'type':4,'data':{'content':'Go','flags':64}}");

        console.type("go nowhere");
        assertThat(shown)
                .contains(
                        "(you are in Server/general)",
                        "bot in Server/general (only you see this): Go",
                        "(There is no channel nowhere in Server)");
    }
}
