package dev.limber.core.coach;

import dev.limber.core.session.Stretch;
import dev.limber.core.text.Intent;
import java.util.Optional;

/** Short answers for what cannot be acted upon: never silence. */
final class Hints {
    private Hints() {}

    /** What was typed is not understood. */
    static void unclear(Turn turn) {
        if (turn.state().lock().isPresent()) {
            Gate.isOpen(turn);
        } else if (turn.state().stretch().isPresent()) {
            turn.say("hint.in-routine");
        } else {
            Prompt prompt = turn.prompt().line("hint.idle");
            prompt.row(prompt.primary("button.stretch", new ButtonAction.Browse(ButtonAction.Filter.ALL)))
                    .say();
        }
    }

    /** A button of an earlier message was pressed; what is shown now stays as it is. */
    static void staleButton(Turn turn) {
        Optional<Stretch> stretch = turn.state().stretch();
        if (stretch.isPresent()) {
            turn.say("hint.stale-in-routine", StretchFlow.where(turn, stretch.get()));
        } else {
            turn.say("hint.stale");
        }
    }

    /** Somebody says that nothing is wrong. */
    static void allWell(Turn turn) {
        if (turn.state().stretch().isPresent()) {
            whereWeAre(turn);
        } else {
            turn.say("hint.all-well");
        }
    }

    /** A word that steers a routine, without one. */
    static void nothingRunning(Turn turn) {
        if (Gate.isOpen(turn)) {
            Prompt prompt = turn.prompt().line("hint.nothing-running");
            prompt.row(prompt.primary("button.stretch", new ButtonAction.Browse(ButtonAction.Filter.ALL)))
                    .say();
        }
    }

    /** Where the person is, with what would go on from there. */
    static void whereWeAre(Turn turn) {
        Optional<Stretch> stretch = turn.state().stretch();
        if (stretch.isEmpty()) {
            unclear(turn);
            return;
        }
        boolean paused = stretch.get().isPaused();
        Prompt prompt = turn.prompt()
                .onlyPerson()
                .line(paused ? "hint.paused" : "hint.where", StretchFlow.where(turn, stretch.get()));
        if (paused) {
            prompt.row(
                    prompt.primary("button.resume", new ButtonAction.Steer(Intent.RESUME)),
                    prompt.word("button.stop", Intent.STOP));
        }
        prompt.say();
    }
}
