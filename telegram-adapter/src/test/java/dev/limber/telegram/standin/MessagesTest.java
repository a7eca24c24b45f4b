package dev.limber.telegram.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be sent and edited, and what the server says where it may not. */
class MessagesTest {
    private static final String KEYS = "'reply_markup':{'inline_keyboard':[[{'text':'Next','callback_data':'n'}]]}";

    private final BotApi api = BotApi.start();
    private final TestBot bot = new TestBot(api);
    private final Person ann = api.person("Ann", "en");
    private final String toAnn = "{'chat_id':" + ann.id() + ",";

    @AfterEach
    void close() {
        api.close();
    }

    private String edit(String method, Posted message, String rest) {
        return bot.says(method, toAnn + "'message_id':" + message.messageId() + "," + rest + "}");
    }

    @Test
    void a_text_is_edited_in_place_and_loses_its_buttons_unless_they_are_given_again() {
        bot.result("sendMessage", toAnn + "'text':'One'," + KEYS + "}");
        Posted message = ann.privately().last();

        assertThat(edit("editMessageText", message, "'text':'One'," + KEYS)).contains("message is not modified");
        assertThat(edit("editMessageText", message, "'text':'Two'," + KEYS)).isEqualTo("ok");
        assertThat(message.text()).isEqualTo("Two");
        assertThat(message.labels()).containsExactly("Next");
        assertThat(edit("editMessageText", message, "'text':'Two'")).isEqualTo("ok");
        assertThat(message.labels()).isEmpty();
        assertThat(edit("editMessageReplyMarkup", message, KEYS)).isEqualTo("ok");
        assertThat(message.edits()).isEqualTo(3);
        assertThat(edit("editMessageCaption", message, "'caption':'x'"))
                .isEqualTo("Bad Request: there is no caption in the message to edit");
    }

    @Test
    void a_picture_has_a_caption_to_edit_and_can_be_replaced() {
        byte[] picture = "a picture".getBytes(StandardCharsets.UTF_8);
        String chat = Long.toString(ann.id());
        bot.upload("sendPhoto", Map.of("chat_id", chat, "caption", "One"), "photo", "a.png", picture);
        Posted message = ann.privately().last();

        assertThat(edit("editMessageText", message, "'text':'x'"))
                .isEqualTo("Bad Request: there is no text in the message to edit");
        assertThat(edit("editMessageCaption", message, "'caption':'Two'")).isEqualTo("ok");
        assertThat(message.text()).isEqualTo("Two");
        Map<String, String> fields = Map.of(
                "chat_id",
                chat,
                "message_id",
                "" + message.messageId(),
                "media",
                "{\"type\":\"animation\",\"media\":\"attach://file\",\"caption\":\"Three\"}");
        assertThat(bot.upload("editMessageMedia", fields, "file", "b.gif", picture)
                        .path("ok")
                        .asBoolean())
                .isTrue();
        assertThat(message.media().orElseThrow().kind()).isEqualTo(Media.Kind.ANIMATION);
        assertThat(message.text()).isEqualTo("Three");
        assertThat(api.violations()).isEmpty();
        assertThat(Specification.check(api.calls())).isEmpty();
    }

    @Test
    void only_what_is_there_and_the_bots_own_is_edited_or_deleted() {
        Posted own = ann.says(ann.privately(), "Hi");
        bot.result("sendMessage", toAnn + "'text':'One'}");
        Posted message = ann.privately().last();

        assertThat(edit("editMessageText", own, "'text':'x'")).isEqualTo("Bad Request: message can't be edited");
        String it = toAnn + "'message_id':" + message.messageId() + "}";
        assertThat(bot.says("deleteMessage", it)).isEqualTo("ok");
        assertThat(bot.says("deleteMessage", it)).isEqualTo("Bad Request: message to delete not found");
        assertThat(message.deleted()).isTrue();
        assertThat(edit("editMessageText", message, "'text':'x'")).isEqualTo("Bad Request: message to edit not found");

        ann.pressesOld(message, "n");
        assertThat(bot.result("getUpdates", "{'offset':-1}")
                        .at("/0/callback_query/message/date")
                        .asInt(-1))
                .isZero();
        assertThat(api.violations()).isEmpty();
    }

