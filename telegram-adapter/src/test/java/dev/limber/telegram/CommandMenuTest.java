package dev.limber.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.CommandSpec;
import dev.limber.telegram.standin.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CommandMenuTest {
    private static final String PRIVATE = "all_private_chats";
    private static final String GROUPS = "all_group_chats";

    private final Rig rig = Rig.open();

    @AfterEach
    void close() {
        assertThat(rig.api.violations()).isEmpty();
        rig.close();
    }

    @Test
    void theMenuIsThereInEachLanguageAndPlace() {
        publish(commands());

        assertThat(rig.api.commands(PRIVATE, ""))
                .containsEntry("stretch", "Stretch")
                .containsEntry("data", "Your data");
        assertThat(rig.api.commands(PRIVATE, "de"))
                .containsEntry("dehnen", "Dehnen")
                .containsEntry("daten", "Deine Daten");
        assertThat(rig.api.commands(GROUPS, "")).containsOnlyKeys("stretch");
        assertThat(rig.api.commands(GROUPS, "de")).containsOnlyKeys("dehnen");
    }

    @Test
    void theMenuIsNotToldAgainWhereNothingHasChangedEvenByAnotherProcess() {
        publish(commands());
        rig.bot.publish(commands());
        rig.restart();
        rig.bot.publish(commands());

        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(2))
                .until(() -> rig.api.calls("setMyCommands").size() == 4);
    }

    @Test
    void aMenuThatHasChangedIsTold() {
        publish(commands());
        rig.bot.publish(List.of(command("stretch", "dehnen", "Stretch now", "Jetzt dehnen", false)));

        await().untilAsserted(() ->
                assertThat(rig.api.commands(PRIVATE, "")).containsOnly(Map.entry("stretch", "Stretch now")));
    }

    @Test
    void aRequestToWaitIsObeyed() {
        rig.api.fail("setMyCommands", new Fault.TooManyRequests(3));
        rig.bot.publish(commands());
        await().until(() -> rig.api.calls("setMyCommands").size() >= 2);

        var calls = rig.api.calls("setMyCommands");
        assertThat(Duration.between(calls.get(0).at(), calls.get(1).at()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(2900));
    }

    @Test
    void aLanguageThatIsGoneTakesItsMenuAlong() {
        publish(commands());
        rig.bot.publish(List.of(
                new CommandSpec("stretch", Map.of(), Map.of(Locale.ENGLISH, "Stretch"), Optional.empty(), false)));

        await().untilAsserted(() -> {
            assertThat(rig.api.commands(PRIVATE, "de")).isEmpty();
            assertThat(rig.api.commands(GROUPS, "de")).isEmpty();
        });
    }

    @Test
    @Tag("long")
    void whatTelegramDidNotTakeIsToldAgain() {
        rig.api.fail("setMyCommands", new Fault.ServerError(502), new Fault.DropsAfter());
        rig.bot.publish(commands());

        await().untilAsserted(() -> assertThat(rig.api.commands(GROUPS, "de")).isNotEmpty());
    }

    private void publish(List<CommandSpec> commands) {
        rig.bot.publish(commands);
        await().untilAsserted(() -> assertThat(rig.api.calls("setMyCommands")).hasSize(4));
        await().untilAsserted(() -> assertThat(rig.store
                        .adapterMemory()
                        .find(TelegramBot.PLATFORM, Long.toString(rig.api.botId()), "commands"))
                .isPresent());
    }

    static List<CommandSpec> commands() {
        return List.of(
                command("stretch", "dehnen", "Stretch", "Dehnen", false),
                command("data", "daten", "Your data", "Deine Daten", true));
    }

    private static CommandSpec command(
            String name, String german, String description, String beschreibung, boolean onlyPerson) {
        return new CommandSpec(
                name,
                Map.of(Locale.ENGLISH, name, Locale.GERMAN, german),
                Map.of(Locale.ENGLISH, description, Locale.GERMAN, beschreibung),
                Optional.empty(),
                onlyPerson);
    }
}
