package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Audience;
import dev.limber.core.chat.Body;
import dev.limber.core.chat.IncomingMessage;
import dev.limber.core.chat.UserId;
import dev.limber.core.coach.Effect;
import dev.limber.core.coach.GroupCoach;
import dev.limber.core.exercise.Dose;
import dev.limber.core.exercise.Level;
import dev.limber.core.session.Lock;
import dev.limber.core.session.PlanStep;
import dev.limber.core.session.PlannedExercise;
import dev.limber.core.session.Silence;
import dev.limber.core.session.UserState;
import dev.limber.core.text.Phrases;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a chat decides; what it reads like stands in the transcripts. */
class GroupCoachTest {
    private static final int LONGEST_NOTICE = 200;

    private final TestGroup chat = new TestGroup(Locale.ENGLISH);

    static Stream<Locale> languages() {
        return BuiltIn.content().phrasebook().languages().stream();
    }

    @ParameterizedTest
    @CsvSource({
        "nudge, here, false, true",
        "nudge, here 15:00 weekdays, false, true",
        "NUDGE, HERE off, false, true",
        "nudge, hier 15:00 werktags, false, true",
        "nudge, in diesem Chat aus, false, true",
        "nudge, hereafter, false, false",
        "nudge, 15:00 weekdays, false, false",
        "nudge, '', false, false",
        "nudge, here 15:00 weekdays, true, false",
        "nudge, here I want to die, false, false",
        "stretch, here, false, false",
        "settings, here, false, false",
    })
    void onlyWhatIsSaidAboutHereIsTheMatterOfTheChat(
            String name, String argument, boolean privateChat, boolean concerns) {
        var address = new Address(TestGroup.PLATFORM, "bot", "group", Optional.empty());
        var message = new IncomingMessage(
                "1",
                new UserId(TestGroup.PLATFORM, "bob"),
                address,
                privateChat,
                Optional.empty(),
                Optional.of(Locale.ENGLISH),
                Optional.empty(),
                new Body.CommandCalled(name, argument));

        assertThat(new GroupCoach().concerns(message, BuiltIn.content())).isEqualTo(concerns);
    }

    @Test
    void whoeverWritesInTheNameOfTheChatIsTheChat() {
        assertThat(chat.type("group", "/stretch desk-break"))
                .singleElement()
                .satisfies(said -> assertThat(said.toString()).contains("remain anonymous"));
        chat.appoint("group");
        assertThat(chat.type("group", "/nudge here 15:00 weekdays").toString()).contains("Saved");
    }

    @ParameterizedTest
    @CsvSource({
        "/nudge here, true",
        "/nudge here why, true",
        "/nudge here 15:00 weekdays, false",
        "/nudge here off, false",
        "/nudge here on, false",
        "/nudge here pause until monday, false",
        "/nudge here test, false",
        "/nudge here zone London, false",
        "/nudge here whatever, false"
    })
    void everybodyMayLookAndOnlyWhoManagesMayChange(String typed, boolean answered) {
        List<TestGroup.Said> said = chat.type("bob", typed);

        assertThat(said)
                .singleElement()
                .satisfies(one -> assertThat(one.message().audience())
                        .isInstanceOf(answered ? Audience.Everyone.class : Audience.OnlyPerson.class));
        assertThat(chat.state().nudges()).isEmpty();
        assertThat(chat.state().silence()).isEmpty();
    }

    @Test
    void aNewRuleTakesThePlaceOfTheOldAndWhatComesOnceStandsBesideIt() {
        chat.type("ann", "/nudge here 15:00 weekdays");
        chat.type("ann", "/nudge here every 2 hours");
        chat.type("ann", "/nudge here in 20 minutes");
        chat.type("ann", "/nudge here tomorrow at 8");

        assertThat(chat.state().nudges()).hasSize(3);
        assertThat(chat.planned())
                .extracting(Effect.PlanNudges.Planned::due)
                .contains(Instant.parse("2026-11-18T09:20:00Z"), Instant.parse("2026-11-19T07:00:00Z"));
        chat.pass(Duration.ofMinutes(20));
        assertThat(chat.state().nudges()).hasSize(2);
    }

    @Test
    void noMoreThanAFewComeOnce() {
        Stream.of("7", "8", "9", "10", "11")
                .forEach(hour -> chat.type("ann", "/nudge here tomorrow at " + hour + ":00"));

        assertThat(chat.type("ann", "/nudge here tomorrow at 12:00").toString()).contains("5 single nudges");
        assertThat(chat.state().nudges()).hasSize(5);
        assertThat(chat.type("ann", "/nudge here today at 9:30 am").toString()).contains("over already");
    }

