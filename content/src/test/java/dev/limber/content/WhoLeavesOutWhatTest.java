package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.exercise.Condition;
import dev.limber.core.exercise.ConditionId;
import dev.limber.core.exercise.Dose;
import dev.limber.core.exercise.Exercise;
import dev.limber.core.exercise.Level;
import dev.limber.core.exercise.Routine;
import dev.limber.core.exercise.Variant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhoLeavesOutWhatTest {
    private static final String LEFT_OUT = "-";

    /** One column a condition; "-" where the exercise is left out, else the variant that is done. */
    private static final String TABLE = """
            exercise                  | osteoporosis | recent-operation | disc       | stenosis     | pregnant   | shoulder       | wrist        | knees        | floor      | unscreened
            upper-back-reach          | -            | -                | standing   | standing     | standing   | hands-on-table | standing     | standing     | standing   | hands-on-table
            mid-back-extension        | chair-small  | -                | chair-back | -            | chair-back | chair-back     | chair-back   | chair-back   | chair-back | chair-small
            cross-leg-rotation        | -            | -                | arm-across | arm-across   | arm-across | arm-across     | arm-across   | arm-across   | arm-across | small-turn
            lying-leg-over-twist      | -            | -                | -          | straight-leg | -          | straight-leg   | straight-leg | straight-leg | -          | bent-knee
            seal                      | forearms     | -                | forearms   | -            | -          | hands          | forearms     | hands        | -          | forearms
            childs-pose               | -            | -                | -          | on-heels     | knees-wide | on-heels       | on-heels     | chair-fold   | chair-fold | cushion
            childs-pose-side-reach    | -            | -                | -          | hands-walk   | knees-wide | hands-walk     | hands-walk   | -            | -          | cushion
            towel-roll-overhead-reach | flat         | -                | roll       | roll         | -          | -              | roll         | roll         | -          | -
            towel-roll-cactus         | -            | -                | roll       | roll         | -          | -              | roll         | roll         | -          | -
            hamstring-stretch         | towel        | -                | knee-bent  | towel        | chair-edge | towel          | towel        | towel        | chair-edge | knee-bent
            """;

    @Test
    void everyAnswerLeavesOutWhatTheTableSays() {
        Map<String, String> actual = new TreeMap<>();
        Map<String, String> expected = new TreeMap<>();
        List<String[]> rows = TABLE.lines()
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new))
                .toList();
        String[] conditions = rows.getFirst();
        for (String[] row : rows.subList(1, rows.size())) {
            for (int i = 1; i < conditions.length; i++) {
                String cell = conditions[i] + " × " + row[0];
                expected.put(cell, row[i]);
                actual.put(
                        cell,
                        Choice.of(Lookup.exercise(row[0]), new ConditionId(conditions[i]))
                                .map(variant -> variant.id().value())
                                .orElse(LEFT_OUT));
            }
        }

        assertThat(actual).isEqualTo(expected);
        assertThat(Lookup.catalog().exercises()).hasSize(rows.size() - 1);
        assertThat(Lookup.catalog().conditions().keySet())
                .extracting(ConditionId::value)
                .containsExactly(Arrays.copyOfRange(conditions, 1, conditions.length));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            osteoporosis     | mid-back-extension/chair-small, towel-roll-overhead-reach/flat, hamstring-stretch
            recent-operation |
            disc             | seal/forearms, mid-back-extension
            stenosis         | childs-pose, upper-back-reach
            pregnant         | upper-back-reach/seated, mid-back-extension, cross-leg-rotation, childs-pose/knees-wide
            shoulder         | upper-back-reach/hands-on-table
            wrist            | seal/forearms
            knees            | childs-pose/chair-fold
            floor            | upper-back-reach, mid-back-extension, cross-leg-rotation
            unscreened       | mid-back-extension/chair-small, upper-back-reach/hands-on-table, cross-leg-rotation/small-turn
            """)
    void whatIsDoneInsteadIsWhatTheTableSays(String condition, String instead) {
        assertThat(condition(condition).instead().stream()
                        .map(alternative -> alternative.exercise()
                                + alternative.variant().map(id -> "/" + id).orElse("")))
                .containsExactly(instead == null ? new String[0] : instead.split(", "));
    }

    @Test
    void onlyARecentOperationLocks() {
        assertThat(Lookup.catalog().conditions().values())
                .filteredOn(Condition::locks)
                .extracting(condition -> condition.id().value())
                .containsExactly("recent-operation");
    }

    @Test
    void nobodyWhoIsPregnantLiesDownAndNobodyOnTheFloorWhoCannotGetThere() {
        for (Exercise exercise : Lookup.catalog().exercises().values()) {
            for (Variant variant : exercise.variants()) {
                boolean lying = variant.position().name().startsWith("LYING");
                if (lying) {
                    assertThat(variant.avoidWith()).contains(new ConditionId("pregnant"));
                }
                if (variant.position().onFloor()) {
                    assertThat(variant.avoidWith()).contains(new ConditionId("floor"));
                }
            }
        }
    }

    @Test
    void pullAndBandAreForHealthyShouldersOfPeopleWhoAnsweredTheCheck() {
        assertThat(List.of("partner", "band"))
                .allSatisfy(pull -> assertThat(
                                Lookup.variant("upper-back-reach", pull).avoidWith())
                        .contains(new ConditionId("shoulder"), Condition.UNSCREENED));
    }

    @Test
    void theCarefulSetHasNothingHarderAndHoldsOfAtMostTwentySeconds() {
        for (Exercise exercise : Lookup.catalog().exercises().values()) {
            for (Variant variant : exercise.variants()) {
                if (variant.level() == Level.HARDER) {
                    assertThat(variant.avoidWith())
                            .as("%s %s", exercise.id(), variant.id())
                            .contains(Condition.UNSCREENED);
                }
            }
            Choice.of(exercise, Condition.UNSCREENED).ifPresent(variant -> {
                assertThat(variant.level()).isEqualTo(Level.EASIER);
                if (!(variant.dose() instanceof Dose.Repetitions)) {
                    assertThat(variant.dose().duration()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(20));
                }
            });
        }
    }

    @Test
    void everyRoutineKeepsSomethingForEveryoneWhoMayStretch() {
        for (Condition condition : Lookup.catalog().conditions().values()) {
            for (Routine routine : Lookup.catalog().routines().values()) {
                List<String> left = new ArrayList<>();
                routine.items()
                        .forEach(item -> Choice.of(Lookup.catalog().exercise(item.exercise()), condition.id())
                                .ifPresent(variant -> left.add(variant.id().value())));
                condition
                        .instead()
                        .forEach(alternative -> left.add(alternative.exercise().value()));

                assertThat(left.isEmpty())
                        .as("%s with %s", routine.id(), condition.id())
                        .isEqualTo(condition.locks());
            }
        }
    }

    private static Condition condition(String id) {
        return Lookup.catalog().findCondition(new ConditionId(id)).orElseThrow();
    }
}
