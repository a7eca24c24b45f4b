package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.exercise.Catalog;
import dev.limber.core.exercise.Condition;
import dev.limber.core.exercise.ConditionId;
import dev.limber.core.exercise.Dose;
import dev.limber.core.exercise.EquipmentId;
import dev.limber.core.exercise.Level;
import dev.limber.core.exercise.RoutineId;
import dev.limber.core.exercise.Variant;
import dev.limber.core.session.Dialogue;
import dev.limber.core.session.Plan;
import dev.limber.core.session.PlanStep;
import dev.limber.core.session.PlannedExercise;
import dev.limber.core.session.Preferences;
import dev.limber.core.session.Screening;
import dev.limber.core.session.Stretch;
import dev.limber.core.session.UserState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No routine ever holds what somebody's answers rule out, however they are combined. */
class SafetyTest {
    private static final Catalog CATALOG = BuiltIn.content().catalog();
    private static final Instant CHECKED = Instant.parse("2026-11-18T08:00:00Z");

    static Stream<Set<ConditionId>> singlesAndPairs() {
        List<ConditionId> all = CATALOG.conditions().values().stream()
                .filter(condition -> !condition.locks())
                .map(Condition::id)
                .filter(id -> !id.equals(Condition.UNSCREENED))
                .toList();
        return all.stream()
                .flatMap(one -> all.stream().map(other -> {
                    var pair = new HashSet<>(Set.of(one));
                    pair.add(other);
                    return Set.copyOf(pair);
                }));
    }

    @ParameterizedTest
    @MethodSource("singlesAndPairs")
    void whatAnswersRuleOutIsInNoPlanNotEvenAsAnEasierOrHarderWay(Set<ConditionId> conditions) {
        for (RoutineId routine : CATALOG.routines().keySet()) {
            plan(screened(conditions), routine)
                    .ifPresent(plan -> assertThat(variants(plan))
                            .as("%s for %s", routine, conditions)
                            .allSatisfy(variant ->
                                    assertThat(variant.avoidWith()).doesNotContainAnyElementsOf(conditions)));
        }
    }

