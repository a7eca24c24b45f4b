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
 * @param pictures how exercises are shown; empty for {@link PictureStyle#MOVING}
 * @param figure whose body is in the pictures; empty for the first that the content has
 */
public record Preferences(
        boolean handsFree,
        Optional<Integer> holdSeconds,
        Optional<Integer> rounds,
        Set<EquipmentId> notAtHand,
        int weeklyGoal,
        Set<DayOfWeek> restDays,
        Optional<QuietHours> quietHours,
        Optional<PictureStyle> pictures,
        Optional<String> figure) {
    private static final Preferences STANDARD = new Preferences(
            false,
            Optional.empty(),
            Optional.empty(),
            Set.of(new EquipmentId("band"), new EquipmentId("partner")),
            5,
            Set.of(),
            Optional.empty(),
            Optional.empty(),
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
        return new Preferences(
                value, holdSeconds, rounds, notAtHand, weeklyGoal, restDays, quietHours, pictures, figure);
    }

    public Preferences withHoldSeconds(Optional<Integer> value) {
        return new Preferences(handsFree, value, rounds, notAtHand, weeklyGoal, restDays, quietHours, pictures, figure);
    }

    public Preferences withRounds(Optional<Integer> value) {
        return new Preferences(
                handsFree, holdSeconds, value, notAtHand, weeklyGoal, restDays, quietHours, pictures, figure);
    }

    public Preferences withNotAtHand(Set<EquipmentId> value) {
        return new Preferences(
                handsFree, holdSeconds, rounds, value, weeklyGoal, restDays, quietHours, pictures, figure);
    }

    public Preferences withWeeklyGoal(int value) {
        return new Preferences(
                handsFree, holdSeconds, rounds, notAtHand, value, restDays, quietHours, pictures, figure);
    }

    public Preferences withRestDays(Set<DayOfWeek> value) {
        return new Preferences(
                handsFree, holdSeconds, rounds, notAtHand, weeklyGoal, value, quietHours, pictures, figure);
    }

    public Preferences withQuietHours(Optional<QuietHours> value) {
        return new Preferences(
                handsFree, holdSeconds, rounds, notAtHand, weeklyGoal, restDays, value, pictures, figure);
    }

    public Preferences withPictures(PictureStyle value) {
        return new Preferences(
                handsFree,
                holdSeconds,
                rounds,
                notAtHand,
                weeklyGoal,
                restDays,
                quietHours,
                Optional.of(value).filter(style -> style != PictureStyle.MOVING),
                figure);
    }

    public Preferences withFigure(Optional<String> value) {
        return new Preferences(
                handsFree, holdSeconds, rounds, notAtHand, weeklyGoal, restDays, quietHours, pictures, value);
    }

    public PictureStyle pictureStyle() {
        return pictures.orElse(PictureStyle.MOVING);
    }
}
