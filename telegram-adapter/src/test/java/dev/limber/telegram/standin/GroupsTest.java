package dev.limber.telegram.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Groups, forums, and what a bot hears there. */
class GroupsTest {
    private final BotApi api = BotApi.start();
    private final TestBot bot = new TestBot(api);
    private final Person ann = api.person("Ann", "en");
    private final Person bob = api.person("Bob", "en");

    @AfterEach
    void close() {
        api.close();
    }

    private List<String> heard() {
        return bot.result("getUpdates", "{}")
                .valueStream()
                .map(update -> update.path("message").path("text").asText())
                .toList();
    }

    private String send(Room room, String rest) {
        return bot.says("sendMessage", "{'chat_id':" + room.id() + ",'text':'Hello'" + rest + "}");
    }

    @Test
    void in_a_group_only_what_is_meant_for_the_bot_is_heard() {
        Room group = api.supergroup("Office", ann, bob);
        ann.says(group, "hello all");
        ann.says(group, "@limber_bot hello");
        ann.says(group, "/stretch");
        ann.says(group, "/stretch@other_bot");
        ann.says(group, "/stretch@Limber_Bot neck");
        send(group, "");
        ann.replies(group.last(), "thanks");
        bob.says(group, "/after_a_reply");
        send(group, "");
        bob.says(group, "/after_the_bot");

        assertThat(heard()).containsExactly("/stretch@Limber_Bot neck", "thanks", "/after_the_bot");
    }

    @Test
    void without_privacy_mode_everything_is_heard() {
        api.setPrivacyMode(false);
        ann.says(api.group("Office", ann), "hello all");

        assertThat(heard()).containsExactly("hello all");
        assertThat(bot.result("getMe", "{}").path("can_read_all_group_messages").asBoolean())
                .isTrue();
    }

    @Test
    void a_group_that_became_a_supergroup_says_where_it_went() {
        Room group = api.group("Office", ann);
        assertThat(group.id()).isNegative();
        Room supergroup = group.migrate();

        JsonNode answer = bot.call("sendMessage", "{'chat_id':" + group.id() + ",'text':'x'}");
        assertThat(answer.path("description").asText())
                .isEqualTo("Bad Request: group chat was upgraded to a supergroup chat");
        assertThat(answer.at("/parameters/migrate_to_chat_id").asLong()).isEqualTo(supergroup.id());
        assertThat(Long.toString(supergroup.id())).startsWith("-100");
        JsonNode updates = bot.result("getUpdates", "{}");
        assertThat(updates.at("/0/message/migrate_to_chat_id").asLong()).isEqualTo(supergroup.id());
        assertThat(updates.at("/1/message/migrate_from_chat_id").asLong()).isEqualTo(group.id());
        assertThat(send(supergroup, "")).isEqualTo("ok");
    }

    @Test
    void a_bot_that_was_thrown_out_hears_and_says_nothing() {
        Room group = api.supergroup("Office", ann);
        group.kickBot();

        ann.says(group, "/stretch@limber_bot");
        assertThat(send(group, "")).isEqualTo("Forbidden: bot was kicked from the supergroup chat");
        assertThat(bot.result("getUpdates", "{}")).hasSize(1);
        group.addBot(ann);
        assertThat(send(group, "")).isEqualTo("ok");
    }

    @Test
    void topics_are_kept_apart_until_they_are_gone() {
        Room forum = api.forum("Team", List.of("Stretches", "Lunch"), ann);
        int topic = forum.topic("Stretches");
        ann.says(forum, topic, "/stretch@limber_bot");

        JsonNode message = bot.result("getUpdates", "{}").at("/0/message");
        assertThat(message.path("message_thread_id").asInt()).isEqualTo(topic);
        assertThat(message.path("is_topic_message").asBoolean()).isTrue();
        assertThat(message.at("/chat/is_forum").asBoolean()).isTrue();
        assertThat(message.at("/reply_to_message/forum_topic_created/name").asText())
                .isEqualTo("Stretches");

        String there = ",'message_thread_id':" + topic;
        assertThat(send(forum, there)).isEqualTo("ok");
        assertThat(forum.last().topic()).hasValue(topic);
        forum.closeTopic(topic);
        assertThat(send(forum, there)).isEqualTo("Bad Request: TOPIC_CLOSED");
        forum.deleteTopic(topic);
        assertThat(send(forum, there)).isEqualTo("Bad Request: message thread not found");
        assertThat(forum.posted()).isEmpty();
    }

    @Test
    void a_reply_in_a_supergroup_has_a_thread_but_no_topic() {
        Room group = api.supergroup("Office", ann);
        send(group, "");
        ann.replies(group.last(), "thanks");

        JsonNode message = bot.result("getUpdates", "{}").at("/0/message");
        assertThat(message.path("message_thread_id").asInt())
                .isEqualTo(group.last().messageId());
        assertThat(message.has("is_topic_message")).isFalse();
    }

    @Test
    void who_manages_a_group_is_told() {
        Room group = api.supergroup("Office", ann, bob);
        group.makeAdmin(bob);

        assertThat(List.of(ann, bob, api.person("Cem", "tr")))
                .extracting(person -> bot.result(
                                "getChatMember", "{'chat_id':" + group.id() + ",'user_id':" + person.id() + "}")
                        .path("status")
                        .asText())
                .containsExactly("member", "administrator", "left");
    }
}