    @Test
    void aChatKeepsTheTimeOfWhoeverManagesItWhereTheyChoseOneAndSpeaksTheirLanguage() {
        chat.become(
                "ann",
                UserState.initial()
                        .withZone(Optional.of(ZoneId.of("Asia/Tokyo")))
                        .withLanguage(Optional.of(Locale.GERMAN)));
        List<TestGroup.Said> said = chat.type("ann", "/nudge here 15:00 weekdays");

        assertThat(chat.state().zone()).contains(ZoneId.of("Asia/Tokyo"));
        assertThat(said.toString()).contains("werktags um 15:00");
        chat.type("ann", "/nudge hier zeitzone Wien");
        assertThat(chat.state().zone()).contains(ZoneId.of("Europe/Vienna"));
    }

    @Test
    void whatWasChangedLastCanBeUndoneOnce() {
        chat.type("ann", "/nudge here 15:00 weekdays");
        String first = chat.data("Undo");
        chat.type("ann", "/nudge here off");
        String second = chat.data("Undo");

        assertThat(chat.pressData("ann", first).toString()).contains("can't be undone any more");
        chat.pressData("ann", second);
        assertThat(chat.state().silence()).isEmpty();
        assertThat(chat.planned()).hasSize(1);
        assertThat(chat.pressData("ann", second).toString()).contains("can't be undone any more");
    }

    @Test
    void aPauseEndsByItself() {
        chat.type("ann", "/nudge here at 15:00 every day");
        chat.type("ann", "/nudge here pause until saturday");

        assertThat(chat.state().silence()).contains(new Silence.Until(LocalDate.of(2026, 11, 21)));
        assertThat(chat.pass(Duration.ofDays(3))).isEmpty();
        assertThat(chat.pass(Duration.ofDays(1))).hasSize(1);
    }

    @Test
    void nothingComesTooLateNorTwiceNorToThoseWhoStretchTogether() {
        chat.type("ann", "/nudge here every 15 minutes 9-17");
        chat.pass(Duration.ofMinutes(20));
        chat.press("bob", "Stretch together");
        assertThat(chat.pass(Duration.ofMinutes(1)))
                .noneMatch(said -> said.toString().contains("[Join]"));
        chat.pass(Duration.ofMinutes(4));
        assertThat(chat.state().together()).isEmpty();
        assertThat(chat.pass(Duration.ofMinutes(40))).isEmpty();
        assertThat(chat.pass(Duration.ofMinutes(15))).hasSize(1);

        chat.type("ann", "/nudge here at 16:00");
        assertThat(chat.sleepThrough(Duration.ofMinutes(5 * 60 + 11))).isEmpty();
    }

    @Test
    void whatCameDueMeanwhileIsNotLostToTheEndOfTheDay() {
        chat.type("ann", "/nudge here at 15:00 every day");
        chat.pass(Duration.ofHours(6));
        chat.press("bob", "Join");

        assertThat(chat.sleepThrough(Duration.ofMinutes(23 * 60 + 10))).hasSize(1);
        assertThat(chat.planned())
                .singleElement()
                .satisfies(next -> assertThat(next.due()).isEqualTo(Instant.parse("2026-11-20T14:00:00Z")));
    }

    @Test
    void twoThatMeetAreOne() {
        chat.type("ann", "/nudge here at 15:00 every day");
        chat.type("ann", "/nudge here today at 15:05");

        assertThat(chat.pass(Duration.ofHours(6))).hasSize(1);
    }

