package dev.limber.discord.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limber.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands, presses and choices, and the ways to answer them. */
class InteractionsTest {
    private static final String BUTTONS =
            "'components':[{'type':1,'components':[{'type':2,'style':1,'label':'Next','custom_id':'n'},"
                    + "{'type':2,'style':2,'label':'Off','custom_id':'o','disabled':true}]}]";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T08:00:00Z"));
    private final Listener gateway = new Listener();
    private final DiscordApi api = DiscordApi.start(Settings.defaults().withClock(clock), (_, _) -> gateway);
    private final TestBot bot = new TestBot(api);
    private final Person ann = api.person("Ann", "de");
    private final Person bob = api.person("Bob", "en-US");
    private final Server home = api.server("Home", ann, bob);

    @BeforeEach
    void publish() {
        bot.put(
                "applications/" + api.botId() + "/commands",
                "[{'name':'stretch','description':'Stretch','contexts':[0,1,2],'integration_types':[0,1],'options':"
                        + "[{'type':3,'name':'routine','description':'Which','autocomplete':true}]},"
                        + "{'name':'group','description':'Together','contexts':[0],'integration_types':[0]}]");
    }

    @AfterEach
    void close() {
        api.close();
    }

    private ObjectNode event() {
        return gateway.last("INTERACTION_CREATE");
    }

    @Test
    void a_command_comes_with_all_that_is_known_of_the_person_and_the_place() {
        Interaction slash = ann.slash(home.general(), "stretch", Map.of("routine", "neck"));

        ObjectNode event = event();
        assertThat(event.at("/data/options/0/value").asText()).isEqualTo("neck");
        assertThat(event.path("locale").asText()).isEqualTo("de");
        assertThat(event.at("/member/user/id").asLong()).isEqualTo(ann.id());
        assertThat(event.path("context").asInt()).isZero();
        assertThat(event.at("/authorizing_integration_owners/0").asLong()).isEqualTo(home.id());
        assertThat(event.at("/channel/type").asInt()).isZero();
        assertThat(slash.outcome()).isEqualTo(Interaction.Outcome.WAITING);

        ann.slash(ann.dm(), "stretch");
        assertThat(event().at("/user/id").asLong()).isEqualTo(ann.id());
        assertThat(event().at("/channel/recipients/0/id").asLong()).isEqualTo(api.botId());
        assertThat(event().path("context").asInt()).isEqualTo(1);
        assertThatThrownBy(() -> ann.slash(ann.dm(), "group")).hasMessageContaining("is not offered /group");
    }

    @Test
    void a_reply_is_seen_by_all_or_by_one() {
        Interaction open = ann.slash(home.general(), "stretch");
        JsonNode answer = bot.acknowledges(event(), "{'type':4,'data':{'content':'Hello'}}")
                .json();
        Interaction hidden = ann.slash(home.general(), "stretch");
        bot.acknowledges(event(), "{'type':4,'data':{'content':'Psst','flags':64}}");

        assertThat(answer.at("/resource/message/content").asText()).isEqualTo("Hello");
        assertThat(answer.at("/resource/message/type").asInt()).isEqualTo(20);
        assertThat(open.outcome()).isEqualTo(Interaction.Outcome.REPLIED);
        assertThat(open.took()).isPresent();
        assertThat(hidden.isEphemeral()).isTrue();
        assertThat(home.general().seenBy(ann)).extracting(Posted::text).containsExactly("Hello", "Psst");
        assertThat(home.general().seenBy(bob)).extracting(Posted::text).containsExactly("Hello");
        assertThat(gateway.told("MESSAGE_CREATE")).hasSize(1);
        assertThat(bot.get("channels/" + home.general().id() + "/messages/"
                                + hidden.reply().orElseThrow().id())
                        .code())
                .isEqualTo(10008);
        assertThat(api.violations()).isEmpty();
    }

    @Test
    void replies_to_what_answered_a_command_carry_no_content() {
        ann.slash(home.general(), "stretch");
        bot.acknowledges(event(), "{'type':4,'data':{'content':'Hello'}}");
        ann.replies(home.general().last(), "next", true);

        assertThat(gateway.last("MESSAGE_CREATE").path("content").asText()).isEmpty();
        assertThat(home.general().last().isInteractionResponse()).isTrue();
    }