    @Test
    void replies_know_what_they_reply_to() {
        Posted own = ann.says(ann.privately(), "Hi");
        String reply = toAnn + "'text':'Hello','reply_parameters':{'message_id':";

        assertThat(bot.result("sendMessage", reply + own.messageId() + "}}")
                        .at("/reply_to_message/text")
                        .asText())
                .isEqualTo("Hi");
        assertThat(ann.privately().last().repliesTo()).contains(own);
        assertThat(bot.says("sendMessage", reply + "999999}}"))
                .isEqualTo("Bad Request: message to be replied not found");
        assertThat(bot.says("sendMessage", reply + "999999,'allow_sending_without_reply':true}}"))
                .isEqualTo("ok");
    }

    @Test
    void whoever_cannot_be_reached_is_told_apart() {
        Person stranger = api.stranger("Bob", "en");
        String toBob = "{'chat_id':'" + stranger.id() + "','text':'x'}";

        assertThat(bot.says("sendMessage", "{'chat_id':1,'text':'x'}")).isEqualTo("Bad Request: chat not found");
        assertThat(bot.says("sendMessage", toBob)).isEqualTo("Forbidden: bot can't initiate conversation with a user");
        stranger.startsWith("from-a-link");
        assertThat(bot.says("sendMessage", toBob)).isEqualTo("ok");
        stranger.blocks();
        assertThat(bot.says("sendMessage", toBob)).isEqualTo("Forbidden: bot was blocked by the user");
        assertThat(api.violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'text':'  '                                  | message text is empty",
                "'text':'<b></b>','parse_mode':'HTML'         | message text is empty",
                "'text':'<b>','parse_mode':'HTML'             | can't parse entities: can't find end tag corresponding to start tag \"b\"",
                "'text':'x','parse_mode':'Markdown'           | unsupported parse_mode",
                "'text':7                                     | parameter \"text\" must be of type String",
                "'caption':'x'                                | unknown parameter \"caption\"",
                "'disable_notification':true                  | parameter \"text\" is required",
                "'text':'x','reply_markup':{'inline_keyboard':[[{'text':' ','callback_data':'n'}]]} | can't parse inline keyboard button: text of the button must be non-empty",
                "'text':'x','reply_markup':{'inline_keyboard':[[{'text':'n'}]]}                     | can't parse inline keyboard button: exactly one action is needed",
                "'text':'x','reply_markup':{'inline_keyboard':[[{'text':'n','callback_data':''}]]}  | BUTTON_DATA_INVALID",
                "'text':'x','reply_to_message_id':7          | unknown parameter \"reply_to_message_id\"",
                "'text':'x','reply_markup':{'inline_keyboard':[[{'text':'n','url':'http://localhost'}]]} | inline keyboard button URL 'http://localhost' is invalid",
                "'text':'x','reply_markup':{'inline_keyboard':[[{'text':'n','url':'ftp://x.org'}]]} | inline keyboard button URL 'ftp://x.org' is invalid",
            })
    void what_no_bot_should_send_is_refused_and_remembered(String rest, String description) {
        assertThat(bot.says("sendMessage", toAnn + rest + "}")).isEqualTo("Bad Request: " + description);
        assertThat(api.violations()).containsExactly("sendMessage: Bad Request: " + description);
    }

    @Test
    void lengths_are_counted_after_reading_the_html() {
        String longest = "x".repeat(4096);

        assertThat(bot.says("sendMessage", toAnn + "'text':'<b>" + longest + "</b>','parse_mode':'HTML'}"))
                .isEqualTo("ok");
        assertThat(bot.says("sendMessage", toAnn + "'text':'x" + longest + "'}"))
                .contains("message is too long");
        String data = "\u00e4".repeat(32);
        String keys = "'text':'x','reply_markup':{'inline_keyboard':[[{'text':'n','callback_data':'";
        assertThat(bot.says("sendMessage", toAnn + keys + data + "'}]]}}")).isEqualTo("ok");
        assertThat(bot.says("sendMessage", toAnn + keys + data + "x'}]]}}")).contains("BUTTON_DATA_INVALID");
    }

    @Test
    void forms_are_understood_too() {
        String form = "chat_id=" + ann.id() + "&text=a%20b+c&disable_notification=true&reply_markup="
                + "%7B%22inline_keyboard%22%3A%5B%5B%7B%22text%22%3A%22n%22%2C%22callback_data%22%3A%22n%22%7D%5D%5D%7D";
        byte[] body = form.getBytes(StandardCharsets.UTF_8);

        assertThat(bot.call("sendMessage", "application/x-www-form-urlencoded", body)
                        .path("ok")
                        .asBoolean())
                .isTrue();
        assertThat(ann.privately().last().text()).isEqualTo("a b c");
        assertThat(ann.privately().last().labels()).containsExactly("n");
    }
}
