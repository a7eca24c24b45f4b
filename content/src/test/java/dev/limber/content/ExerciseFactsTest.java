package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.exercise.Basis;
import dev.limber.core.exercise.ClinicalReview;
import dev.limber.core.exercise.Dose;
import dev.limber.core.exercise.EquipmentId;
import dev.limber.core.exercise.Exercise;
import dev.limber.core.exercise.Level;
import dev.limber.core.exercise.SetUp;
import dev.limber.core.exercise.SetUpId;
import dev.limber.core.exercise.Source;
import dev.limber.core.exercise.SourceId;
import dev.limber.core.exercise.Variant;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExerciseFactsTest {
    @Test
    void thereAreTenExercisesAndNobodyClinicalHasReviewedThem() {
        assertThat(Lookup.catalog().exercises())
                .hasSize(10)
                .allSatisfy((_, exercise) -> assertThat(exercise.review()).isEqualTo(ClinicalReview.NONE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            perfect-balance | Perfect Balance Clinic              | Back stretches that ease stiffness and increase flexibility
            kenway          | Michelle Kenway, physiotherapist    | Upper back stretches for relieving back stiffness
            acsm            | American College of Sports Medicine | Recommendations on flexibility exercise
            """)
    void sourcesAreNamedByAuthorAndTitle(String id, String author, String title) {
        assertThat(Lookup.catalog().sources())
                .containsEntry(new SourceId(id), new Source(new SourceId(id), author, title, true));
        assertThat(Lookup.english().say("source." + id)).contains(author).containsIgnoringCase(title);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            upper-back-reach          | perfect-balance | UPPER_BACK            | STANDING SEATED | false
            mid-back-extension        | perfect-balance | MID_BACK              | SEATED          | false
            cross-leg-rotation        | perfect-balance | LOWER_BACK MID_BACK   | SEATED          | true
            lying-leg-over-twist      | perfect-balance | GLUTES LOWER_BACK     | LYING_ON_BACK   | true
            seal                      | perfect-balance | ABDOMINALS LOWER_BACK | LYING_ON_FRONT  | false
            childs-pose               | perfect-balance | LOWER_BACK            | KNEELING        | false
            childs-pose-side-reach    | perfect-balance | LOWER_BACK SIDE       | KNEELING        | true
            towel-roll-overhead-reach | kenway          | UPPER_BACK            | LYING_ON_BACK   | false
            towel-roll-cactus         | kenway          | CHEST UPPER_BACK      | LYING_ON_BACK   | false
            hamstring-stretch         | limber          | HAMSTRINGS            | LYING_ON_BACK   | true
            """)
    void eachExerciseIsAsItsSourceDescribesIt(
            String id, String source, String areas, String positions, boolean eachSide) {
        Exercise exercise = Lookup.exercise(id);

        assertThat(exercise.source()).isEqualTo(new SourceId(source));
        assertThat(exercise.areas().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")))
                .isEqualTo(areas);
        assertThat(standard(exercise).stream().map(v -> v.position().name()).collect(Collectors.joining(" ")))
                .isEqualTo(positions);
        assertThat(exercise.eachSide()).isEqualTo(eachSide);
    }

    @ParameterizedTest
    @CsvSource({
        "upper-back-reach, 30, 40",
        "cross-leg-rotation, 30, 40",
        "lying-leg-over-twist, 10, 40",
        "seal, 10, 30",
        "hamstring-stretch, 10, 30"
    })
    void holdsAreWithinWhatTheSourcesGive(String id, long least, long most) {
        assertThat(standard(Lookup.exercise(id)))
                .isNotEmpty()
                .allSatisfy(variant -> assertThat(variant.dose())
                        .isInstanceOfSatisfying(
                                Dose.Hold.class,
                                hold -> assertThat(hold.duration())
                                        .isBetween(Duration.ofSeconds(least), Duration.ofSeconds(most))));
    }

    @Test
    void theDefaultForAHoldWithASourceIsTwoRoundsOfThirtySeconds() {
        for (String id :
                List.of("upper-back-reach", "cross-leg-rotation", "lying-leg-over-twist", "hamstring-stretch")) {
            assertThat(standard(Lookup.exercise(id))).allSatisfy(variant -> {
                assertThat(variant.dose()).isEqualTo(new Dose.Hold(Duration.ofSeconds(30)));
                assertThat(variant.rounds()).isEqualTo(2);
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"towel-roll-overhead-reach", "towel-roll-cactus"})
    void theTowelRollIsDoneAGentleFiveTimesAndUpToTen(String id) {
        Variant variant = standard(Lookup.exercise(id)).getFirst();

        assertThat(variant.dose()).isInstanceOfSatisfying(Dose.Repetitions.class, repetitions -> {
            assertThat(repetitions.count()).isEqualTo(5);
            assertThat(repetitions.most()).isEqualTo(10);
        });
        assertThat(variant.rounds()).isEqualTo(1);
        assertThat(variant.setUp()).contains(new SetUpId("towel-roll"));
    }

    @Test
    void theMidBackGoesDownAndUpAFewTimesInEachOfSeveralSegments() {
        Variant variant = Lookup.variant("mid-back-extension", "chair-back");

        assertThat(variant.dose())
                .isInstanceOfSatisfying(
                        Dose.Repetitions.class,
                        repetitions -> assertThat(repetitions.count()).isEqualTo(3));
        assertThat(variant.rounds()).isEqualTo(3);
        assertThat(Lookup.exercise("mid-back-extension").basis())
                .containsEntry("equipment", new Basis.Editorial())
                .containsEntry("position", new Basis.Editorial());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            upper-back-reach          | dose         | perfect-balance
            cross-leg-rotation        | dose         | perfect-balance
            lying-leg-over-twist      | dose         | perfect-balance
            lying-leg-over-twist      | cautions     | perfect-balance
            childs-pose-side-reach    | sides        | perfect-balance
            towel-roll-overhead-reach | dose         | kenway
            towel-roll-cactus         | breath       | kenway
            upper-back-reach          | rounds       | acsm
            hamstring-stretch         | areas        | perfect-balance
            seal                      | dose         |
            childs-pose               | dose         |
            cross-leg-rotation        | position     |
            cross-leg-rotation        | sides        |
            lying-leg-over-twist      | sides        |
            hamstring-stretch         | movement     |
            """)
    void eachFieldSaysWhatItRestsOn(String id, String field, String source) {
        Basis expected = source == null ? new Basis.Editorial() : new Basis.From(new SourceId(source));

        assertThat(Lookup.exercise(id).basis()).containsEntry(field, expected);
    }

    @Test
    void everyExerciseHasAnEasierWay() {
        assertThat(Lookup.catalog().exercises().values())
                .allSatisfy(exercise -> assertThat(exercise.variants()).anyMatch(v -> v.level() == Level.EASIER));
    }

    @Test
    void aPartnerOrABandMakesTheReachHarder() {
        assertThat(Lookup.exercise("upper-back-reach").variants())
                .filteredOn(variant -> variant.level() == Level.HARDER)
                .extracting(variant -> variant.equipment().iterator().next().value())
                .containsExactly("partner", "band");
    }

    @Test
    void theTowelRollIsSetUpInTheOrderOfItsSource() {
        SetUp setUp = Lookup.catalog().setUp(new SetUpId("towel-roll"));

        assertThat(setUp.source()).isEqualTo(new SourceId("kenway"));
        assertThat(setUp.equipment()).containsExactlyInAnyOrder(new EquipmentId("towel"), new EquipmentId("cushion"));
        assertInOrder(
                Lookup.english().patterns("set-up.towel-roll.steps"),
                "bath towel.*lengthways",
                "thumb meeting third finger",
                "firm surface.*upper and middle back.*along the spine",
                "on your back.*thinner or take a hand towel",
                "cushion under your head and neck",
                "both knees up, soles flat");
        assertInOrder(
                Lookup.german().patterns("set-up.towel-roll.steps"),
                "Badetuch der Länge nach",
                "Daumen und Mittelfinger",
                "feste Unterlage.*oberen und mittleren Rücken.*entlang der Wirbelsäule",
                "dünner oder nimm ein kleines Handtuch",
                "Kissen unter Kopf und Nacken",
                "beide Beine an, die Füße flach");
    }

    private static void assertInOrder(List<String> lines, String... patterns) {
        assertThat(lines).hasSize(patterns.length);
        for (int i = 0; i < patterns.length; i++) {
            assertThat(lines.get(i)).containsPattern(patterns[i]);
        }
    }

    private static List<Variant> standard(Exercise exercise) {
        return exercise.variants().stream()
                .filter(variant -> variant.level() == Level.STANDARD)
                .toList();
    }
}