    @Test
    void a_second_acknowledgement_and_a_late_one_are_refused() {
        ann.slash(home.general(), "stretch");
        ObjectNode first = event();
        assertThat(bot.acknowledges(first, "{'type':5}").status()).isEqualTo(200);
        assertThat(bot.acknowledges(first, "{'type':4,'data':{'content':'x'}}").code())
                .isEqualTo(40060);

        Interaction late = ann.slash(home.general(), "stretch");
        clock.advance(Duration.ofSeconds(3));
        assertThat(late.outcome()).isEqualTo(Interaction.Outcome.DID_NOT_RESPOND);
        assertThat(bot.acknowledges(event(), "{'type':5}").code()).isEqualTo(10062);
        assertThat(bot.patch(bot.webhook(event()) + "/messages/@original", "{'content':'x'}")
                        .code())
                .isEqualTo(10015);
        assertThat(api.violations()).hasSize(1);
    }

    @Test
    void who_thinks_first_fills_in_the_answer_later() {
        Interaction slash = ann.slash(home.general(), "stretch");
        bot.acknowledges(event(), "{'type':5,'data':{'flags':64}}");
        Posted reply = slash.reply().orElseThrow();
        assertThat(slash.outcome()).isEqualTo(Interaction.Outcome.THINKING);
        assertThat(reply.isThinking()).isTrue();
        assertThat(bot.get(bot.webhook(event()) + "/messages/@original")
                        .json()
                        .path("flags")
                        .asInt())
                .isEqualTo(64 + 128);

        bot.patch(
                bot.webhook(event()) + "/messages/@original",
                "{'flags':32768,'components':[{'type':10,'content':'Ready'}]}");
        assertThat(reply.text()).isEqualTo("Ready");
        assertThat(reply.isThinking()).isFalse();
        assertThat(reply.isEphemeral()).isTrue();
        assertThat(reply.edits()).isZero();
        assertThat(slash.outcome()).isEqualTo(Interaction.Outcome.REPLIED);
        assertThat(bot.delete(bot.webhook(event()) + "/messages/@original").status())
                .isEqualTo(204);
        assertThat(home.general().seenBy(ann)).isEmpty();
        assertThat(api.violations()).isEmpty();
    }

    @Test
    void the_first_that_follows_a_thinking_answer_is_the_answer() {
        Interaction slash = ann.slash(home.general(), "stretch");
        bot.acknowledges(event(), "{'type':5}");

        bot.post(bot.webhook(event()) + "?wait=true", "{'content':'One','flags':64}");
        bot.post(bot.webhook(event()) + "?wait=true", "{'content':'Two','flags':64}");

        assertThat(slash.reply().orElseThrow().text()).isEqualTo("One");
        assertThat(slash.reply().orElseThrow().isEphemeral()).isFalse();
        assertThat(slash.followUps()).extracting(Posted::text).containsExactly("Two");
        assertThat(slash.followUps().getFirst().isEphemeral()).isTrue();
    }

    @Test
    void a_token_ends_after_fifteen_minutes() {
        Interaction slash = ann.slash(home.general(), "stretch");
        bot.acknowledges(event(), "{'type':5}");
        clock.advance(Duration.ofMinutes(15));

        TestBot.Answered late = bot.patch(bot.webhook(event()) + "/messages/@original", "{'content':'x'}");
        assertThat(late.status()).isEqualTo(401);
        assertThat(late.code()).isEqualTo(50027);
        assertThat(slash.outcome()).isEqualTo(Interaction.Outcome.DID_NOT_RESPOND);
    }

    @Test
    void a_press_changes_its_message_at_once_or_later() {
        bot.says(home.general(), "{'content':'One'," + BUTTONS + "}");
        Posted message = home.general().last();

        Interaction press = ann.presses(message, "Next");
        assertThat(event().at("/data/custom_id").asText()).isEqualTo("n");
        assertThat(event().at("/message/content").asText()).isEqualTo("One");
        bot.acknowledges(event(), "{'type':7,'data':{'content':'Two'}}");
        assertThat(message.text()).isEqualTo("Two");
        assertThat(message.labels()).containsExactly("Next", "Off");
        assertThat(press.outcome()).isEqualTo(Interaction.Outcome.UPDATED);

        ann.presses(message, "Next");
        bot.acknowledges(event(), "{'type':6}");
        bot.patch(bot.webhook(event()) + "/messages/@original", "{'content':'Three'}");
        assertThat(message.text()).isEqualTo("Three");
        assertThat(message.edits()).isEqualTo(2);
        assertThatThrownBy(() -> ann.presses(message, "Off")).hasMessageContaining("no 'Off' to press");
        assertThat(api.violations()).isEmpty();
    }

