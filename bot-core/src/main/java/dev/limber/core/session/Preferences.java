package dev.limber.core.session;

import dev.limber.core.exercise.EquipmentId;
import dev.limber.core.nudge.QuietHours;
import java.time.DayOfWeek;
import java.util.Optional;
import java.util.Set;

/**
 * What a person set with {@code /settings}.
 *
 * @param handsFree whether routines go on by themselves
 * @param holdSeconds 10 to 60, over what the content has
 * @param rounds 1 to 4, over what the content has
 * @param notAtHand equipment that the person does not have; all other is taken to be there
 * @param weeklyGoal days of a week with a finished routine, 1 to 7
 * @param restDays days on which nothing is expected
 * @param quietHours when not to be written to unasked
 */
public record Preferences(
        boolean handsFree,
        Optional<Integer> holdSeconds,
        Optional<Integer> rounds,
        Set<EquipmentId> notAtHand,
        int weeklyGoal,
        Set<DayOfWeek> restDays,
        Optional<QuietHours> quietHours) {
    private static final Preferences STANDARD = new Preferences(
            false,
            Optional.empty(),
            Optional.empty(),
            Set.of(new EquipmentId("band"), new EquipmentId("partner")),
            5,
            Set.of(),
            Optional.empty());

    public static final int LEAST_HOLD_SECONDS = 10;
    public static final int MOST_HOLD_SECONDS = 60;

    public Preferences {
        notAtHand = Set.copyOf(notAtHand);
        restDays = Set.copyOf(restDays);
    }

    public static Preferences standard() {
        return STANDARD;
    }

    public Preferences withHandsFree(boolean value) {
        return new Preferences(value, holdSeconds, rounds, notAtHand, weeklyGoal, restDays, quietHours);
    }

    public Preferences withHoldSeconds(Optional<Integer> value) {
        return new Preferences(handsFree, value, rounds, notAtHand, weeklyGoal, restDays, quietHours);
    }

    public Preferences withRounds(Optional<Integer> value) {
        return new Preferences(handsFree, holdSeconds, value, notAtHand, weeklyGoal, restDays, quietHours);
    }

    public Preferences withNotAtHand(Set<EquipmentId> value) {
        return new Preferences(handsFree, holdSeconds, rounds, value, weeklyGoal, restDays, quietHours);
    }

    public Preferences withWeeklyGoal(int value) {
        return new Preferences(handsFree, holdSeconds, rounds, notAtHand, value, restDays, quietHours);
    }

    public Preferences withRestDays(Set<DayOfWeek> value) {
        return new Preferences(handsFree, holdSeconds, rounds, notAtHand, weeklyGoal, value, quietHours);
    }

    public Preferences withQuietHours(Optional<QuietHours> value) {
        return new Preferences(handsFree, holdSeconds, rounds, notAtHand, weeklyGoal, restDays, value);
    }
}
