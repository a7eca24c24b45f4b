package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.exercise.ConditionId;
import dev.limber.core.exercise.VariantId;
import dev.limber.core.session.Dialogue;
import dev.limber.core.session.Lock;
import dev.limber.core.session.PlannedExercise;
import dev.limber.core.session.Screening;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of conditions that the health check asks for, answered by typing. */
class ConditionsInWordsTest {
    @ParameterizedTest(name = "{1}")
    @CsvFileSource(resources = "/readings/conditions.csv", delimiter = '|')
    void whatPeopleCallAConditionTicksIt(String language, String typed, String conditions) {
        TestChat chat = atTheList(Locale.of(language));

        chat.type(typed);

        assertThat(ticked(chat)).isEqualTo(ids(conditions));
    }

    @ParameterizedTest
    @CsvSource({"en, pregnant, Noted: Pregnant.", "de, schwanger, Notiert: Schwanger."})
    void itIsSaidBack(String language, String typed, String noted) {
        assertThat(TestChat.shown(atTheList(Locale.of(language)).type(typed).getFirst()))
                .contains(noted, "[✓ ");
    }

    @ParameterizedTest
    @CsvSource({"en, i'm pregnant, skip, Noted: Pregnant.", "de, Ich bin schwanger, überspringen, Notiert: Schwanger."})
    void whatIsNamedBeforeItIsAskedForIsKeptThoughTheRestIsSkipped(
            String language, String typed, String skip, String noted) {
        TestChat chat = new TestChat(BuiltIn.content(), Locale.of(language));
        chat.type("/stretch desk-break");
        assertThat(TestChat.shown(chat.type(typed).getFirst())).contains(noted);
        chat.type(skip);

        assertThat(chat.state().screening().map(Screening::conditions))
                .hasValueSatisfying(conditions -> assertThat(conditions).contains(new ConditionId("pregnant")));
    }

    @Test
    void whatADoctorHasToSayIsNotSettledByAnEmergencyOnTopOfIt() {
        TestChat chat = new TestChat(BuiltIn.content(), Locale.ENGLISH);
        for (String typed :
                new String[] {"/stretch desk-break", "skip", "it hurts", "no", "no", "my hip hurts a bit", "yes"}) {
            chat.type(typed);
        }
        assertThat(chat.state().lock().map(Lock::reason)).contains(Lock.Reason.EMERGENCY);
        chat.press("Answer the check again");
        chat.type("none");
        chat.type("none");
        chat.type("none");

        assertThat(chat.state().lock().map(Lock::reason)).contains(Lock.Reason.SEE_DOCTOR);
    }

    @Test
    void namingItTwiceDoesNotTakeItBackAndDenyingItDoes() {
        TestChat chat = atTheList(Locale.ENGLISH);
        chat.type("pregnant");
        chat.type("pregnant");
        assertThat(ticked(chat)).containsExactly(new ConditionId("pregnant"));

        chat.type("not pregnant");
        assertThat(ticked(chat)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "en, that's all",
        "en, That is all.",
        "en, done",
        "en, none",
        "en, nothing else",
        "en, no more",
        "de, das ist alles",
        "de, das war's",
        "de, fertig",
        "de, nichts",
        "de, sonst nichts",
        "de, mehr nicht"
    })
    void theListIsEndedByWordsWithWhatIsTickedAndNothingIsSkipped(String language, String typed) {
        for (String condition : new String[] {"", "pregnant"}) {
            TestChat chat = atTheList(Locale.of(language));
            if (!condition.isEmpty()) {
                chat.type(condition);
            }

            chat.type(typed);

            Screening screening = chat.state().screening().orElseThrow();
            assertThat(screening.skipped()).isFalse();
            assertThat(screening.conditions()).isEqualTo(ids(condition));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "that one", "banana", "lower back please"})
    void whatNamesNothingLeavesTheListOpen(String typed) {
        TestChat chat = atTheList(Locale.ENGLISH);

        chat.type(typed);

        assertThat(chat.state().dialogue()).isInstanceOf(Dialogue.HealthCheck.class);
        assertThat(chat.state().screening()).isEmpty();
    }

    @Test
    void thatIsAllDoesNotAnswerWhetherThereIsAnEmergency() {
        var chat = new TestChat(BuiltIn.content(), Locale.ENGLISH);
        chat.type("/stretch desk-break");

        assertThat(TestChat.shown(chat.type("that's all").getFirst())).contains("right now?");
    }

