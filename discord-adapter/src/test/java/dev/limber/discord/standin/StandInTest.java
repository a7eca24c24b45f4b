package dev.limber.discord.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a bot and a person see of each other. */
class StandInTest {
    private final Listener gateway = new Listener();
    private final DiscordApi api = DiscordApi.start(Settings.defaults(), (_, _) -> gateway);
    private final TestBot bot = new TestBot(api);
    private final Person ann = api.person("Ann", "de");
    private final Server home = api.server("Home", ann);

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void the_bot_knows_itself_and_its_token_is_needed() {
        JsonNode self = bot.get("users/@me").json();
        assertThat(self.path("id").asLong()).isEqualTo(api.botId());
        assertThat(self.path("username").asText()).isEqualTo(api.botName());
        assertThat(bot.get("gateway/bot").json().path("url").asText()).isEqualTo(api.gatewayUrl());
        assertThat(bot.get("oauth2/applications/@me").json().path("id").asLong())
                .isEqualTo(api.botId());
        assertThat(api.violations()).isEmpty();

        assertThat(new TestBot(api, "wrong").get("users/@me").status()).isEqualTo(401);
        assertThat(new TestBot(api, "wrong").get("gateway").status()).isEqualTo(200);
        assertThat(bot.get("rockets").status()).isEqualTo(404);
        assertThat(api.violations())
                .containsExactly("get_my_user: 401: Unauthorized", "unknown route GET /api/v10/rockets");
        assertThat(api.calls("get_my_user")).extracting(Call::status).containsExactly(200, 401);
    }

    @Test
    void a_request_to_the_gateway_goes_to_the_other_half() {
        assertThat(bot.get("../../gateway").status()).isEqualTo(426);
    }

    @Test
    void what_the_bot_says_is_seen_as_a_person_sees_it_and_told_to_the_bot() {
        bot.says(
                home.general(),
                "{'content':'### Neck\\n**Turn** your *head* \\\\*slowly\\\\*, back <t:1:R>','components':[{'type':1,"
                        + "'components':[{'type':2,'style':1,'label':'Next','custom_id':'n'},"
                        + "{'type':2,'style':5,'label':'Site','url':'https://example.org'}]}]}");

        Posted posted = home.general().last();
        assertThat(posted.text()).isEqualTo("Neck\nTurn your head *slowly*, back <t:1:R>");
        assertThat(posted.labels()).containsExactly("Next", "Site");
        assertThat(posted.customIds()).containsExactly("n");
        assertThat(posted.isInteractionResponse()).isFalse();
        Listener.Told told = gateway.told("MESSAGE_CREATE").getFirst();
        assertThat(told.guild()).isEqualTo(OptionalLong.of(home.id()));
        assertThat(told.data().path("member").path("roles").isArray()).isTrue();
        assertThat(told.data().path("author").path("bot").asBoolean()).isTrue();
        assertThat(api.violations()).isEmpty();
    }

    @Test
    void a_message_is_changed_and_taken_back() {
        String path = "channels/" + home.general().id() + "/messages/"
                + bot.says(home.general(), "{'content':'One'}").path("id").asText();

        assertThat(bot.patch(path, "{'content':'Two'}").json().path("content").asText())
                .isEqualTo("Two");
        Posted posted = home.general().last();
        assertThat(posted.edits()).isEqualTo(1);
        assertThat(gateway.last("MESSAGE_UPDATE").path("edited_timestamp").isTextual())
                .isTrue();
        assertThat(bot.get(path).json().path("content").asText()).isEqualTo("Two");
        assertThat(bot.delete(path).status()).isEqualTo(204);
        assertThat(posted.deleted()).isTrue();
        assertThat(gateway.last("MESSAGE_DELETE").path("id").asLong()).isEqualTo(posted.id());
        assertThat(bot.get(path).code()).isEqualTo(10008);
    }

    @Test
    void only_its_own_messages_are_the_bots_to_change() {
        String path = "channels/" + home.general().id() + "/messages/"
                + ann.writes(home.general(), "Hi").id();

        assertThat(bot.patch(path, "{'content':'Ha'}").code()).isEqualTo(50005);
        assertThat(bot.delete(path).code()).isEqualTo(50013);
    }

    @Test
    void direct_messages_are_opened_by_the_bot_and_reach_those_who_can_be_reached() {
        String channel = bot.post("users/@me/channels", "{'recipient_id':'" + ann.id() + "'}")
                .json()
                .path("id")
                .asText();
        assertThat(channel).isEqualTo(Long.toString(ann.dm().id()));
        bot.says(ann.dm(), "{'content':'Stretch'}");
        assertThat(ann.dm().seenBy(ann)).extracting(Posted::text).containsExactly("Stretch");

        String path = "channels/" + channel + "/messages";
        ann.closesDms();
        assertThat(bot.post(path, "{'content':'x'}").code()).isEqualTo(50007);
        ann.opensDms();
        ann.blocks();
        assertThat(bot.post(path, "{'content':'x'}").code()).isEqualTo(50007);
        ann.unblocks();
        ann.leaves(home);
        assertThat(bot.post(path, "{'content':'x'}").code()).isEqualTo(50278);
        ann.installsApp();
        assertThat(bot.post(path, "{'content':'x'}").status()).isEqualTo(200);
        assertThat(api.violations()).isEmpty();
    }

