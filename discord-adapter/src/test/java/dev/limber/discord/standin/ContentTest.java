package dev.limber.discord.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What messages may be made of. */
class ContentTest {
    private static final String ROW = "{'type':1,'components':[%s]}";
    private static final String BUTTON = "{'type':2,'style':1,'label':'%s','custom_id':'%s'}";

    private final DiscordApi api = DiscordApi.start();
    private final TestBot bot = new TestBot(api);
    private final Person ann = api.person("Ann", "de");
    private final Server home = api.server("Home", ann);
    private final String path = "channels/" + home.general().id() + "/messages";

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void an_error_tells_each_field_that_is_wrong() {
        JsonNode error = bot.post(
                        path,
                        "{'content':'" + "x".repeat(2001) + "','components':["
                                + ROW.formatted(BUTTON.formatted("x".repeat(81), "n")) + "]}")
                .json();

        assertThat(error.path("code").asInt()).isEqualTo(50035);
        assertThat(error.at("/errors/content/_errors/0/code").asText()).isEqualTo("BASE_TYPE_BAD_LENGTH");
        assertThat(error.at("/errors/components/0/components/0/label/_errors/0/message")
                        .asText())
                .isEqualTo("Must be between 0 and 80 in length.");
        assertThat(api.violations()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | 50006",
                "{'content':' '} | 50006",
                "{'content':'x','flags':64} | 50035",
                "{'content':'x','flags':32768,'components':[{'type':10,'content':'y'}]} | 50035",
                "{'flags':32768,'components':[]} | 50035",
                "{'flags':32768,'components':[{'type':10,'content':''}]} | 50035",
                "{'content':'x','components':[{'type':10,'content':'y'}]} | 50035",
                "{'flags':32768,'components':[{'type':12,'items':[{'media':{'url':'attachment://no.png'}}]}]} | 50035",
                "{'flags':32768,'components':[{'type':13,'file':{'url':'https://example.org/x'}}]} | 50035",
                "{'flags':32768,'components':[{'type':17,'accent_color':-1,'components':[{'type':10,'content':'y'}]}]} | 50035",
                "{'flags':32768,'components':[{'type':17,'components':[{'type':17,'components':[]}]}]} | 50035",
                "{'flags':32768,'components':[{'type':9,'components':[{'type':10,'content':'y'}]}]} | 50035",
                "{'content':'x','components':[{'type':1,'components':[]}]} | 50035",
                "{'content':'x','components':[{'type':1,'components':[{'type':2,'style':1,'label':'x'}]}]} | 50035",
                "{'content':'x','components':[{'type':1,'components':[{'type':2,'style':5,'label':'x'}]}]} | 50035",
                "{'content':'x','components':[{'type':1,'components':[{'type':2,'style':9,'label':'x','custom_id':'x'}]}]} | 50035",
                "{'content':'x','components':[{'type':1,'components':[{'type':3,'custom_id':'x','options':[]}]}]} | 50035",
                "{'content':'x','allowed_mentions':{'parse':['users'],'users':['1']}} | 50035",
                "{'content':'x','nonce':'12345678901234567890123456'} | 50035",
                "{'content':'x','attachments':[{'id':'7'}]} | 50035",
                "no json | 50109"
            })
    void what_is_not_allowed_is_refused(String json, int code) {
        assertThat(bot.post(path, json).code()).isEqualTo(code);
        assertThat(api.violations()).hasSize(1);
        assertThat(home.general().posted()).isEmpty();
    }

    @Test
    void ids_of_buttons_differ_within_a_message() {
        String twice = BUTTON.formatted("A", "a") + "," + BUTTON.formatted("B", "a");

        assertThat(bot.post(path, "{'content':'x','components':[" + ROW.formatted(twice) + "]}")
                        .code())
                .isEqualTo(50035);
    }

    @Test
    void forty_components_with_four_thousand_characters_are_the_most() {
        assertThat(texts(40, 100)).isEqualTo(200);
        assertThat(texts(41, 1)).isEqualTo(400);
        assertThat(texts(2, 2_001)).isEqualTo(400);
    }

    private int texts(int count, int characters) {
        String text = "{'type':10,'content':'" + "x".repeat(characters) + "'}";
        String texts = IntStream.range(0, count).mapToObj(_ -> text).collect(Collectors.joining(","));
        return bot.post(path, "{'flags':32768,'components':[" + texts + "]}").status();
    }