    @Test
    void a_press_on_what_one_person_sees_opens_it_to_the_bot_again() {
        ann.slash(home.general(), "stretch");
        bot.acknowledges(event(), "{'type':4,'data':{'content':'Mine','flags':64," + BUTTONS + "}}");
        Posted mine = home.general().last();
        clock.advance(Duration.ofHours(1));

        ann.presses(mine, "Next");
        assertThatThrownBy(() -> bob.presses(mine, "Next")).hasMessageContaining("Bob does not see");
        bot.acknowledges(event(), "{'type':6}");
        assertThat(bot.delete(bot.webhook(event()) + "/messages/@original").status())
                .isEqualTo(204);
        assertThat(mine.deleted()).isTrue();
    }

    @Test
    void choices_are_proposed_while_somebody_types() {
        Interaction typing = ann.types(home.general(), "stretch", "routine", "des");
        assertThat(event().at("/data/options/0/focused").asBoolean()).isTrue();
        assertThat(bot.acknowledges(event(), "{'type':4,'data':{'content':'x'}}")
                        .code())
                .isEqualTo(50035);

        bot.acknowledges(event(), "{'type':8,'data':{'choices':[{'name':'Desk break','value':'desk'}]}}");
        assertThat(typing.choices()).containsExactly("Desk break");
    }

    @Test
    void a_choice_of_a_menu_comes_by_its_value() {
        bot.says(
                home.general(),
                "{'content':'Which?','components':[{'type':1,'components':[{'type':3,'custom_id':'m','options':"
                        + "[{'label':'Neck','value':'neck'},{'label':'Back','value':'back'}]}]}]}");
        assertThat(home.general().last().choices()).containsExactly("Neck", "Back");

        ann.selects(home.general().last(), "Back");
        assertThat(event().at("/data/component_type").asInt()).isEqualTo(3);
        assertThat(event().at("/data/values/0").asText()).isEqualTo("back");
    }

    @Test
    void where_only_the_person_has_the_app_it_can_answer_and_follow_up_five_times() {
        Server away = api.foreignServer("Away", ann, bob);
        assertThatThrownBy(() -> ann.slash(away.general(), "stretch")).hasMessageContaining("is not offered");
        ann.installsApp();
        ann.slash(away.general(), "stretch");
        assertThat(event().at("/authorizing_integration_owners").toString()).isEqualTo("{\"1\":\"" + ann.id() + "\"}");
        bot.acknowledges(event(), "{'type':4,'data':{'content':'Hello'," + BUTTONS + "}}");
        for (int i = 0; i < 5; i++) {
            assertThat(bot.post(bot.webhook(event()), "{'content':'more'}").status())
                    .isEqualTo(204);
        }
        assertThat(bot.post(bot.webhook(event()), "{'content':'more'}").code()).isEqualTo(40094);
        assertThat(gateway.told("MESSAGE_CREATE")).isEmpty();

        Channel friends = api.groupDm("Friends", ann, bob);
        ann.slash(friends, "stretch");
        assertThat(event().path("context").asInt()).isEqualTo(2);
        assertThat(event().at("/channel/type").asInt()).isEqualTo(3);
        bob.presses(away.general().posted().getFirst(), "Next");
        assertThat(event().at("/authorizing_integration_owners/1").asLong()).isEqualTo(ann.id());
    }

    @Test
    void a_press_of_what_is_gone_still_arrives() {
        bot.says(home.general(), "{'content':'One'," + BUTTONS + "}");
        Posted message = home.general().last();
        bot.delete("channels/" + home.general().id() + "/messages/" + message.id());

        ann.pressesOld(message, "n");
        assertThat(bot.acknowledges(event(), "{'type':7,'data':{'content':'Two'}}")
                        .code())
                .isEqualTo(10008);
        assertThat(bot.acknowledges(event(), "{'type':6}").status()).isEqualTo(200);
    }
}
