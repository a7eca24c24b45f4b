package dev.limber.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.discord.standin.Call;
import dev.limber.discord.standin.Channel;
import dev.limber.discord.standin.DiscordApi;
import dev.limber.discord.standin.GatewaySpecification;
import dev.limber.discord.standin.Person;
import dev.limber.discord.standin.Posted;
import dev.limber.discord.standin.Specification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** All that the bot ever says to Discord, held against the official descriptions. */
class TrafficTest {
    @Test
    void everyCallIsAsTheDescriptionHasIt() {
        Specification.assumeAtHand();
        DiscordApi api = DiscordApi.start();
        Person ann = api.person("Ann", "en-US");
        Person bob = api.person("Bob", "de");
        Channel general = api.server("Desks", ann, bob).general();
        try (var rig = Rig.open(api)) {
            int posted = 0;
            for (String word :
                    List.of("buttons", "picture a.gif", "picture b.png", "file", "moment TIME", "nudge Now.")) {
                posted++;
                rig.privately(ann, word, posted);
            }
            Posted prompt = rig.privately(ann, "picture a.gif", posted + 1).last();
            ann.pressesOld(prompt, "picture b.gif");
            prompt.await(() -> prompt.edits() == 1);
            ann.slash(general, "routine", Map.of("routine", "desk")).awaitReply();
            Posted step = general.awaitPosted(2).getLast();
            ann.presses(step, "Next").awaitAcknowledged();
            bob.presses(step, "Next").awaitReply();
            ann.replies(step, "secret", true);
            Posted invitation = general.awaitLast(message -> message.text().equals("For you."));
            ann.presses(invitation, "Open").awaitAcknowledged();
            ann.types(general, "stretch", "routine", "d").awaitAcknowledged();
            rig.echo.hold();
            ann.slash(general, "slow", Map.of("what", "mine")).awaitAcknowledged();
            rig.echo.release();
            await().until(() -> !api.calls("execute_webhook").isEmpty());

            assertThat(api.violations()).isEmpty();
            assertThat(Specification.check(api.calls())).isEmpty();
            assertThat(GatewaySpecification.check(api.gateway().traffic())).isEmpty();
            assertThat(api.calls())
                    .extracting(Call::route)
                    .contains(
                            "get_my_user",
                            "bulk_set_application_commands",
                            "create_dm",
                            "create_message",
                            "create_interaction_response",
                            "delete_original_webhook_message",
                            "execute_webhook");
        }
    }
}
