package dev.limber.core.coach;

import dev.limber.core.session.Dialogue;
import dev.limber.core.session.Dialogue.HealthQuestion;
import dev.limber.core.session.Stretch;
import dev.limber.core.text.Intent;
import java.util.Optional;

/** Goes on where a person is, in the private chat: there they may have seen nothing of it yet. */
final class Whereabouts {
    /** What an invitation hands to the start command where no command has been called. */
    static final String HERE = "here";

    private Whereabouts() {}

    /** @return false where nothing is open, locked or under way */
    static boolean goOn(Turn turn) {
        return switch (turn.state().dialogue()) {
            case Dialogue.None() -> isLocked(turn) || goOnWithRoutine(turn);
            case Dialogue.HealthCheck check -> {
                askAnew(turn, check);
                yield true;
            }
            case Dialogue.RoutineQuestion asked -> {
                Gate.ask(turn, asked);
                yield true;
            }
            case Dialogue.Pain pain -> {
                PainFlow.repeat(turn, pain);
                yield true;
            }
            case Dialogue.CarryOn() -> askCarryOn(turn);
            case Dialogue.Feeling asked -> FinishFlow.repeat(turn, asked);
            case Dialogue.EnterSetting(String setting) -> {
                SettingsCommand.open(turn, setting);
                yield true;
            }
            case Dialogue.ConfirmForget() -> {
                ForgetCommand.ask(turn);
                yield true;
            }
            case Dialogue.NudgeZone zone -> {
                ZoneQuestion.repeat(turn);
                yield true;
            }
            case Dialogue.NudgeWhere where -> NudgeCommand.goOnHere(turn);
        };
    }

    private static boolean isLocked(Turn turn) {
        return !Gate.isOpen(turn);
    }

    /** The first question comes with what it is all about. */
    private static void askAnew(Turn turn, Dialogue.HealthCheck check) {
        if (check.question() == HealthQuestion.EMERGENCY_SIGNS) {
            HealthCheckFlow.begin(turn, check.wanted(), check.alone());
        } else {
            HealthCheckFlow.repeat(turn, check);
        }
    }

    private static boolean askCarryOn(Turn turn) {
        turn.state().stretch().ifPresent(stretch -> StretchFlow.askCarryOn(turn, stretch));
        return turn.state().stretch().isPresent();
    }

    private static boolean goOnWithRoutine(Turn turn) {
        Optional<Stretch> running = turn.state().stretch();
        running.ifPresent(stretch -> {
            if (!StretchFlow.isLongBreak(turn, stretch)) {
                PlanNotice.say(turn, stretch.plan());
            }
            StretchFlow.steer(turn, stretch, stretch.isPaused() ? Intent.RESUME : Intent.AGAIN);
        });
        return running.isPresent();
    }
}
