package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.exercise.Exercise;
import dev.limber.core.exercise.Level;
import dev.limber.core.exercise.Routine;
import dev.limber.core.exercise.RoutineId;
import dev.limber.core.exercise.RoutineItem;
import dev.limber.core.exercise.SetUpId;
import dev.limber.core.exercise.Variant;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutineFactsTest {
    private static final Duration CHANGE = Duration.ofSeconds(10);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            desk-break       | 4  | DESK       | upper-back-reach/seated, cross-leg-rotation
            two-minute       | 2  | DESK FLOOR | upper-back-reach/standing
            morning          | 4  | FLOOR      | childs-pose, towel-roll-overhead-reach
            upper-back       | 6  | FLOOR      | upper-back-reach, towel-roll-overhead-reach, towel-roll-cactus
            mid-back         | 5  | DESK FLOOR | mid-back-extension, cross-leg-rotation
            lower-back       | 8  | FLOOR      | lying-leg-over-twist, seal, childs-pose, childs-pose-side-reach, hamstring-stretch?tight-hamstrings
            towel-roll-reset | 6  | FLOOR      | towel-roll-overhead-reach, towel-roll-cactus
            full-back        | 15 | FLOOR      | upper-back-reach, mid-back-extension, cross-leg-rotation, lying-leg-over-twist, seal, childs-pose, childs-pose-side-reach, towel-roll-overhead-reach, towel-roll-cactus
            """)
    void eachRoutineHasItsExercisesInOrder(String id, long minutes, String places, String items) {
        Routine routine = routine(id);

        assertThat(routine.about()).isEqualTo(Duration.ofMinutes(minutes));
        assertThat(routine.places().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")))
                .isEqualTo(places);
        assertThat(routine.items().stream()
                        .map(item -> item.exercise()
                                + item.preferred().map(variant -> "/" + variant).orElse("")
                                + item.onlyIf().map(question -> "?" + question).orElse(""))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(items);
    }

    @Test
    void thereAreEightInTheOrderInWhichTheyAreOffered() {
        assertThat(Lookup.catalog().routines().keySet())
                .extracting(RoutineId::value)
                .containsExactly(
                        "desk-break",
                        "two-minute",
                        "morning",
                        "upper-back",
                        "mid-back",
                        "lower-back",
                        "towel-roll-reset",
                        "full-back");
    }

    @Test
    void theTimeEachTakesIsNearTheTimeItSays() {
        assertThat(Lookup.catalog().routines().values()).allSatisfy(routine -> {
            long about = routine.about().toSeconds();
            assertThat(estimate(routine, true).toSeconds())
                    .as("%s with every question answered yes", routine.id())
                    .isBetween(about * 65 / 100, about * 135 / 100);
            assertThat(estimate(routine, false).toSeconds())
                    .as("%s with every question answered no", routine.id())
                    .isBetween(about * 65 / 100, about * 135 / 100);
        });
    }

    @Test
    void twoMinutesAreTwoRoundsOfThirtySeconds() {
        Variant standing = Lookup.variant("upper-back-reach", "standing");

        assertThat(standing.dose().duration()).isEqualTo(Duration.ofSeconds(30));
        assertThat(standing.rounds()).isEqualTo(2);
    }

    private static Duration estimate(Routine routine, boolean yes) {
        Duration total = Duration.ZERO;
        Set<SetUpId> prepared = new HashSet<>();
        for (RoutineItem item : routine.items()) {
            if (item.onlyIf().isPresent() && !yes) {
                continue;
            }
            Exercise exercise = Lookup.catalog().exercise(item.exercise());
            Variant variant = item.preferred()
                    .flatMap(exercise::findVariant)
                    .orElseGet(() -> exercise.variants().stream()
                            .filter(v -> v.level() == Level.STANDARD)
                            .findFirst()
                            .orElseThrow());
            if (variant.setUp().filter(prepared::add).isPresent()) {
                total = total.plus(
                        Lookup.catalog().setUp(variant.setUp().orElseThrow()).time());
            }
            int steps = variant.rounds() * (exercise.eachSide() ? 2 : 1);
            total = total.plus(variant.dose().duration().plus(CHANGE).multipliedBy(steps));
        }
        return total;
    }

    private static Routine routine(String id) {
        return Lookup.catalog().findRoutine(new RoutineId(id)).orElseThrow();
    }
}
