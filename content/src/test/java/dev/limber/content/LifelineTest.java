package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Audience;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.session.Dialogue;
import dev.limber.core.session.UserState;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody does not want to live any more. What it reads like stands in the transcripts. */
class LifelineTest {
    private final TestChat chat = new TestChat(BuiltIn.content(), Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource({"en, I want to die, Samaritans", "de, ich will sterben, 142", "de, I want to die, Dargebotene Hand"})
    void itIsAnsweredInThePersonsLanguageWithWhereSomebodyListens(String language, String typed, String told) {
        var chat = new TestChat(BuiltIn.content(), Locale.of(language));

        assertThat(chat.type(typed)).singleElement().satisfies(answer -> {
            assertThat(answer.audience()).isInstanceOf(Audience.OnlyPerson.class);
            assertThat(answer.buttons()).isEmpty();
            assertThat(TestChat.shown(answer))
                    .contains("112", "911", "988", "116 123", "0800 111 0 111", "findahelpline.com", told);
        });
    }

    @Test
    void nothingOfItIsKeptAndNothingIsLocked() {
        chat.type("I want to die");

        assertThat(chat.state()).isEqualTo(UserState.initial());
    }

    @Test
    void aRoutineIsPausedWhereItIs() {
        chat.type("hands-free");
        chat.type("/stretch two-minute");
        chat.type("skip");

        chat.type("I want to die");

        assertThat(chat.state().stretch().orElseThrow().isPaused()).isTrue();
        assertThat(chat.pass(Duration.ofMinutes(10))).isEmpty();
        chat.type("resume");
        assertThat(chat.state().stretch().orElseThrow().isHandsFree()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/stretch I want to die", "/settings I want to die", "/i want to die", "/help I want to die"})
    void itIsHeardBehindACommandToo(String typed) {
        assertThat(chat.type(typed)).singleElement().satisfies(LifelineTest::isLifeline);
    }

    @Test
    void itIsNoValueOfASettingThatIsOpen() {
        chat.type("/settings zone");

        assertThat(chat.type("I want to die")).singleElement().satisfies(LifelineTest::isLifeline);
        assertThat(chat.state().dialogue()).isEqualTo(new Dialogue.None());
    }

    @Test
    void aQuestionAboutHealthStaysOpen() {
        chat.type("/stretch");
        chat.type("ouch");
        chat.type("I want to die");

        assertThat(chat.state().dialogue()).isInstanceOf(Dialogue.Pain.class);
    }

    @Test
    void whereOthersReadAlongItWaitsInPrivateAndTellsThemNothing() {
        chat.go(true);

        OutgoingMessage answer = chat.type("I want to die").getFirst();

        assertThat(answer.audience()).isInstanceOf(Audience.OnlyPerson.class);
        assertThat(answer.invitation()).hasValueSatisfying(invitation -> {
            chat.go(false);
            List<OutgoingMessage> found = chat.type("/start " + invitation.start());
            assertThat(found).singleElement().satisfies(LifelineTest::isLifeline);
        });
    }

    private static void isLifeline(OutgoingMessage message) {
        assertThat(TestChat.shown(message)).startsWith("(private) *I'm glad you said that.*");
    }
}
