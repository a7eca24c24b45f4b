package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Button;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.Suggestion;
import dev.limber.core.session.NudgeDecision.Verdict;
import dev.limber.core.session.UserState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NudgeButtonsTest {
    private final TestChat chat = new TestChat(BuiltIn.content(), Locale.ENGLISH);

    private void nudgeAtEleven() {
        chat.type("/settings zone Berlin");
        chat.type("/nudge 11:00 daily");
        chat.pass(Duration.ofHours(1));
    }

    private static String data(OutgoingMessage message, String label) {
        return message.buttons().stream()
                .flatMap(List::stream)
                .filter(button -> button.label().equals(label))
                .map(Button::data)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNudgesButtonsStayValidWhateverIsShownMeanwhile() {
        nudgeAtEleven();
        OutgoingMessage nudge = chat.nudges().said().getFirst();
        chat.type("/help");
        chat.type("/settings");
        chat.type("/start");
        chat.pass(Duration.ofHours(20));

        assertThat(TestChat.shown(chat.pressData(data(nudge, "Snooze")).getFirst()))
                .contains("When shall I ask again?");
        chat.pressData(data(nudge, "Start: Desk break"));
        chat.type("skip");
        assertThat(chat.state().stretch()).isPresent();
        assertThat(chat.nudges().lastVerdict()).contains(Verdict.STARTED);
    }

    @Test
    void anOlderNudgeThanTheLastIsKindlyTold() {
        nudgeAtEleven();
        OutgoingMessage old = chat.nudges().said().getFirst();
        chat.pass(Duration.ofHours(25));
        UserState before = chat.state();

        String said = TestChat.shown(chat.pressData(data(old, "Not today")).getFirst());

        assertThat(said).contains("That nudge is from Wed 18 Nov, 11:00").contains("[Start: ");
        assertThat(chat.state().nudges().set()).isEqualTo(before.nudges().set());
        assertThat(chat.state().nudges().notToday()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Start: Desk break", "Not today"})
    void aDoublePressDoesNothingTwice(String label) {
        nudgeAtEleven();
        String data = data(chat.nudges().said().getFirst(), label);
        chat.pressData(data);
        UserState once = chat.state();
        chat.pass(Duration.ofSeconds(1));

        assertThat(chat.pressData(data)).isEmpty();
        assertThat(chat.state()).isEqualTo(once);
    }

    @Test
    void putOffTwiceItComesOnce() {
        nudgeAtEleven();
        chat.press("Snooze");
        OutgoingMessage nudge = chat.nudges().said().getFirst();
        chat.press("10 min");
        chat.press("10 min");
        chat.pass(Duration.ofMinutes(15));

        assertThat(chat.nudges().said()).hasSize(2);
        assertThat(nudge.buttons()).hasSize(2);
    }

    @Test
    void startingWhileSomethingElseRunsIsAskedFirst() {
        nudgeAtEleven();
        chat.type("/stretch two-minute");
        chat.type("skip");

        String said = TestChat.shown(chat.press("Start: Desk break").getFirst());

        assertThat(said).contains("[Carry on]");
        assertThat(chat.state().stretch().orElseThrow().plan().routine().value())
                .isEqualTo("two-minute");
    }

    @Test
    void noMoreThanFiveAtATime() {
        chat.type("/settings zone Berlin");
        IntStream.rangeClosed(1, 5).forEach(hour -> chat.type("/nudge in " + hour + " hours"));
        UserState five = chat.state();

        String said = TestChat.shown(chat.type("/nudge in 30 minutes").getFirst());

        assertThat(said).contains("more than 5");
        assertThat(chat.state().nudges().set()).isEqualTo(five.nudges().set()).hasSize(5);
    }

    @Test
    void theSameAskedForTwiceIsOne() {
        chat.type("/settings zone Berlin");
        chat.type("/nudge 9:00 weekdays");
        chat.type("/nudge 9:00 weekdays");
        chat.type("/nudge in 20 minutes");
        chat.pass(Duration.ofSeconds(2));
        chat.type("/nudge in 20 minutes");

        assertThat(chat.state().nudges().set()).hasSize(2);
    }

    @Test
    void theSameTextNeverComesTwiceInARowAndManyDo() {
        nudgeAtEleven();
        for (int day = 0; day < 60; day++) {
            chat.pass(Duration.ofDays(1));
            chat.type("hi");
        }
        List<String> texts = chat.nudges().said().stream()
                .map(message -> TestChat.shown(message).lines().findFirst().orElseThrow())
                .toList();

        assertThat(new HashSet<>(texts)).hasSizeGreaterThanOrEqualTo(8);
        assertThat(IntStream.range(1, texts.size()).filter(i -> texts.get(i).equals(texts.get(i - 1))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "every day at 9 I drink coffee",
                "in 20 minutes I have a meeting",
                "daily",
                "9:00 weekdays",
                "tomorrow 8am",
                "off",
                "I was reminded at 9 of you",
            })
    void noSentenceIsTakenForAScheduleThatIsNone(String typed) {
        chat.type("/settings zone Berlin");
        chat.type("/nudge 9:00 weekdays");
        UserState before = chat.state();
        chat.type(typed);

        assertThat(chat.state().nudges()).isEqualTo(before.nudges());
    }

    @Test
    void whereTheClockIsIsAskedOnceAndNotForWhatNeedsNoClock() {
        chat.type("/nudge in 20 minutes");
        assertThat(chat.state().nudges().set()).hasSize(1);

        chat.type("/nudge 9:00 weekdays");
        chat.type("/settings zone Tokyo");
        assertThat(chat.state().nudges().set()).hasSize(2);
        assertThat(chat.nudges().planned())
                .anySatisfy(nudge -> assertThat(nudge.due()).isEqualTo(Instant.parse("2026-11-19T00:00:00Z")));
        assertThat(TestChat.shown(chat.type("/nudge daily 7:30").getFirst())).contains("I'll nudge you");
    }

    @Test
    void whoeverCannotBeWrittenToAloneIsToldHowAndCanGoOnThere() {
        chat.type("/settings zone Berlin");
        chat.go(true);
        chat.hideDirect();

        assertThat(TestChat.shown(chat.type("/nudge 9:00 weekdays").getFirst()))
                .contains("Open a chat with me")
                .contains("[Here, for everyone to see]");
        chat.go(false);
        chat.type("/start nudge");

        assertThat(chat.nudges().planned()).hasSize(1);
        assertThat(chat.nudges().planned().getFirst().privateChat()).isTrue();
    }

    @Test
    void theCommandIsCompletedWithExamplesAndWhatIsSet() {
        chat.type("/settings zone Berlin");
        chat.type("/nudge tue thu 18:15");

        assertThat(chat.suggest("nudge", "")).extracting(Suggestion::value).contains("9:00 weekdays", "why", "off");
        assertThat(chat.suggest("nudge", "every 50 min 10-12"))
                .first()
                .isEqualTo(new Suggestion("every 50 min 10-12", "every 50 min 10-12"));
        assertThat(chat.suggest("settings", "time zone vien"))
                .extracting(Suggestion::value)
                .contains("Time zone Vienna");
    }
}
