package dev.limber.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.limber.core.chat.CommandSpec;
import dev.limber.discord.standin.DiscordApi;
import dev.limber.discord.standin.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CommandMenuTest {
    private static final String PUBLISH = "bulk_set_application_commands";

    private final DiscordApi api = DiscordApi.start();

    @AfterEach
    void close() {
        assertThat(api.violations()).isEmpty();
        api.close();
    }

    @Test
    void eachCommandIsThereEverywhereAndInEachLanguage() {
        try (var rig = Rig.open(api)) {
            await().until(() -> !api.commands().isEmpty());

            JsonNode stretch = api.commands().getFirst();
            assertThat(stretch.path("name").asText()).isEqualTo("stretch");
            assertThat(stretch.path("name_localizations").path("de").asText()).isEqualTo("stretch_de");
            assertThat(stretch.path("name_localizations").size()).isEqualTo(1);
            assertThat(stretch.path("description_localizations").path("de").asText())
                    .isEqualTo("Was es tut");
            assertThat(stretch.path("contexts")).hasSize(3);
            assertThat(stretch.path("integration_types")).hasSize(2);
            assertThat(stretch.path("options").path(0).path("name").asText()).isEqualTo("routine");
            assertThat(stretch.path("options").path(0).path("autocomplete").asBoolean())
                    .isTrue();
            assertThat(api.commands()).hasSize(Rig.commands().size());
            assertThat(rig.bot.id()).isEqualTo(DiscordBot.PLATFORM);
        }
    }

    @Test
    void theyAreToldOnceAndAgainOnlyWhenTheyChange() {
        try (var rig = Rig.open(api)) {
            await().until(() -> !api.commands().isEmpty());
            rig.restart();
            rig.bot.publish(Rig.commands());
            List<CommandSpec> fewer = Rig.commands().subList(0, 2);
            rig.bot.publish(fewer);

            await().until(() -> api.commands().size() == fewer.size());
            assertThat(api.calls(PUBLISH)).hasSize(2);
        }
    }

    @Test
    @Tag("long")
    void whereTheyAreNotTakenTheyAreToldAgain() {
        api.faults().next(PUBLISH, new Fault.ServerError(500));
        try (var _ = Rig.open(api)) {
            await().atMost(Duration.ofSeconds(15)).until(() -> !api.commands().isEmpty());
        }
    }
}
