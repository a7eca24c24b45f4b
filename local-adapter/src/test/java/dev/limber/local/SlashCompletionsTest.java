package dev.limber.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.CommandSpec;
import dev.limber.core.chat.UserId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlashCompletionsTest {
    private static final UserId ANNA = new UserId(TerminalChat.PLATFORM, "anna");
    private static final CommandSpec STRETCH = new CommandSpec(
            "stretch",
            Map.of(Locale.GERMAN, "dehnen"),
            Map.of(Locale.ENGLISH, "Start a routine", Locale.GERMAN, "Eine Übung beginnen"),
            Optional.of(new CommandSpec.Argument(Map.of(), Map.of())),
            true);
    private static final CommandSpec SETTINGS =
            new CommandSpec("settings", Map.of(), Map.of(Locale.ENGLISH, "Your settings"), Optional.empty(), true);

    private final ScriptedCoach coach = new ScriptedCoach(body -> List.of());

    private SlashCompletions completions(Locale language) {
        SlashCompletions completions = new SlashCompletions(ANNA, Optional.of(language), () -> coach);
        completions.publish(List.of(STRETCH, SETTINGS));
        return completions;
    }

    private static List<String> values(List<Screen.Completion> completions) {
        return completions.stream().map(Screen.Completion::value).toList();
    }

    @AfterEach
    void closeCoach() {
        coach.close();
    }

    @Test
    void a_slash_offers_all_commands_in_their_order() {
        assertThat(completions(Locale.ENGLISH).complete("/"))
                .containsExactly(
                        new Screen.Completion("/stretch", "/stretch", "Start a routine", true),
                        new Screen.Completion("/settings", "/settings", "Your settings", false));
    }

    @Test
    void letters_narrow_them_down_whatever_their_case() {
        assertThat(values(completions(Locale.ENGLISH).complete("/st"))).containsExactly("/stretch");
        assertThat(values(completions(Locale.ENGLISH).complete(" /SE"))).containsExactly("/settings");
        assertThat(values(completions(Locale.ENGLISH).complete("/x"))).isEmpty();
    }

    @Test
    void names_and_descriptions_are_in_the_persons_language_where_they_exist() {
        assertThat(completions(Locale.GERMANY).complete("/"))
                .containsExactly(
                        new Screen.Completion("/dehnen", "/dehnen", "Eine Übung beginnen", true),
                        new Screen.Completion("/stretch", "/stretch", "Eine Übung beginnen", true),
                        new Screen.Completion("/settings", "/settings", "Your settings", false));
    }

    @Test
    void an_argument_is_completed_by_the_coach() {
        assertThat(completions(Locale.ENGLISH).complete("/stretch  low"))
                .containsExactly(
                        new Screen.Completion("lower back", "Lower back", "", false),
                        new Screen.Completion("desk break", "Desk break", "", false));
        assertThat(completions(Locale.ENGLISH).complete("/Dehnen ")).hasSize(2);
        assertThat(coach.askedToSuggest).containsExactly("stretch:low", "stretch:");
    }

    @Test
    void nothing_is_offered_for_words_or_for_commands_without_an_argument() {
        assertThat(completions(Locale.ENGLISH).complete("")).isEmpty();
        assertThat(completions(Locale.ENGLISH).complete("next")).isEmpty();
        assertThat(completions(Locale.ENGLISH).complete("/settings x")).isEmpty();
        assertThat(completions(Locale.ENGLISH).complete("/unknown x")).isEmpty();
        assertThat(coach.askedToSuggest).isEmpty();
    }
}
