package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.session.Nudge;
import dev.limber.core.session.NudgeDecision.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to a nudge, and of nudges, in words; it is 10:00 in Berlin, on a Wednesday, and a nudge comes at 11:00. */
class NudgeWordsTest {
    private static final Instant ELEVEN = Instant.parse("2026-11-18T10:00:00Z");

    private static TestChat nudged(String language) {
        var chat = new TestChat(BuiltIn.content(), Locale.of(language));
        chat.type("/settings zone Berlin");
        chat.type("/nudge 11:00 daily");
        chat.pass(Duration.ofHours(1));
        return chat;
    }

    private static String said(TestChat chat, String typed) {
        return String.join("\n", chat.type(typed).stream().map(TestChat::shown).toList());
    }

    private static List<Instant> putOff(TestChat chat) {
        return chat.nudges().planned().stream()
                .filter(planned -> chat.state()
                        .nudges()
                        .snoozed()
                        .map(Nudge::id)
                        .filter(planned.nudge()::equals)
                        .isPresent())
                .map(planned -> planned.due())
                .toList();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            en | snooze 15 minutes               | 15M
            en | Snooze for 15 min, please       | 15M
            en | in 15 minutes                   | 15M
            en | later, in 20 minutes            | 20M
            en | not now, in half an hour        | 30M
            en | remind me again in an hour      | 60M
            en | 20 minutes later                | 20M
            en | snooze until 3pm                | 4H
            en | snooze until tomorrow           | 24H
            en | later, at 12:30                 | 90M
            de | in 15 Minuten                   | 15M
            de | später, in 20 Minuten           | 20M
            de | nicht jetzt, in einer Stunde    | 60M
            de | erinner mich in einer halben Stunde nochmal | 30M
            de | verschieb auf 15 Uhr            | 4H
            de | verschieb es um 15 Minuten      | 15M
            de | frag mich in 10 Minuten nochmal | 10M
            de | eine Stunde später              | 60M
            de | snooze 15 minutes               | 15M
            """)
    void aNudgeIsPutOffByWordsThatSayUntilWhen(String language, String typed, String wait) {
        TestChat chat = nudged(language);
        chat.type(typed);

        assertThat(putOff(chat)).containsExactly(ELEVEN.plus(Duration.parse("PT" + wait)));
        assertThat(chat.nudges().lastVerdict()).contains(Verdict.SNOOZED);
        assertThat(chat.state().nudges().set()).hasSize(1);
        assertThat(chat.state().stretch()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20 minutes", "45 min", "for an hour", "tomorrow"})
    void whereItIsAskedHowLongATimeIsEnough(String typed) {
        TestChat chat = nudged("en");
        chat.type("later");
        chat.type(typed);

        assertThat(putOff(chat)).hasSize(1).doesNotContain(ELEVEN.plus(Duration.ofMinutes(30)));
    }

    @Test
    void whoeverSaysLaterAndChoosesNothingIsAskedAgainAllTheSame() {
        TestChat chat = nudged("en");

        assertThat(said(chat, "later"))
                .contains("If you choose nothing, I'll ask again")
                .contains("[30 min]");
        chat.pass(Duration.ofMinutes(30));
        assertThat(chat.nudges().said()).hasSize(2);
    }

    @Test
    void askedHowLongTwiceItStaysAtWhatWasChosen() {
        TestChat chat = nudged("en");
        chat.type("in 15 minutes");
        chat.pass(Duration.ofMinutes(1));
        chat.press("Snooze");

        assertThat(putOff(chat)).containsExactly(ELEVEN.plus(Duration.ofMinutes(15)));
    }

    @Test
    void whoeverHasStretchedOrHeardNoNudgeSetsANewOneWithTheSameWords() {
        var chat = new TestChat(BuiltIn.content(), Locale.ENGLISH);
        chat.type("remind me in 20 minutes");

        assertThat(putOff(chat)).isEmpty();
        assertThat(chat.state().nudges().set()).hasSize(1);
    }

    @Test
    void whatWasToldToStopForTodayComesAfterAllWhenAskedTo() {
        TestChat chat = nudged("en");
        chat.type("not today");
        chat.type("in 20 minutes");
        chat.pass(Duration.ofMinutes(20));

        assertThat(chat.nudges().said()).hasSize(2);
    }

    @Test
    void aTestIsAnsweredLikeARealOneAndNobodyCanIgnoreIt() {
        var chat = new TestChat(BuiltIn.content(), Locale.ENGLISH);
        chat.type("/nudge test");
        assertThat(said(chat, "in 15 minutes")).contains("See you then");
        chat.pass(Duration.ofMinutes(15));
        assertThat(chat.nudges().said()).hasSize(1);
        assertThat(chat.nudges().notes())
                .extracting(told -> told.decision().nudge())
                .doesNotContain("test");

        chat.type("/nudge test");
        chat.type("yes");
        chat.type("skip");
        assertThat(chat.state().stretch()).isPresent();
        assertThat(chat.state().nudges().ignored()).isZero();
    }

    @Test
    void aTestHoldsNoRealOneBack() {
        var chat = new TestChat(BuiltIn.content(), Locale.ENGLISH);
        chat.type("/settings zone Berlin");
        chat.type("/nudge 11:00 daily");
        chat.pass(Duration.ofMinutes(55));
        chat.type("/nudge test");
        chat.pass(Duration.ofMinutes(5));

        assertThat(chat.nudges().lastVerdict()).contains(Verdict.SENT);
    }

    @Test
    void nothingWasBegunWhereTheHealthCheckWasStopped() {
        TestChat chat = nudged("en");
        chat.press("Start: Desk break");
        chat.type("stop");
        assertThat(chat.nudges().lastVerdict()).contains(Verdict.SENT);

        chat.pass(Duration.ofSeconds(5));
        chat.press("Start: Desk break");
        chat.type("skip");
        assertThat(chat.nudges().lastVerdict()).contains(Verdict.STARTED);
    }

    @Test
    void oneTimeOfTheDayTakesThePlaceOfNothingAndCanBeMadeDaily() {
        TestChat chat = nudged("en");

        assertThat(said(chat, "remind me at noon"))
                .contains("I'll nudge you once: today at 12:00")
                .contains("[daily at 12:00]");
        assertThat(chat.state().nudges().set()).hasSize(2);

        assertThat(TestChat.shown(chat.press("daily at 12:00").getFirst()))
                .contains("That takes the place of: daily at 11:00")
                .contains("[Keep both]");
        assertThat(chat.state().nudges().set()).hasSize(1);
    }
}
