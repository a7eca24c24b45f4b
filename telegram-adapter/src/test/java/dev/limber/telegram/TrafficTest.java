package dev.limber.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.telegram.standin.Person;
import dev.limber.telegram.standin.Posted;
import dev.limber.telegram.standin.Room;
import dev.limber.telegram.standin.Specification;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All that the bot ever says to Telegram, held against the official description of the Bot API. */
class TrafficTest {
    @Test
    void everyCallIsAsTheDescriptionHasIt() {
        Specification.assumeAtHand();
        try (var rig = Rig.open()) {
            Person ann = rig.ann();
            rig.bot.publish(CommandMenuTest.commands());
            List<String> words = List.of(
                    "buttons",
                    "picture a.gif",
                    "picture b.png",
                    "file",
                    "moment TIME",
                    "many 500",
                    "/help",
                    "nudge Now.");
            int posted = 0;
            for (String word : words) {
                posted += word.startsWith("many") ? 3 : 1;
                rig.privately(ann, word, posted);
            }
            Posted prompt = rig.privately(ann, "picture a.gif", posted + 1).last();
            for (String data : List.of("picture b.gif", "picture b.gif", "picture a.gif")) {
                int edits = rig.api.calls("editMessageMedia").size()
                        + rig.api.calls("editMessageCaption").size();
                ann.pressesOld(prompt, data);
                await().until(() -> rig.api.calls("editMessageMedia").size()
                                + rig.api.calls("editMessageCaption").size()
                        > edits);
            }
            Room forum = rig.api.forum("House", List.of("Back"), ann);
            ann.says(forum, forum.topic("Back"), "/help@limber_bot");
            ann.replies(forum.awaitPosted(1).getFirst(), "secret");
            forum.awaitPosted(2);

            assertThat(rig.api.violations()).isEmpty();
            assertThat(Specification.check(rig.api.calls())).isEmpty();
            assertThat(rig.api.calls())
                    .extracting(call -> call.method())
                    .contains(
                            "getMe",
                            "getUpdates",
                            "deleteWebhook",
                            "setMyCommands",
                            "sendMessage",
                            "sendAnimation",
                            "sendPhoto",
                            "sendDocument",
                            "editMessageMedia",
                            "editMessageCaption",
                            "answerCallbackQuery");
        }
    }
}
