package dev.limber.core.coach;

import dev.limber.core.session.Stretch;
import dev.limber.core.text.Intent;
import java.util.Map;
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
            offerToStretch(turn, "hint.idle");
        }
    }

    /** What was typed names something that only the health check can mind. */
    static void tellTheCheck(Turn turn) {
        Prompt prompt = turn.prompt().onlyPerson();
        if (turn.state().stretch().isPresent()) {
            // It may be about the exercise all the same.
            prompt.line("hint.in-routine");
        }
        prompt.line("hint.tell-the-check");
        prompt.row(prompt.primary("button.health-check", new ButtonAction.CheckAnew()))
                .say();
    }

    /** A sticker, a picture: something came in that has no words. */
    static void wordless(Turn turn) {
        if (turn.state().lock().isPresent()) {
            Gate.isOpen(turn);
        } else if (turn.state().stretch().isPresent()) {
            turn.say("hint.wordless-in-routine");
        } else {
            offerToStretch(turn, "hint.wordless");
        }
    }

    /** The button that was pressed belongs to the conversation of somebody else. */
    static void notYours(Turn turn) {
        String stretch = Commands.localName(new StretchCommand(), turn.phrases());
        turn.prompt()
                .onlyPerson(Privacy.ASIDE)
                .line("hint.not-yours", Map.of("stretch", stretch))
                .say();
    }

    /** A button of an earlier message was pressed; what is shown now stays as it is. */
    static void staleButton(Turn turn) {
        turn.keepWhatIsShown();
        Optional<Stretch> stretch = turn.state().stretch();
        Prompt prompt = turn.prompt().onlyPerson(Privacy.ASIDE);
        if (stretch.isPresent()) {
            prompt.line("hint.stale-in-routine", StretchFlow.where(turn, stretch.get()))
                    .say();
        } else {
            prompt.line("hint.stale").say();
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
            offerToStretch(turn, "hint.nothing-running");
        }
    }

    private static void offerToStretch(Turn turn, String key) {
        Prompt prompt = turn.prompt().line(key);
        prompt.row(prompt.primary("button.stretch", new ButtonAction.Browse(ButtonAction.Filter.ALL)))
                .say();
    }

    /** Where the person is, with what would go on from there. */
    static void whereWeAre(Turn turn) {
        Optional<Stretch> stretch = turn.state().stretch();
        if (stretch.isEmpty()) {
            unclear(turn);
            return;
        }
        boolean paused = stretch.get().isPaused();
        Prompt prompt = turn.routinePrompt()
                .line(paused ? "hint.paused" : "hint.where", StretchFlow.where(turn, stretch.get()));
        if (paused) {
            prompt.row(
                    prompt.primary("button.resume", new ButtonAction.Steer(Intent.RESUME)),
                    prompt.word("button.stop", Intent.STOP));
        }
        prompt.say();
    }
}