    @ParameterizedTest
    @MethodSource("singlesAndPairs")
    void everyExerciseOfARoutineIsInThePlanOrToldToBeLeftOut(Set<ConditionId> conditions) {
        for (RoutineId routine : CATALOG.routines().keySet()) {
            plan(screened(conditions), routine).ifPresent(plan -> {
                long expected = CATALOG.routines().get(routine).items().stream()
                        .filter(item -> item.onlyIf().isEmpty())
                        .count();
                long instead = plan.leftOut().stream()
                        .filter(leftOut -> leftOut.instead().isPresent())
                        .count();
                assertThat(plan.exercises().size() + plan.leftOut().size() - instead)
                        .as("%s for %s", routine, conditions)
                        .isEqualTo(expected);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("singlesAndPairs")
    void exactlyWhatCanBeStartedIsOffered(Set<ConditionId> conditions) {
        for (Set<EquipmentId> missing : List.of(Set.<EquipmentId>of(), Set.copyOf(CATALOG.equipment()))) {
            UserState state =
                    screened(conditions).withPreferences(Preferences.standard().withNotAtHand(missing));
            var chat = new TestChat(BuiltIn.content(), Locale.ENGLISH, state);
            chat.type("/stretch");
            for (RoutineId routine : CATALOG.routines().keySet()) {
                assertThat(chat.state().offers())
                        .as("%s for %s without %s", routine, conditions, missing)
                        .filteredOn(offer -> offer.data().endsWith(":go:" + routine))
                        .hasSize(plan(state, routine).isPresent() ? 1 : 0);
            }
        }
    }

    @Test
    void whoeverSkippedTheCheckGetsTheCarefulSet() {
        UserState skipped = UserState.initial()
                .withScreening(Optional.of(new Screening(CHECKED, true, Set.of())))
                .withPreferences(
                        Preferences.standard().withHoldSeconds(Optional.of(60)).withRounds(Optional.of(3)));
        for (RoutineId routine : CATALOG.routines().keySet()) {
            Plan plan = plan(skipped, routine).orElseThrow();
            assertThat(variants(plan)).allSatisfy(variant -> {
                assertThat(variant.avoidWith()).doesNotContain(Condition.UNSCREENED);
                assertThat(variant.level()).isNotEqualTo(Level.HARDER);
            });
            assertThat(plan.exercises())
                    .flatMap(PlannedExercise::options)
                    .extracting(PlannedExercise.Option::level)
                    .containsOnly(Level.EASIER);
            assertThat(plan.exercises().stream()
                            .map(exercise -> exercise.option().dose()))
                    .allSatisfy(dose -> {
                        if (dose instanceof Dose.Hold hold) {
                            assertThat(hold.duration()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(20));
                        }
                    });
            assertThat(plan.steps())
                    .allSatisfy(step -> assertThat(step instanceof PlanStep.Work work ? work.rounds() : 1)
                            .isOne());
        }
    }

    @Test
    void whatIsNotAtHandIsInNoPlan() {
        Set<EquipmentId> nothingAtHand = Set.copyOf(CATALOG.equipment());
        UserState bare =
                screened(Set.of()).withPreferences(Preferences.standard().withNotAtHand(nothingAtHand));
        for (RoutineId routine : CATALOG.routines().keySet()) {
            plan(bare, routine)
                    .ifPresent(plan -> assertThat(variants(plan))
                            .allSatisfy(
                                    variant -> assertThat(variant.equipment()).isEmpty()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "two-minute, 2",
        "desk-break, 6",
        "morning, 3",
        "upper-back, 5",
        "mid-back, 7",
        "lower-back, 11",
        "towel-roll-reset, 3",
        "full-back, 23"
    })
    void eachSideEachRoundAndEachSetUpIsAStep(String routine, int steps) {
        Plan plan = plan(screened(Set.of()), new RoutineId(routine)).orElseThrow();

        assertThat(plan.steps()).hasSize(steps);
        assertThat(plan.steps().stream().filter(PlanStep.Prepare.class::isInstance))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void theTowelIsRolledUpBeforeTheFirstExerciseThatNeedsItAndOnlyOnce() {
        Plan plan = plan(screened(Set.of()), new RoutineId("towel-roll-reset")).orElseThrow();

        assertThat(plan.steps().getFirst()).isInstanceOf(PlanStep.Prepare.class);
        assertThat(plan.steps().subList(1, plan.steps().size())).allMatch(PlanStep.Work.class::isInstance);
    }

    @Test
    void tightHamstringsEndTheLowerBackRoutineWithTheirStretch() {
        var chat = new TestChat(BuiltIn.content(), Locale.ENGLISH, screened(Set.of()));
        chat.type("/stretch lower-back");
        chat.press("Yes");

        List<PlannedExercise> exercises =
                chat.state().stretch().orElseThrow().plan().exercises();

        assertThat(exercises.getLast().id().value()).isEqualTo("hamstring-stretch");
    }

    private static UserState screened(Set<ConditionId> conditions) {
        return UserState.initial().withScreening(Optional.of(new Screening(CHECKED, false, conditions)));
    }

    /** What the coach makes of a routine; questions before it are answered with no. */
    private static Optional<Plan> plan(UserState state, RoutineId routine) {
        var chat = new TestChat(BuiltIn.content(), Locale.ENGLISH, state);
        chat.type("/stretch " + routine);
        if (chat.state().dialogue() instanceof Dialogue.RoutineQuestion) {
            chat.press("No");
        }
        return chat.state().stretch().map(Stretch::plan);
    }

    private static List<Variant> variants(Plan plan) {
        return plan.exercises().stream()
                .flatMap(planned -> planned.options().stream()
                        .map(option -> CATALOG.exercise(planned.id())
                                .findVariant(option.variant())
                                .orElseThrow()))
                .toList();
    }
}
