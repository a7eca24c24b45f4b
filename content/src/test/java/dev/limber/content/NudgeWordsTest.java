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

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            en | every 5 minutes          | a bit often             | [every 90 min 9–17 mon–fri]
            en | every minute             | a bit often             | [every 2 hours]
            en | every 13 hours           | 12 hours at most        |
            en | in 40 days               | 31 days                 | [in 20 minutes]
            en | 25:00                    | no such time            | [9:00 weekdays]
            en | weekdays at 13pm         | no such time            | [9:00 weekdays]
            en | yesterday at 8           | in the past             |
            en | every monday             | At what time?           | [Mon at 9:00]
            en | weekdays except friday   | At what time?           | [Mon–Thu at 12:00]
            en | morning                  | At what time?           | [daily at 8:00]
            en | in the evening           | At what time?           | [daily at 19:00]
            en | tomorrow                 | At what time?           | [tomorrow at 9:00]
            en | 9                        | At what time?           | [weekdays at 9:00]
            en | 9 to 5                   | How often?              | [every 2 hours, 9:00–17:00, daily]
            en | at work                  | At what time?           | [weekdays at 9:00]
            en | pause                    | For how long            | [pause 2 weeks]
            en | banana                   | I didn't get when       | [9:00 weekdays]
            de | alle 5 Minuten           | etwas oft               | [alle 2 Stunden]
            de | um 25 Uhr                | gibt es nicht           | [werktags um 9]
            de | gestern um 8             | schon vorbei            |
            de | jeden Montag             | Um wie viel Uhr?        | [Mo um 9:00]
            de | werktags außer Freitag   | Um wie viel Uhr?        | [Mo–Do um 12:00]
            de | am Morgen                | Um wie viel Uhr?        | [täglich um 8:00]
            de | 9                        | Um wie viel Uhr?        | [werktags um 9:00]
            de | 9 bis 17 Uhr             | Wie oft?                | [alle 90 Minuten, 9:00–17:00, täglich]
            de | Pause                    | Wie lange               | [Pause 2 Wochen]
            """)
    void whatIsNotUnderstoodIsSaidWhyWithWhatWouldBe(String language, String typed, String why, String button) {
        TestChat chat = nudged(language);

        assertThat(said(chat, "/nudge " + typed)).contains(why).contains(button == null ? why : button);
        assertThat(chat.state().nudges().set()).hasSize(1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            en | stop reminding me                     | No more nudges
            en | Why did nothing come?                 | Your last nudges
            en | why didn't you remind me?             | Your last nudges
            en | remind me at work every 90 minutes    | every 90 minutes, 9:00–17:00, weekdays
            en | remind me on weekdays except friday at 10 | Mon–Thu at 10:00
            en | remind me daily but not on sunday at 9 | Mon–Sat at 9:00
            en | remind me every monday                | At what time?
            en | remind me in the morning              | At what time?
            de | erinner mich nicht mehr               | Keine Erinnerungen mehr
            de | Warum kam nichts?                     | Deine letzten Erinnerungen
            de | erinner mich bei der Arbeit alle 90 Minuten | alle 90 Minuten, 9:00–17:00, werktags
            de | erinner mich werktags außer freitags um 10 | Mo–Do um 10:00
            de | erinner mich jeden Montag             | Um wie viel Uhr?
            """)
    void whatPeopleNaturallySayOfNudgesIsUnderstood(String language, String typed, String answer) {
        TestChat chat = nudged(language);
        chat.pass(Duration.ofHours(3));

        assertThat(said(chat, typed)).contains(answer);
    }

    @ParameterizedTest
    @CsvSource({"en, pause, No nudges are set", "de, Pause, keine Erinnerungen eingestellt"})
    void withNothingSetThereIsNothingToPause(String language, String typed, String answer) {
        var chat = new TestChat(BuiltIn.content(), Locale.of(language));

        assertThat(said(chat, "/nudge " + typed)).contains(answer);
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
