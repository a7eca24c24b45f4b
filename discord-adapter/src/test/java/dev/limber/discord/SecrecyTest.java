package dev.limber.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.discord.standin.DiscordApi;
import dev.limber.discord.standin.Fault;
import dev.limber.discord.standin.Interaction;
import dev.limber.discord.standin.Person;
import dev.limber.discord.standin.Settings;
import dev.limber.discord.standin.Trouble;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Neither a credential nor what people write is in anything that anybody reads. */
class SecrecyTest {
    private static final String SECRET = "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.very-secret";

    @Test
    @Tag("long")
    void neitherTokensNorWhatPeopleWriteAreLoggedWhateverGoesWrong() {
        var log = new ByteArrayOutputStream();
        var handler = new StreamHandler(log, new SimpleFormatter());
        handler.setLevel(Level.ALL);
        // Libraries are heard from information upward, whatever the level; the other side's log is its own.
        handler.setFilter(record -> !record.getLoggerName().contains("mockwebserver")
                && (record.getLoggerName().startsWith("dev.limber")
                        || record.getLevel().intValue() >= Level.INFO.intValue()));
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        root.setLevel(Level.ALL);
        root.addHandler(handler);
        DiscordApi api = DiscordApi.start(Settings.defaults().withTokens(SECRET));
        Interaction asked;
        try (var rig = Rig.open(api)) {
            asked = everythingGoesWrong(rig);
        } finally {
            handler.flush();
            root.removeHandler(handler);
            root.setLevel(before);
        }

        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("dev.limber.discord")
                .doesNotContain(SECRET)
                .doesNotContain(asked.token())
                .doesNotContain("my private pain");
        assertThat(Rig.config(api, SECRET).toString()).doesNotContain(SECRET);
    }

    private static Interaction everythingGoesWrong(Rig rig) {
        Person ann = rig.ann();
        for (Fault fault : new Fault[] {
            new Fault.DropsBefore(),
            new Fault.DropsAfter(),
            new Fault.ServerError(500),
            new Fault.Refuses(Trouble.INVALID_FORM_BODY),
            new Fault.RateLimited(Duration.ofSeconds(1), Fault.Scope.USER)
        }) {
            int answered = rig.api.calls("create_message").size();
            rig.api.faults().next(ann.dm(), fault);
            ann.writes(ann.dm(), "my private pain");
            await().until(() -> rig.api.calls("create_message").size() > answered);
        }
        rig.api.faults().next("create_interaction_response", new Fault.Refuses(Trouble.UNKNOWN_INTERACTION));
        Interaction asked = ann.slash(ann.dm(), "stretch", Map.of("routine", "my private pain"));
        rig.api.gateway().cutAll();
        ann.writes(ann.dm(), "the end");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ann.dm().posted().stream()
                        .anyMatch(posted -> posted.text().endsWith("the end")));
        return asked;
    }
}
