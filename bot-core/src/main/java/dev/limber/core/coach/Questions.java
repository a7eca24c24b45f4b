package dev.limber.core.coach;

import dev.limber.core.session.Dialogue;
import dev.limber.core.text.Intent;
import dev.limber.core.text.Reading;

/** What may be open between a person and the coach, and how firmly. */
final class Questions {
    private Questions() {}

    /**
     * What was asked in private may not have been seen by somebody who writes where others read along: there only its
     * buttons answer what must not be answered by chance.
     */
    static boolean areAnsweredByWords(Turn turn) {
        return turn.context().privateChat()
                || switch (turn.state().dialogue()) {
                    case Dialogue.HealthCheck check -> false;
                    case Dialogue.RoutineQuestion asked -> false;
                    case Dialogue.Pain(Dialogue.PainQuestion question) -> question == Dialogue.PainQuestion.WHAT_NOW;
                    case Dialogue.ConfirmForget() -> false;
                    case Dialogue.None() -> true;
                    case Dialogue.CarryOn() -> true;
                    case Dialogue.Feeling asked -> true;
                    case Dialogue.EnterSetting open -> true;
                    case Dialogue.NudgeZone zone -> true;
                    case Dialogue.NudgeWhere where -> true;
                };
    }

    /** Whether it may answer a question; that something is wrong, or that it is enough, is always heard. */
    static boolean isAnswer(Reading reading) {
        return switch (reading) {
            case Reading.Word(Intent intent) -> isAnswer(intent);
            case Reading.AllWell() -> true;
            case Reading.Wish wish -> false;
            case Reading.Complaint complaint -> false;
            case Reading.Alarm alarm -> false;
            case Reading.Despair despair -> false;
            case Reading.Unclear unclear -> false;
        };
    }

    private static boolean isAnswer(Intent intent) {
        return switch (intent) {
            case STOP, HELP, STRETCH, GREETING, THANKS, SNOOZE -> false;
            case NEXT,
                    BACK,
                    AGAIN,
                    PAUSE,
                    RESUME,
                    EASIER,
                    HARDER,
                    SKIP,
                    YES,
                    NO,
                    BETTER,
                    SAME,
                    WORSE,
                    HANDS_FREE,
                    BY_HAND,
                    HOW,
                    THAT_IS_ALL,
                    NOT_TODAY -> true;
        };
    }

    /** Whether what was asked must be answered before anything else. */
    static boolean areAboutHealth(Dialogue dialogue) {
        return dialogue instanceof Dialogue.Pain || dialogue instanceof Dialogue.HealthCheck;
    }

    /** Whether a word that steers a routine has to wait. */
    static boolean mustBeAnswered(Dialogue dialogue) {
        return switch (dialogue) {
            case Dialogue.HealthCheck check -> true;
            case Dialogue.RoutineQuestion asked -> true;
            case Dialogue.Pain pain -> true;
            case Dialogue.None none -> false;
            case Dialogue.CarryOn carryOn -> false;
            case Dialogue.Feeling asked -> false;
            case Dialogue.EnterSetting open -> false;
            case Dialogue.ConfirmForget confirm -> false;
            case Dialogue.NudgeZone zone -> false;
            case Dialogue.NudgeWhere where -> false;
        };
    }

    /** @return whether a complaint is still open, before which nothing may be offered */
    static boolean repeatPain(Turn turn) {
        boolean open = turn.state().dialogue() instanceof Dialogue.Pain
                || (turn.state().dialogue() instanceof Dialogue.HealthCheck check
                        && check.question() == Dialogue.HealthQuestion.ACHE);
        return open && repeat(turn);
    }

    /** @return false where nothing was asked */
    static boolean repeat(Turn turn) {
        switch (turn.state().dialogue()) {
            case Dialogue.None() -> {
                return false;
            }
            case Dialogue.HealthCheck check -> HealthCheckFlow.repeat(turn, check);
            case Dialogue.RoutineQuestion asked -> Gate.ask(turn, asked);
            case Dialogue.Pain pain -> PainFlow.repeat(turn, pain);
            case Dialogue.CarryOn() ->
                turn.state().stretch().ifPresent(stretch -> StretchFlow.askCarryOn(turn, stretch));
            case Dialogue.Feeling asked -> {
                return false;
            }
            case Dialogue.EnterSetting(String setting) -> SettingsCommand.hint(turn, setting);
            case Dialogue.ConfirmForget() -> ForgetCommand.ask(turn);
            case Dialogue.NudgeZone zone -> ZoneQuestion.repeat(turn);
            case Dialogue.NudgeWhere(var rule) -> NudgePlaces.ask(turn, rule);
        }
        return true;
    }
}