    @Test
    void anOperationLocksAsItsButtonDoes() {
        TestChat chat = atTheList(Locale.ENGLISH);
        chat.type("had surgery on my back in spring");
        chat.type("that's all");

        assertThat(chat.state().lock().map(Lock::reason)).contains(Lock.Reason.DOCTOR_MUST_AGREE);
    }

    @Test
    void anEmergencyComesFirst() {
        TestChat chat = atTheList(Locale.ENGLISH);
        chat.type("slipped disc and both legs are numb");

        assertThat(chat.state().lock().map(Lock::reason)).contains(Lock.Reason.EMERGENCY);
    }

    @Test
    void whereOthersReadAlongNothingIsTicked() {
        TestChat chat = atTheList(Locale.ENGLISH);
        chat.go(true);
        chat.type("pregnant");
        chat.type("that's all");

        assertThat(ticked(chat)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, by the way i'm pregnant, Health check", "de, Ich bin übrigens schwanger, Gesundheits-Check"})
    void whatIsToldElsewhereLeadsToTheCheck(String language, String typed, String button) {
        TestChat chat = new TestChat(BuiltIn.content(), Locale.of(language));
        chat.type(typed);
        assertThat(chat.state().screening()).isEmpty();

        chat.press(button);
        assertThat(chat.state().dialogue()).isInstanceOf(Dialogue.HealthCheck.class);
    }

    @Test
    void whatIsToldInARoutineLeadsToTheCheckAndTheRoutineIsPlannedAnew() {
        TestChat chat = screened();
        chat.type("/stretch lower-back");
        chat.press("No");
        chat.type("oh, and I'm pregnant");
        chat.press("Health check");
        for (String answer : new String[] {"none", "none", "pregnant", "that's all", "no"}) {
            chat.type(answer);
        }

        assertThat(chat.state().screening().orElseThrow().conditions()).isEqualTo(ids("pregnant"));
        assertThat(chat.state().stretch().orElseThrow().plan().exercises())
                .flatMap(PlannedExercise::options)
                .extracting(PlannedExercise.Option::variant)
                .isNotEmpty()
                .doesNotContain(new VariantId("bent-knee"), new VariantId("forearms"));
    }

    @ParameterizedTest
    @CsvSource({"en, I have a slipped disc and it hurts", "de, Ich habe einen Bandscheibenvorfall"})
    void aDiagnosisThatHurtsBeginsTheCheckWhereNothingIsDoneThatCouldBeStopped(String language, String typed) {
        TestChat chat = new TestChat(BuiltIn.content(), Locale.of(language));
        chat.type(typed);

        assertThat(chat.state().dialogue())
                .isInstanceOfSatisfying(
                        Dialogue.HealthCheck.class,
                        check -> assertThat(check.question()).isEqualTo(Dialogue.HealthQuestion.EMERGENCY_SIGNS));
    }

    @Test
    void aDiagnosisLiftsNoLock() {
        TestChat chat = screened();
        chat.type("I can't feel my legs");
        assertThat(chat.state().lock().map(Lock::reason)).contains(Lock.Reason.EMERGENCY);
        for (String typed : new String[] {"I'm pregnant", "I had back surgery", "stop", "I have a slipped disc"}) {
            chat.type(typed);
            assertThat(chat.state().lock().map(Lock::reason)).contains(Lock.Reason.EMERGENCY);
        }
    }

    @Test
    void whereOthersReadAlongNothingThatIsToldIsTakenUp() {
        TestChat chat = screened();
        chat.go(true);

        assertThat(TestChat.shown(chat.type("I'm pregnant").getFirst())).doesNotContain("Health check");
    }

    private static TestChat screened() {
        TestChat chat = atTheList(Locale.ENGLISH);
        chat.type("that's all");
        chat.type("stop");
        return chat;
    }

    private static TestChat atTheList(Locale language) {
        var chat = new TestChat(BuiltIn.content(), language);
        chat.type("/stretch desk-break");
        chat.type("no");
        chat.type("no");
        return chat;
    }

    private static Set<ConditionId> ticked(TestChat chat) {
        return ((Dialogue.HealthCheck) chat.state().dialogue()).ticked();
    }

    private static Set<ConditionId> ids(String ids) {
        return Arrays.stream(ids.split(" ", -1))
                .filter(id -> !id.isBlank() && !id.equals("-"))
                .map(ConditionId::new)
                .collect(Collectors.toSet());
    }
}
