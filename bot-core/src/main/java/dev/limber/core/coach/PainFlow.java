package dev.limber.core.coach;

import dev.limber.core.session.Dialogue;
import dev.limber.core.session.Dialogue.Pain;
import dev.limber.core.session.Dialogue.PainQuestion;
import dev.limber.core.session.Lock;
import dev.limber.core.session.Pace;
import dev.limber.core.session.Stretch;
import dev.limber.core.text.Intent;
import java.util.ArrayList;
import java.util.Optional;

/** Something hurts: stop at once, ask two short questions, then go easier, skip, stop, or see that help is sought. */
final class PainFlow {
    private PainFlow() {}

    static void begin(Turn turn) {
        boolean emergency = turn.state()
                .lock()
                .map(lock -> lock.reason() == Lock.Reason.EMERGENCY)
                .orElse(false);
        if (emergency) {
            // What is less urgent must not take the place of it.
            Gate.isOpen(turn);
            return;
        }
        turn.state()
                .stretch()
                .ifPresent(stretch -> turn.stretch(stretch.withPace(new Pace.Paused(stretch.goesOnByItself()))
                        .touched(turn.now())));
        ask(turn, PainQuestion.EMERGENCY_SIGNS);
    }

    static void repeat(Turn turn, Pain pain) {
        ask(turn, pain.question());
    }

    /** @return whether the intent was an answer */
    static boolean answer(Turn turn, Pain pain, Intent intent) {
        if (intent == Intent.STOP && pain.question() != PainQuestion.WHAT_NOW) {
            FinishFlow.rememberUnfinished(turn);
            turn.become(turn.state().withStretch(Optional.empty()));
            repeat(turn, pain);
            return true;
        }
        return switch (pain.question()) {
            case EMERGENCY_SIGNS -> answerSigns(turn, intent);
            case EASES_WITH_REST -> answerEases(turn, intent);
            case WHAT_NOW -> answerWhatNow(turn, intent);
        };
    }

    private static boolean answerSigns(Turn turn, Intent intent) {
        if (intent == Intent.YES) {
            Gate.lock(turn, Lock.Reason.EMERGENCY);
            return true;
        }
        if (intent == Intent.NO) {
            ask(turn, PainQuestion.EASES_WITH_REST);
            return true;
        }
        return false;
    }

    private static boolean answerEases(Turn turn, Intent intent) {
        switch (intent) {
            case YES, BETTER -> ask(turn, PainQuestion.WHAT_NOW);
            case NO, SAME, WORSE -> Gate.lock(turn, Lock.Reason.SEE_DOCTOR);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Only words that go on with the routine are answers here; they leave the dialogue and act as they always do. */
    private static boolean answerWhatNow(Turn turn, Intent intent) {
        Optional<Stretch> stretch = turn.state().stretch();
        if (stretch.isEmpty()) {
            turn.ask(new Dialogue.None());
            return false;
        }
        switch (intent) {
            case EASIER -> {
                if (!StretchFlow.canBeEasier(stretch.get())) {
                    return false;
                }
                turn.ask(new Dialogue.None());
                turn.stretch(StretchFlow.resumed(stretch.get()));
                StretchFlow.changeLevel(turn, turn.state().stretch().orElseThrow(), -1);
            }
            case SKIP -> {
                turn.ask(new Dialogue.None());
                turn.stretch(StretchFlow.resumed(stretch.get()));
                StretchFlow.skip(turn, turn.state().stretch().orElseThrow());
            }
            case STOP, NO -> {
                turn.ask(new Dialogue.None());
                StretchFlow.stop(turn, stretch.get());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void ask(Turn turn, PainQuestion question) {
        turn.ask(new Pain(question));
        Prompt prompt =
                turn.prompt().onlyPerson(question == PainQuestion.EMERGENCY_SIGNS ? Privacy.URGENT : Privacy.ANSWER);
        switch (question) {
            case EMERGENCY_SIGNS ->
                prompt.title("pain.stop")
                        .line("pain.signs-question")
                        .bullets("health.emergency-signs")
                        .row(
                                prompt.word("button.none-of-these", Intent.NO),
                                prompt.word("button.at-least-one", Intent.YES))
                        .say();
            case EASES_WITH_REST ->
                prompt.line("pain.eases-question")
                        .row(prompt.word("button.eases", Intent.YES), prompt.word("button.stays", Intent.NO))
                        .say();
            case WHAT_NOW -> whatNow(turn, prompt);
        }
    }

    private static void whatNow(Turn turn, Prompt prompt) {
        Optional<Stretch> stretch = turn.state().stretch();
        if (stretch.isPresent()) {
            var choices = new ArrayList<Choice>();
            if (StretchFlow.canBeEasier(stretch.get())) {
                choices.add(prompt.word("button.easier", Intent.EASIER));
            }
            choices.add(prompt.word("button.skip", Intent.SKIP));
            choices.add(prompt.word("button.stop", Intent.STOP));
            prompt.line("pain.what-now").row(choices).say();
            return;
        }
        turn.ask(new Dialogue.None());
        if (Gate.isOpen(turn)) {
            prompt.line("pain.rest")
                    .row(prompt.choice("button.gentle", new ButtonAction.Browse(ButtonAction.Filter.SHORT)))
                    .say();
        }
    }
}
