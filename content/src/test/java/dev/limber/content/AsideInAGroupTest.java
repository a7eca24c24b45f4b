package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Audience;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.exercise.ConditionId;
import dev.limber.core.session.Dialogue;
import dev.limber.core.session.Screening;
import dev.limber.core.session.UserState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where a platform shows things in the midst of others that only one person sees: what is pressed there is private, all
 * else is not.
 */
class AsideInAGroupTest {
    private final TestChat chat = new TestChat(BuiltIn.content(), Locale.ENGLISH);

    @Test
    void somebodyNewIsAskedAsideAndStretchesInTheMidstOfTheOthers() {
        List<OutgoingMessage> asked = amongOthers("/stretch desk-break");
        assertThat(asked).singleElement().satisfies(AsideInAGroupTest::isForOneAlone);
        assertThat(asked.getFirst().invitation()).isPresent();

        assertThat(pressAside("None of these")).singleElement().satisfies(AsideInAGroupTest::isForOneAlone);
        assertThat(pressAside("None of these")).singleElement().satisfies(AsideInAGroupTest::isForOneAlone);
        pressAside("Shoulder trouble");
        List<OutgoingMessage> begun = pressAside("That's all");

        assertThat(begun).hasSize(3).allSatisfy(message -> {
            assertThat(message.invitation()).isEmpty();
            assertThat(message.announcement()).isEmpty();
        });
        isForOneAlone(begun.get(0));
        isForOneAlone(begun.get(1));
        assertThat(TestChat.shown(begun.get(1))).contains("fitted “Desk break”");
        isStep(begun.get(2), 1);
        assertThat(pressAmongOthers("Next")).singleElement().satisfies(message -> isStep(message, 2));
    }

    @Test
    void theEndOfARoutineIsForThePersonAloneWhereOthersSawTheLastPress() {
        screened(Set.of());
        amongOthers("/stretch two-minute");
        pressAmongOthers("Next");

        assertThat(pressAmongOthers("Done")).singleElement().satisfies(lookBack -> {
            isForOneAlone(lookBack);
            assertThat(lookBack.invitation()).isPresent();
        });
        assertThat(pressAside("Better")).singleElement().satisfies(AsideInAGroupTest::isForOneAlone);
    }

    @Test
    void aHandsFreeRoutineThatWasBegunAsideSaysNothingForOneAloneUntilItsLastPress() {
        handsFree();
        amongOthers("/stretch two-minute");
        var said = new ArrayList<OutgoingMessage>();
        chat.go(false);
        chat.press("None of these");
        chat.press("None of these");
        said.addAll(chat.press("None of these"));
        said.removeFirst();
        said.addAll(chat.pass(Duration.ofMinutes(10)));

        assertThat(said).hasSizeGreaterThan(4).allSatisfy(AsideInAGroupTest::isForAll);
        assertThat(TestChat.shown(said.getLast())).contains("That's the last one");
        assertThat(pressAmongOthers("Done")).singleElement().satisfies(lookBack -> {
            isForOneAlone(lookBack);
            assertThat(lookBack.invitation()).isPresent();
        });
    }

    @Test
    void anInvitationLeadsToTheQuestionThatIsOpen() {
        amongOthers("/stretch desk-break");
        pressAside("None of these");

        assertThat(openInvitation("here")).singleElement().satisfies(question -> {
            isForOneAlone(question);
            assertThat(TestChat.shown(question)).contains("Or any of these?");
        });
        assertThat(chat.state().dialogue())
                .isInstanceOfSatisfying(
                        Dialogue.HealthCheck.class,
                        check -> assertThat(check.question()).isEqualTo(Dialogue.HealthQuestion.DOCTOR_SIGNS));
    }

    @Test
    void anInvitationWhileARoutineIsUnderWayTellsThePersonAndShowsTheStepToAll() {
        screened(Set.of(new ConditionId("shoulder")));
        assertThat(amongOthers("/stretch two-minute").getFirst().invitation()).isPresent();

        List<OutgoingMessage> shown = openInvitation("here");

        assertThat(shown).hasSize(2);
        isForOneAlone(shown.getFirst());
        isStep(shown.getLast(), 1);
        assertThat(shown.getLast().announcement()).isEmpty();
    }

    @Test
    void anInvitationToWhatIsOverGreetsThePersonAlone() {
        screened(Set.of());

        assertThat(openInvitation("here")).singleElement().satisfies(AsideInAGroupTest::isForOneAlone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stretch", "progress", "settings", "safety", "mydata", "forget"})
    void anInvitationToACommandIsAnsweredAside(String start) {
        screened(Set.of());

        assertThat(openInvitation(start)).isNotEmpty().allSatisfy(message -> {
            isForOneAlone(message);
            assertThat(message.invitation()).isEmpty();
        });
    }

    @Test
    void whatHurtsIsAskedAsideAndTheEasierWayIsShownToAll() {
        screened(Set.of());
        amongOthers("/stretch two-minute");

        assertThat(pressAmongOthers("It hurts")).singleElement().satisfies(AsideInAGroupTest::isForOneAlone);
        pressAside("None of these");
        pressAside("Yes, it's easing");
        assertThat(pressAside("Skip")).allSatisfy(AsideInAGroupTest::isForAll);
    }

    @Test
    void anOldButtonThatOnlyThePersonSeesIsAnsweredAside() {
        amongOthers("/stretch desk-break");
        String old = chat.state().offers().getFirst().data();
        pressAside("None of these");

        chat.go(false);
        assertThat(chat.pressData(old)).singleElement().satisfies(AsideInAGroupTest::isForOneAlone);
    }

    private List<OutgoingMessage> amongOthers(String typed) {
        chat.go(true);
        return chat.type(typed);
    }

    private List<OutgoingMessage> pressAmongOthers(String label) {
        chat.go(true);
        return chat.press(label);
    }

    private List<OutgoingMessage> pressAside(String label) {
        chat.go(false);
        return chat.press(label);
    }

    private List<OutgoingMessage> openInvitation(String start) {
        chat.go(false);
        return chat.type("/start " + start);
    }

    private void screened(Set<ConditionId> conditions) {
        UserState state = UserState.initial()
                .withScreening(Optional.of(new Screening(Instant.parse("2026-11-18T08:00:00Z"), false, conditions)));
        chat.become(state);
    }

    private void handsFree() {
        UserState state = UserState.initial();
        chat.become(state.withPreferences(state.preferences().withHandsFree(true)));
    }

    private static void isStep(OutgoingMessage message, int step) {
        isForAll(message);
        assertThat(TestChat.shown(message)).contains("step " + step + " of");
    }

    private static void isForAll(OutgoingMessage message) {
        assertThat(message.audience()).isEqualTo(new Audience.Everyone());
    }

    private static void isForOneAlone(OutgoingMessage message) {
        assertThat(message.audience()).isInstanceOf(Audience.OnlyPerson.class);
    }
}
