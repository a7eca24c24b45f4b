package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.exercise.ConditionId;
import dev.limber.core.session.Plan;
import dev.limber.core.session.Screening;
import dev.limber.core.session.Stretch;
import dev.limber.core.session.UserState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A routine speaks one language from its first step to its last. */
class RoutineLanguageTest {
    private final TestChat chat = new TestChat(BuiltIn.content(), Locale.GERMAN, screened());

    @Test
    void aRoutineKeepsItsLanguageWhateverTheClientTellsMeanwhile() {
        chat.type("/dehnen two-minute");
        chat.hint(Optional.of(Locale.ENGLISH));

        assertThat(shown(chat.type("weiter"))).contains("Und noch einmal.", "Schritt 2 von 2", "[Fertig]");
        assertThat(shown(chat.type("pause"))).contains("Pause bei Schritt 2");
        assertThat(shown(chat.type("mumble"))).contains("nicht verstanden");
    }

    @Test
    void theEndOfARoutineIsInItsLanguageAndWhatComesAfterInThatOfTheClient() {
        chat.type("/dehnen two-minute");
        chat.type("weiter");
        chat.hint(Optional.empty());

        assertThat(shown(chat.type("weiter"))).contains("Geschafft: Zwei Minuten", "Wie fühlt es sich jetzt an?");
        assertThat(shown(chat.type("/help"))).contains("What you can say");
    }

    @Test
    void cuesThatComeByThemselvesAreInTheLanguageOfTheRoutine() {
        chat.type("/dehnen two-minute");
        chat.type("freihändig");
        chat.hint(Optional.empty());

        assertThat(shown(chat.pass(Duration.ofMinutes(1)))).contains("Halbzeit", "Und lösen.");
    }

    @Test
    void whatThePersonChoosesCountsForAllOfIt() {
        chat.type("/dehnen lower-back");
        chat.type("ja");

        assertThat(shown(chat.type("/settings language english"))).contains("Saved. Language: English.");

        Plan plan = chat.state().stretch().map(Stretch::plan).orElseThrow();
        assertThat(plan.language()).contains(Locale.ENGLISH);
        assertThat(plan.leftOut()).extracting(Plan.LeftOut::exercise).containsExactly("Child's pose with side reach");
        assertThat(shown(chat.type("/start here")))
                .contains("Left out: Child's pose with side reach, because of your knees.")
                .contains("Instead: Forward fold on a chair.")
                .contains("Lying leg-over twist");
    }

    @Test
    void theNextRoutineIsInTheLanguageOfTheClientAgain() {
        chat.type("/dehnen two-minute");
        chat.hint(Optional.of(Locale.ENGLISH));

        assertThat(shown(chat.type("/stretch desk-break"))).contains("Here we go.", "step 1 of");
    }

    @Test
    void aPlanThatNotedNoLanguageIsSpokenInThatOfTheClient() {
        chat.type("/dehnen two-minute");
        Stretch stretch = chat.state().stretch().orElseThrow();
        Plan plan = stretch.plan();
        Stretch old = stretch.withPlan(new Plan(
                plan.id(),
                plan.routine(),
                plan.name(),
                plan.exercises(),
                plan.steps(),
                plan.leftOut(),
                plan.adapted(),
                plan.careful(),
                Optional.empty()));
        var later = new TestChat(BuiltIn.content(), Locale.ENGLISH, chat.state().withStretch(Optional.of(old)));

        assertThat(shown(later.type("pause"))).contains("Paused at step 1");
    }

    private static String shown(List<OutgoingMessage> said) {
        return said.stream().map(TestChat::shown).collect(Collectors.joining("\n"));
    }

    private static UserState screened() {
        return UserState.initial()
                .withScreening(Optional.of(
                        new Screening(Instant.parse("2026-11-18T08:00:00Z"), false, Set.of(new ConditionId("knees")))));
    }
}
