package dev.limber.core.text;

import static dev.limber.core.text.FixtureContent.accepted;
import static dev.limber.core.text.FixtureContent.pack;
import static dev.limber.core.text.FixtureContent.packOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.exercise.Basis;
import dev.limber.core.exercise.ConditionId;
import dev.limber.core.exercise.Dose;
import dev.limber.core.exercise.Exercise;
import dev.limber.core.exercise.ExerciseId;
import dev.limber.core.exercise.Fault;
import dev.limber.core.exercise.RoutineId;
import dev.limber.core.exercise.SourceId;
import dev.limber.core.exercise.Variant;
import dev.limber.core.exercise.VariantId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ContentReaderTest {
    private static final String NEW_EXERCISE = """
            id: shake
            source: mine
            review: none
            areas: [side]
            basis: {areas: source, position: source, movement: source, dose: source, rounds: editorial, breath: source,
              feel: source, cautions: source, easier: editorial}
            variants:
              - {id: on-knees, level: standard, position: kneeling, equipment: [], avoidWith: [], dose: {breaths: 3, breathSeconds: 5}, rounds: 1}
              - {id: on-chair, level: easier, position: seated, equipment: [chair], avoidWith: [], dose: {holdSeconds: 10}, rounds: 1}
            """;
    private static final String ITS_TEXTS = """
            exercise:
              shake:
                name: Shake
                why: It wakes you up.
                breath: Breathe.
                feel: Awake.
                caution: Gently.
                on-knees: {start: Kneel., cues: [Shake.]}
                on-chair: {start: Sit., cues: [Shake.], feel: Half awake.}
            """;
    private static final String ITS_SOURCE = "sources: [{id: mine, author: Me, title: \"It's {mine}\"}]\n";

    @Test
    void whatIsReadIsWhatIsWritten() {
        Exercise roll = accepted(pack()).catalog().exercise(new ExerciseId("roll"));

        Variant thick = roll.findVariant(new VariantId("thick")).orElseThrow();
        assertThat(thick.dose()).isEqualTo(new Dose.Repetitions(5, 10, Duration.ofSeconds(8)));
        assertThat(thick.setUp()).isPresent();
        assertThat(roll.basis())
                .containsEntry("rounds", new Basis.From(new SourceId("guide")))
                .containsEntry("dose", new Basis.From(new SourceId("book")))
                .containsEntry("easier", new Basis.Editorial());
    }

    @Test
    void aPositionThatAConditionRulesOutIsFoldedIntoTheVariants() {
        Exercise fold = accepted(pack()).catalog().exercise(new ExerciseId("fold"));

        assertThat(fold.findVariant(new VariantId("heels")).orElseThrow().avoidWith())
                .containsExactlyInAnyOrder(new ConditionId("knees"), new ConditionId("floor"));
        assertThat(fold.findVariant(new VariantId("chair")).orElseThrow().avoidWith())
                .isEmpty();
    }

    @Test
    void routinesComeInTheOrderThatThePackGives() {
        Pack authors = packOf(Map.of(
                "pack.yaml", "formatVersion: 1\nroutines: [everything, mine, everything]",
                "routines/mine.yaml", "{id: mine, aboutMinutes: 1, places: [desk], items: [{exercise: turn}]}",
                "texts/en/mine.yaml", "routine: {mine: {name: Mine, for: Me}}"));

        assertThat(accepted(pack(), authors).catalog().routines().keySet())
                .extracting(RoutineId::value)
                .containsExactly("everything", "mine", "desk", "floor");
    }

    @Test
    void anAuthorsExerciseIsAddedAndIsSafeWithoutNamingPositions() {
        Content content = accepted(pack(), authors());

        Exercise shake = content.catalog().exercise(new ExerciseId("shake"));
        assertThat(content.catalog().exercises()).hasSize(6);
        assertThat(shake.findVariant(new VariantId("on-knees")).orElseThrow().avoidWith())
                .containsExactlyInAnyOrder(new ConditionId("knees"), new ConditionId("floor"));
    }

    @Test
    void textsOfAnExerciseHoldForItsVariantsUnlessTheyHaveTheirOwn() {
        Phrases phrases = accepted(pack(), authors()).phrasebook().in(Locale.ENGLISH);

        assertThat(phrases.say("exercise.shake.on-knees.feel")).isEqualTo("Awake.");
        assertThat(phrases.say("exercise.shake.on-chair.feel")).isEqualTo("Half awake.");
    }

    @Test
    void aSourceIsCitedEvenWhereNoTextSaysHow() {
        Phrasebook phrasebook = accepted(pack(), authors()).phrasebook();

        assertThat(phrasebook.in(Locale.ENGLISH).say("source.mine")).isEqualTo("Me: It's {mine}");
        assertThat(phrasebook.in(Locale.GERMAN).say("source.mine")).isEqualTo("Me: It's {mine}");
    }

    @Test
    void aMissingLanguageIsAWarningForEachTextAndFallsBack() {
        ContentReading reading = ContentReader.read(List.of(pack(), authors()));

        assertThat(reading).isInstanceOfSatisfying(ContentReading.Accepted.class, accepted -> {
            assertThat(accepted.warnings())
                    .allSatisfy(fault -> assertThat(fault.severity()).isEqualTo(Fault.Severity.WARNING));
            assertThat(accepted.warnings())
                    .extracting(Fault::toString)
                    .contains("texts/de: warning: exercise.shake.name: there is no text (the one in en is used)");
            assertThat(accepted.content().phrasebook().in(Locale.GERMAN).say("exercise.shake.name"))
                    .isEqualTo("Shake");
        });
    }

    @Test
    void anAuthorsTextReplacesOneTextAndAListAsAWhole() {
        Pack authors = packOf(Map.of(
                "texts/en/a.yaml",
                "routine: {desk: {name: My desk}}\nset-up: {roll: {steps: [Just roll it.]}}",
                "texts/de/a.yaml",
                "set-up: {roll: {steps: [Roll sie., Leg dich hin., Fertig.]}}"));
        Phrasebook phrasebook = accepted(pack(), authors).phrasebook();

        assertThat(phrasebook.in(Locale.ENGLISH).say("routine.desk.name")).isEqualTo("My desk");
        assertThat(phrasebook.in(Locale.ENGLISH).say("routine.desk.for")).isEqualTo("At the desk");
        assertThat(phrasebook.in(Locale.ENGLISH).patterns("set-up.roll.steps")).containsExactly("Just roll it.");
        assertThat(phrasebook.in(Locale.GERMAN).patterns("set-up.roll.steps")).hasSize(3);
    }

    @Test
    void anAuthorsExerciseReplacesTheOneWithItsId() {
        var files = new TreeMap<>(authors().files());
        files.put(
                "exercises/turn.yaml",
                pack().files().getOrDefault("exercises/turn.yaml", "").replace("30", "45"));

        Content content = accepted(pack(), packOf(files));

        assertThat(content.catalog()
                        .exercise(new ExerciseId("turn"))
                        .variants()
                        .getFirst()
                        .dose())
                .isEqualTo(new Dose.Hold(Duration.ofSeconds(45)));
    }

    @Test
    void whatAnAuthorBreaksInTheBaseIsToldWithTheNameOfTheBase() {
        Pack authors = packOf(Map.of(
                "exercises/reach.yaml",
                pack().files().getOrDefault("exercises/reach.yaml", "").replace("id: standing", "id: upright")));

        assertThat(ContentReader.read(List.of(pack(), authors)))
                .isInstanceOfSatisfying(
                        ContentReading.Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::toString)
                                .contains(
                                        "fixture:routines/desk.yaml:5: items[0].variant: unknown variant of 'reach' 'standing'"
                                                + " (known: upright, table, band)"));
    }

    @Test
    void theVersionFollowsEveryFileAndNothingElse() {
        String version = accepted(pack()).version();

        assertThat(version).hasSize(64).isEqualTo(accepted(pack()).version());
        assertThat(accepted(FixtureContent.with("texts/en/others.yaml", "At the desk", "At a desk"))
                        .version())
                .isNotEqualTo(version);
    }

    @Test
    void aFileThatCannotBeReadDoesNotBuryTheAuthorUnderWhatFollowsFromIt() {
        Pack broken = FixtureContent.with("texts/en/others.yaml", "routine:", "routine: [");

        assertThat(ContentReader.read(List.of(broken)))
                .isInstanceOfSatisfying(
                        ContentReading.Refused.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .extracting(Fault::file, Fault::line)
                                .containsExactly("texts/en/others.yaml", 3));
    }

    private static Pack authors() {
        return packOf(Map.of(
                "sources.yaml", ITS_SOURCE, "exercises/shake.yaml", NEW_EXERCISE, "texts/en/shake.yaml", ITS_TEXTS));
    }
}
