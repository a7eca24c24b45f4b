package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Body;
import dev.limber.core.nudge.NudgeRule;
import dev.limber.core.session.Nudge;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of nudges: what waits, what holds them back, and what can be taken back; it is 10:00 in Berlin. */
class NudgeStandingTest {
    private final TestChat chat = new TestChat(BuiltIn.content(), Locale.ENGLISH);

    private String say(String typed) {
        return shown(chat, typed);
    }

    private static String shown(TestChat chat, String typed) {
        return String.join("\n", chat.type(typed).stream().map(TestChat::shown).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/progress", "/nudge why", "/settings", "/settings zone", "/nope", "/nudge test"})
    void aRuleThatWaitsForTheTimeZoneIsKeptUntilItIsAnswered(String meanwhile) {
        say("/nudge 9:00 weekdays");
        say(meanwhile);
        say("Tokyo");

        assertThat(chat.state().nudges().set()).hasSize(1);
        assertThat(chat.state().zone()).isPresent();
    }

    @Test
    void itIsSaidThatTheQuestionIsStillOpen() {
        say("/nudge 9:00 weekdays");

        assertThat(say("/progress")).contains("Still open: where are you?").contains("weekdays at 9:00");
        assertThat(say("/nudge")).doesNotContain("Still open");
    }

    @Test
    void whatSomethingElseWasAskedForInsteadIsSaidToBeGivenUp() {
        say("/nudge 9:00 weekdays");

        assertThat(say("/stretch desk"))
                .contains("I haven't set “weekdays at 9:00” after all")
                .contains("[weekdays at 9:00]");
        say("skip");
        say("stop");
        chat.press("weekdays at 9:00");
        say("Tokyo");
        assertThat(chat.state().nudges().set()).hasSize(1);
    }

    @Test
    void anotherRuleInsteadIsSaidToTakeThePlaceOfTheFirst() {
        say("/nudge every 90 min 9-17 mon-fri");

        assertThat(say("/nudge weekdays 9:00"))
                .contains("I haven't set “every 90 min")
                .contains("where are you?");
        assertThat(say("/nudge weekdays 9:00")).doesNotContain("haven't set");
        assertThat(say("/nudge")).contains("where are you?").doesNotContain("don't know that place");
    }

    @Test
    void whoeverSaysStopToTheQuestionIsToldNoMoreThanThat() {
        say("/nudge 9:00 weekdays");

        assertThat(say("stop")).contains("I've set nothing").doesNotContain("after all");
    }

    @ParameterizedTest
    @CsvSource({"en, /nudge, Thu 19 Nov", "en, /nudge why, Thu 19 Nov", "de, /erinnern, 'Do., 19. Nov.'"})
    void afterNotTodayTheNextOneIsTomorrow(String language, String asked, String tomorrow) {
        var chat = new TestChat(BuiltIn.content(), Locale.of(language));
        shown(chat, "/settings zone Berlin");
        shown(chat, "/nudge daily 11:00 and 15:00");
        shown(chat, language.equals("de") ? "heute nicht" : "not today");

        assertThat(shown(chat, asked))
                .contains(tomorrow)
                .doesNotContain("18 Nov")
                .doesNotContain("18. Nov");
    }

    @Test
    void turnedOnTheyMayBeHeldBackAllTheSameAndThatIsSaid() {
        say("/settings zone Berlin");
        say("/nudge 11:00 daily");
        say("/nudge off");
        say("/stretch");
        say("chest pain");
        assertThat(say("/nudge on")).contains("They wait until the health check says");
    }

    @Test
    void turnedOnAfterTenInARowItIsSaidWhyTheyHadStopped() {
        say("/settings zone Berlin");
        say("/nudge 11:00 daily");
        chat.pass(Duration.ofDays(100));
        assertThat(chat.state().nudges().set()).isEmpty();

        assertThat(say("/nudge on")).contains("ten in a row").contains("daily at 11:00");
    }

    @Test
    void whyNothingComesIsToldWhereNothingCan() {
        say("/settings zone Berlin");
        assertThat(say("why did nothing come?")).contains("No nudges are set");
        say("/nudge 11:00 daily");
        say("/nudge off");
        assertThat(say("why did nothing come?")).contains("They are off. What you had: daily at 11:00");
        say("/nudge on");
        chat.receive(new Body.UserUnreachable("blocked"));
        say("hi");
        assertThat(say("why did nothing come?")).contains("Your nudges are paused meanwhile");
    }

    @Test
    void turnedOnWhereNobodyCouldBeReachedItIsSaidWhereTheyCome() {
        say("/settings zone Berlin");
        say("/nudge 11:00 daily");
        chat.receive(new Body.UserUnreachable("blocked"));

        assertThat(say("/nudge on")).contains("I couldn't reach you before").contains("here, in this chat");
    }

    @Test
    void turnedOnWithTheGoalReachedItIsSaidThatTheyRest() {
        say("/settings zone Berlin");
        say("/settings goal 1");
        say("/settings goal-rest on");
        say("/nudge 11:00 daily");
        say("/nudge off");
        say("/stretch two-minute");
        say("skip");
        say("done");
        say("better");

        assertThat(say("/nudge on")).contains("goal for this week is reached");
    }

    @Test
    void theReasonWhyOneNeverComesIsTheRightOne() {
        say("/settings zone Berlin");
        say("/settings quiet hours 22-7");
        say("/nudge sundays 9:00");
        say("/settings rest days Sunday");

        assertThat(say("/nudge")).contains("those are your rest days").doesNotContain("quiet hours");
        assertThat(say("/nudge why")).contains("those are your rest days");
        assertThat(say("/nudge on sundays at 10:00")).contains("Those are your rest days");
        assertThat(say("/nudge daily at 23:00")).contains("falls into your quiet hours");
    }

    @Test
    void whatIsPastIsSaidToBePastHoweverManyAreSet() {
        say("/settings zone Berlin");
        IntStream.rangeClosed(1, 5).forEach(hour -> say("/nudge in " + hour + " hours"));

        assertThat(say("/nudge today at 8:00 am")).contains("passed already");
    }

    @Test
    void whereNobodyKnowsTheZoneItIsNamedBesideATime() {
        assertThat(say("/nudge in 20 minutes")).contains("Times are those of Berlin");
    }

    @Test
    void whatIsOverDoesNotComeBackByUndo() {
        say("/settings zone Berlin");
        say("/nudge in 20 minutes");
        say("/nudge daily 18:00");
        chat.pass(Duration.ofMinutes(30));
        chat.press("Undo");

        assertThat(chat.state().nudges().set()).extracting(Nudge::rule).noneMatch(NudgeRule.At.class::isInstance);
        say("/nudge in 20 minutes");
        say("/nudge off");
        chat.pass(Duration.ofMinutes(30));
        say("/nudge on");
        assertThat(chat.state().nudges().set()).isEmpty();
    }

    @Test
    void undoneTooLateItIsKindlySaidSo() {
        say("/settings zone Berlin");
        say("/nudge daily 18:00");
        String undo = chat.state().offers().getFirst().data();
        say("/help");

        assertThat(TestChat.shown(chat.pressData(undo).getFirst())).contains("can't be taken back any more");
        assertThat(say("undo")).contains("can't be taken back any more");
        assertThat(chat.state().nudges().set()).hasSize(1);
    }

    @Test
    void goOnWithNothingRunningIsTakenForNudgesThatRest() {
        say("/settings zone Berlin");
        say("/nudge daily 18:00");
        say("/nudge pause 2 weeks");

        assertThat(say("resume")).contains("Shall I nudge you again?");
        chat.press("Nudge me again");
        assertThat(chat.state().nudges().pausedUntil()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"de, /sprache, Welche Sprache", "de, /sprache englisch, Saved", "en, /sprache, Which language"})
    void whatASettingIsCalledOpensIt(String language, String typed, String answer) {
        assertThat(shown(new TestChat(BuiltIn.content(), Locale.of(language)), typed))
                .contains(answer);
    }
}