    @Test
    void nobodyIsCountedTwiceHoweverOftenTheyPressWhatever() {
        chat.type("ann", "/nudge here test");
        chat.press("bob", "Join");
        chat.press("bob", "Join");
        chat.press("bob", "Stretch together");
        chat.press("bob", "I'm in");
        chat.press("bob", "I'm in");

        assertThat(chat.state().attendance().count(LocalDate.of(2026, 11, 18))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Join", "Stretch together"})
    void aButtonOfAnotherDayIsAnsweredToWhoPressedItAndCountsNobody(String label) {
        chat.type("ann", "/nudge here test");
        chat.pass(Duration.ofDays(1));

        assertThat(chat.press("bob", label)).singleElement().satisfies(said -> {
            assertThat(said.message().audience()).isInstanceOf(Audience.OnlyPerson.class);
            assertThat(said.toString()).contains("another day");
        });
        assertThat(chat.state().attendance().counts()).isEmpty();
        assertThat(chat.state().together()).isEmpty();
    }

    @Test
    void whoJoinsAtAnyTimeStartsTheCountOfThoseWhomNobodyJoinedAnew() {
        chat.type("ann", "/nudge here at 15:00 every day");
        chat.pass(Duration.ofHours(8 * 24 + 6));
        assertThat(chat.state().ignored()).isEqualTo(9);
        chat.press("bob", "Join");

        assertThat(chat.state().ignored()).isZero();
    }

    @Test
    void whatAllDoTogetherIsTheCarefulSetHeldShortlyAndOnce() {
        chat.type("ann", "/nudge here test");
        chat.press("bob", "Stretch together");
        var plan = chat.state().together().orElseThrow().stretch().plan();

        assertThat(plan.careful()).isTrue();
        assertThat(plan.exercises()).extracting(PlannedExercise::option).allSatisfy(option -> {
            assertThat(option.level()).isEqualTo(Level.EASIER);
            assertThat(option.dose().duration()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(60));
            if (option.dose() instanceof Dose.Hold(Duration held)) {
                assertThat(held).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(20));
            }
        });
        assertThat(plan.steps())
                .allSatisfy(step -> assertThat(step)
                        .isInstanceOfSatisfying(
                                PlanStep.Work.class,
                                work -> assertThat(work.rounds()).isEqualTo(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Stretch together", "I'm in"})
    void whoHadBetterNotStretchIsToldSoAlone(String label) {
        chat.become("carol", UserState.initial().withLock(Optional.of(new Lock(Lock.Reason.SEE_DOCTOR, chat.now()))));
        chat.type("ann", "/nudge here test");
        chat.press("bob", "Stretch together");

        assertThat(chat.press("carol", label))
                .filteredOn(said -> said.to().equals(Optional.of("carol")))
                .singleElement()
                .satisfies(said -> assertThat(said.message().audience()).isInstanceOf(Audience.OnlyPerson.class));
    }

    @Test
    void whatHurtsIsBetweenThePersonAndTheCoach() {
        chat.type("ann", "/nudge here test");
        chat.press("bob", "Stretch together");

        assertThat(chat.press("carol", "It hurts"))
                .isNotEmpty()
                .allSatisfy(said -> assertThat(said.message().audience()).isInstanceOf(Audience.OnlyPerson.class));
        assertThat(chat.state().together()).isPresent();
    }

    @Test
    void theStepsOfWhoJoinedAreForThemAlone() {
        chat.type("ann", "/nudge here test");
        chat.press("bob", "Join");
        List<TestGroup.Said> begun = chat.pressOwn("bob", "Skip the check");

        assertThat(begun).hasSize(2).allSatisfy(said -> {
            assertThat(said.to()).contains("bob");
            assertThat(said.message().audience()).isInstanceOf(Audience.OnlyPerson.class);
        });
        assertThat(chat.of("bob").stretch()).isPresent();
    }

    @Test
    void whoWasThereIsForgottenWithTheDay() {
        chat.type("ann", "/nudge here test");
        chat.press("bob", "Join");
        assertThat(chat.state().attendance().who()).hasSize(1);
        chat.pass(Duration.ofHours(15));

        assertThat(chat.state().attendance().who()).isEmpty();
        assertThat(chat.state().attendance().count(LocalDate.of(2026, 11, 18))).isEqualTo(1);
        assertThat(chat.planned()).isEmpty();
    }

    @Test
    void whereNothingCanBeWrittenEverythingWaitsAndNothingIsLost() {
        chat.type("ann", "/nudge here at 15:00 every day");
        chat.lose("kicked");
        assertThat(chat.planned()).isEmpty();
        assertThat(chat.pass(Duration.ofDays(2))).isEmpty();

        assertThat(chat.type("bob", "/nudge here").toString())
                .contains("couldn't write here")
                .doesNotContain("Nudge here again");
        assertThat(chat.type("ann", "/nudge here on").toString()).contains("daily at 15:00");
        assertThat(chat.pass(Duration.ofDays(1))).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void thereAreEnoughTextsAndNoneComesTwiceInARow(Locale language) {
        Phrases phrases = BuiltIn.content().phrasebook().in(language);
        assertThat(phrases.patterns("group.nudge.texts"))
                .hasSizeGreaterThanOrEqualTo(6)
                .doesNotHaveDuplicates();

        chat.type("ann", "/nudge here every 2 hours 9-17");
        List<String> said =
                chat.pass(Duration.ofDays(2)).stream().map(Object::toString).toList();
        for (int i = 1; i < said.size(); i++) {
            assertThat(said.get(i)).isNotEqualTo(said.get(i - 1));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whatOnePersonIsToldFitsIntoANotice(Locale language) {
        Phrases phrases = BuiltIn.content().phrasebook().in(language);
        assertThat(Stream.of(
                                "group.anonymous",
                                "group.nudge.outdated",
                                "group.together.running",
                                "group.together.none",
                                "group.together.counted",
                                "group.together.over",
                                "group.together.earlier-step",
                                "group.together.not-leader",
                                "group.manage.refused",
                                "group.manage.past",
                                "group.manage.undone-before")
                        .map(phrases::say))
                .allSatisfy(notice -> assertThat(notice).hasSizeLessThanOrEqualTo(LONGEST_NOTICE));
        assertThat(phrases.say("group.manage.too-many", Map.of("most", 5))).hasSizeLessThanOrEqualTo(LONGEST_NOTICE);
    }
}
