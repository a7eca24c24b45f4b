package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limber.core.chat.Audience;
import dev.limber.core.chat.Block;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.Platform;
import dev.limber.core.chat.TextStyle;
import dev.limber.core.chat.UserId;
import dev.limber.core.exercise.ConditionId;
import dev.limber.core.session.Screening;
import dev.limber.core.session.UserState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The line that answers a command where the step that it leads to stands on its own. */
class AnnouncementTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | /stretch two-minute | Let's stretch: “Two minutes”, 2 steps.",
                "en | /start two-minute | Let's stretch: “Two minutes”, 2 steps.",
                "de | /dehnen two-minute | Jetzt wird gedehnt: „Zwei Minuten“, 2 Schritte.",
            })
    void aCommandThatBeginsARoutineWhereOthersSeeItIsAnnounced(String language, String typed, String line) {
        TestChat chat = group(Locale.of(language), Set.of());

        assertThat(chat.type(typed)).singleElement().satisfies(step -> {
            assertThat(step.audience()).isEqualTo(new Audience.Everyone());
            assertThat(step.announcement()).contains(line);
        });
    }

    @Test
    void whatIsForThePersonAloneIsNot() {
        TestChat chat = group(Locale.ENGLISH, Set.of(new ConditionId("shoulder")));

        List<OutgoingMessage> said = chat.type("/stretch two-minute");

        assertThat(said).hasSize(2);
        assertThat(said.getFirst().announcement()).isEmpty();
        assertThat(said.getLast().announcement()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/stretch", "/help", "/progress", "/stretch nonsense", "/nonsense", "/start", "/about"})
    void commandsThatShowNoStepAreNot(String typed) {
        assertThat(announcements(group(Locale.ENGLISH, Set.of()).type(typed))).isEmpty();
    }

    @Test
    void wordsButtonsAndCuesAreNot() {
        TestChat chat = group(Locale.ENGLISH, Set.of());
        assertThat(announcements(chat.type("two minute stretch"))).isEmpty();
        assertThat(announcements(chat.type("next"))).isEmpty();
        assertThat(announcements(chat.press("Back"))).isEmpty();
        assertThat(announcements(chat.type("hands-free"))).isEmpty();
        assertThat(announcements(chat.pass(Duration.ofMinutes(3)))).isEmpty();
    }

    @Test
    void inAPrivateChatNothingIs() {
        TestChat chat = group(Locale.ENGLISH, Set.of());
        chat.go(false);

        assertThat(announcements(chat.type("/stretch two-minute"))).isEmpty();
    }

    @Test
    void aMessageForOnePersonAloneCannotBeAnnounced() {
        var ann = new UserId(new Platform("test"), "ann");

        assertThatThrownBy(() -> new OutgoingMessage(
                        new Audience.OnlyPerson(ann),
                        List.of(Block.Text.of(TextStyle.BODY, "Your week.")),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("Here is Ann's week.")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> announcements(List<OutgoingMessage> said) {
        return said.stream().flatMap(message -> message.announcement().stream()).toList();
    }

    private static TestChat group(Locale language, Set<ConditionId> conditions) {
        var screening = new Screening(Instant.parse("2026-11-18T08:00:00Z"), false, conditions);
        var chat = new TestChat(BuiltIn.content(), language, UserState.initial().withScreening(Optional.of(screening)));
        chat.go(true);
        return chat;
    }
}