    @Test
    void where_the_bot_may_not_be_it_is_told_so() {
        String path = "channels/" + home.general().id() + "/messages";

        home.general().forbid(Permission.SEND_MESSAGES);
        assertThat(bot.post(path, "{'content':'x'}").code()).isEqualTo(50013);
        home.general().forbid(Permission.VIEW_CHANNEL);
        assertThat(bot.post(path, "{'content':'x'}").code()).isEqualTo(50001);
        assertThat(gateway.last("CHANNEL_UPDATE")
                        .path("permission_overwrites")
                        .path(0)
                        .path("deny")
                        .asText())
                .isEqualTo("3072");
        home.general().allow(Permission.SEND_MESSAGES, Permission.VIEW_CHANNEL);
        assertThat(bot.post(path, "{'content':'x'}").status()).isEqualTo(200);

        Server away = api.foreignServer("Away", ann);
        assertThat(bot.post("channels/" + away.general().id() + "/messages", "{'content':'x'}")
                        .code())
                .isEqualTo(50001);
        assertThat(bot.post("channels/1/messages", "{'content':'x'}").code()).isEqualTo(10003);
    }

    @Test
    void content_is_withheld_but_where_it_is_meant_for_the_bot() {
        bot.says(home.general(), "{'content':'Step 1'}");
        Posted step = home.general().last();

        assertThat(heard(ann.writes(home.general(), "next"))).isEmpty();
        assertThat(heard(ann.mentions(home.general(), "next"))).endsWith(" next");
        assertThat(heard(ann.replies(step, "next", true))).isEqualTo("next");
        assertThat(heard(ann.replies(step, "next", false))).isEmpty();
        assertThat(heard(ann.writes(ann.dm(), "next"))).isEqualTo("next");
        api.messageContentGranted(true);
        assertThat(heard(ann.writes(home.general(), "next"))).isEqualTo("next");
    }

    private String heard(Posted said) {
        ObjectNode event = gateway.last("MESSAGE_CREATE");
        assertThat(event.path("id").asLong()).isEqualTo(said.id());
        return event.path("content").asText();
    }

    @Test
    void a_reply_tells_what_it_replies_to() {
        bot.says(home.general(), "{'content':'Step 1'}");
        ann.replies(home.general().last(), "next", true);

        ObjectNode event = gateway.last("MESSAGE_CREATE");
        assertThat(event.path("type").asInt()).isEqualTo(19);
        assertThat(event.path("referenced_message").path("content").asText()).isEqualTo("Step 1");
        assertThat(event.path("mentions").path(0).path("id").asLong()).isEqualTo(api.botId());

        String unknown = "{'content':'x','message_reference':{'message_id':'1'%s}}";
        String path = "channels/" + home.general().id() + "/messages";
        assertThat(bot.post(path, unknown.formatted("")).code()).isEqualTo(50035);
        assertThat(bot.post(path, unknown.formatted(",'fail_if_not_exists':false"))
                        .status())
                .isEqualTo(200);
        assertThat(home.general().last().isReply()).isFalse();
        assertThat(api.violations()).isEmpty();
    }

    @Test
    void a_nonce_that_is_enforced_makes_one_message_of_two() {
        String json = "{'content':'Time to stretch','nonce':'n1','enforce_nonce':true}";

        JsonNode first = bot.says(home.general(), json);
        JsonNode second = bot.says(home.general(), json);
        bot.says(home.general(), json.replace("n1", "n2"));

        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(home.general().posted()).hasSize(2);
        assertThat(gateway.told("MESSAGE_CREATE")).hasSize(2);
    }

    @Test
    void members_are_told_with_their_roles() {
        home.makeManager(ann);
        String path = "guilds/" + home.id() + "/members/";

        assertThat(bot.get(path + ann.id()).json().path("roles")).hasSize(1);
        assertThat(bot.get(path + api.botId()).json().path("roles")).isEmpty();
        assertThat(bot.get(path + "1").code()).isEqualTo(10007);
        assertThat(bot.get("guilds/1/members/" + ann.id()).code()).isEqualTo(10004);
    }

    @Test
    void the_latest_messages_can_be_read_newest_first() {
        bot.says(home.general(), "{'content':'One'}");
        bot.says(home.general(), "{'content':'Two'}");

        List<JsonNode> read = bot.get("channels/" + home.general().id() + "/messages?limit=1")
                .json()
                .valueStream()
                .toList();
        assertThat(read)
                .singleElement()
                .extracting(each -> each.path("content").asText())
                .isEqualTo("Two");
    }

    @Test
    void who_types_is_seen_typing() {
        assertThat(bot.post("channels/" + home.general().id() + "/typing", "").status())
                .isEqualTo(204);
        assertThat(home.general().typings()).isEqualTo(1);
    }

    @Test
    void a_thread_is_a_channel_below_another() {
        Channel thread = home.general().openThread("Mornings");
        bot.says(thread, "{'content':'Hi'}");

        assertThat(gateway.last("THREAD_CREATE").path("parent_id").asLong())
                .isEqualTo(home.general().id());
        thread.delete();
        assertThat(bot.post("channels/" + thread.id() + "/messages", "{'content':'x'}")
                        .code())
                .isEqualTo(10003);
    }
}