    @Test
    void components_show_texts_pictures_and_files() {
        String json = "{'flags':32768,'attachments':[{'id':0}],'components':[{'type':17,'accent_color':255,"
                + "'components':[{'type':10,'content':'## Neck'},{'type':14},{'type':12,'items':[{'media':"
                + "{'url':'attachment://neck.gif'},'description':'A head that turns'}]}]},"
                + ROW.formatted(BUTTON.formatted("Next", "n")) + "]}";

        JsonNode sent =
                bot.upload("POST", path, json, Map.of("neck.gif", "GIF")).json();

        Posted posted = home.general().last();
        assertThat(posted.text()).isEqualTo("Neck");
        assertThat(posted.descriptions()).containsExactly("A head that turns");
        assertThat(posted.labels()).containsExactly("Next");
        assertThat(posted.isMadeOfComponents()).isTrue();
        assertThat(sent.at("/components/0/components/2/items/0/media/url").asText())
                .endsWith("/neck.gif");
        assertThat(sent.at("/components/1/components/0/id").asInt()).isPositive();
        assertThat(api.content(posted.attachments().getFirst())).contains("GIF".getBytes(StandardCharsets.UTF_8));
        assertThat(api.violations()).isEmpty();

        String message = path + "/" + posted.id();
        assertThat(bot.patch(message, "{'flags':0,'content':'x'}").code()).isEqualTo(50035);
        assertThat(bot.patch(message, "{'components':[{'type':10,'content':'Done'}],'attachments':[]}")
                        .status())
                .isEqualTo(200);
        assertThat(posted.text()).isEqualTo("Done");
        assertThat(posted.attachments()).isEmpty();
    }

    @Test
    void attachments_are_kept_by_id_and_dropped_otherwise() {
        bot.upload(
                "POST", path, "{'content':'x','attachments':[{'id':0,'description':'First'}]}", Map.of("one.png", "1"));
        Posted posted = home.general().last();
        assertThat(posted.descriptions()).containsExactly("First");
        long first = posted.attachments().getFirst().id();

        String both = "{'attachments':[{'id':'" + first + "'},{'id':'0','description':'Second'}]}";
        bot.upload("PATCH", path + "/" + posted.id(), both, Map.of("two.png", "2"));
        assertThat(posted.attachments()).extracting(Attachment::fileName).containsExactly("one.png", "two.png");
        bot.patch(path + "/" + posted.id(), "{'content':'y'}");
        assertThat(posted.attachments()).hasSize(2);
        bot.patch(path + "/" + posted.id(), "{'attachments':[{'id':'" + first + "'}]}");
        assertThat(posted.descriptions()).containsExactly("First");
        assertThat(api.violations()).isEmpty();
    }

    @Test
    void files_need_their_own_permission() {
        home.general().forbid(Permission.ATTACH_FILES);

        assertThat(bot.upload("POST", path, "{'content':'x'}", Map.of("one.png", "1"))
                        .code())
                .isEqualTo(50013);
    }

    @Test
    void whom_a_text_pings_is_recorded() {
        String text = "'@everyone " + ann.mention() + " <@&5>'";
        bot.says(home.general(), "{'content':" + text + "}");
        assertThat(home.general().last().pinged()).containsExactly("@everyone", ann.mention(), "<@&5>");
        bot.says(home.general(), "{'content':" + text + ",'allowed_mentions':{'parse':[]}}");
        assertThat(home.general().last().pinged()).isEmpty();
        bot.says(
                home.general(),
                "{'flags':32768,'components':[{'type':10,'content':" + text + "}],'allowed_mentions':{'users':['"
                        + ann.id() + "']}}");
        assertThat(home.general().last().pinged()).containsExactly(ann.mention());
    }

    @Test
    void a_field_that_nobody_knows_is_ignored_and_noted() {
        bot.says(home.general(), "{'content':'x','colour':'red','allowed_mentions':{'none':true}}");

        assertThat(api.violations())
                .containsExactly(
                        "create_message: unknown field colour", "create_message: unknown field allowed_mentions.none");
    }

    @Test
    void commands_are_published_all_together_and_keep_their_ids() {
        String commands = "applications/" + api.botId() + "/commands";
        String stretch =
                "{'name':'stretch','integration_types':['0','1'],'name_localizations':{'de':'dehnen'},'description':'Stretch'}";
        JsonNode first = bot.put(commands, "[" + stretch + "]").json();
        JsonNode second = bot.put(commands, "[" + stretch + ",{'name':'stop','description':'End'}]")
                .json();

        assertThat(second.path(0).path("id")).isEqualTo(first.path(0).path("id"));
        assertThat(api.commands()).hasSize(2);
        assertThat(bot.get(commands).json()).hasSize(2);
        assertThat(api.violations()).isEmpty();
        List.of(
                        stretch.replace("'stretch'", "'Stretch'"),
                        stretch.replace("'Stretch'", "'" + "x".repeat(101) + "'"),
                        stretch.replace("'de'", "'xx'"),
                        stretch.replace("dehnen", "so nicht"),
                        stretch.replace("'description'", "'contexts':[3],'description'"),
                        stretch.replace(
                                "'description'",
                                "'options':[{'type':3,'name':'a','description':'b'},"
                                        + "{'type':3,'name':'c','description':'d','required':true}],'description'"),
                        stretch + "," + stretch)
                .forEach(
                        wrong -> assertThat(bot.put(commands, "[" + wrong + "]").code())
                                .as(wrong)
                                .isEqualTo(50035));
        assertThat(api.commands()).hasSize(2);
    }
}
