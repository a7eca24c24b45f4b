package dev.limber.core.coach;

import dev.limber.core.session.Dialogue;
import dev.limber.core.session.LastNudge;
import dev.limber.core.text.Intent;
import dev.limber.core.text.Reading;
import java.util.Optional;

/** What is typed without a slash and yet is about nudges: a wish for one, an answer to one, or where the person's clock is. */
final class NudgeWords {
    private NudgeWords() {}

    /** @return whether it was understood as such, and nothing more urgent had been asked */
    static boolean hear(Turn turn, String typed, Reading reading) {
        Dialogue dialogue = turn.state().dialogue();
        boolean mustBeAnswered = Questions.mustBeAnswered(dialogue) || dialogue instanceof Dialogue.ConfirmForget;
        if (!mustBeAnswered && NudgeSnooze.hear(turn, typed)) {
            return true;
        }
        if (ZoneQuestion.isOpen(turn) && ZoneQuestion.hear(turn, typed)) {
            return true;
        }
        if (!areAboutSomethingElse(turn)
                && turn.state().nudges().before().isPresent()
                && typed.equalsIgnoreCase(turn.text("button.undo"))) {
            // Right after, it is the button's label that was typed.
            NudgeReply.tooLateToUndo(turn);
            return true;
        }
        return !mustBeAnswered && NudgeCommand.hear(turn, typed, reading);
    }

    /** Whether a word is rather said to a question, or in a routine. */
    static boolean areAboutSomethingElse(Turn turn) {
        return !(turn.state().dialogue() instanceof Dialogue.None) || NudgeSilence.isStretching(turn);
    }

    /** The words for nudges mean something else where a question is open, or in a routine. */
    static Intent meant(Turn turn, Intent said) {
        boolean inRoutine = NudgeSilence.isStretching(turn);
        return switch (said) {
            case NOT_TODAY -> areAboutSomethingElse(turn) ? Intent.NO : said;
            case SNOOZE -> inRoutine ? Intent.PAUSE : said;
            default -> said;
        };
    }

    /** @return whether a word that steers a routine may have been meant for nudges that rest, with nothing running */
    static boolean offerToGoOn(Turn turn, Intent intent) {
        boolean rest = NudgeHeld.pausedUntil(turn).isPresent()
                || NudgeHeld.isNotToday(turn)
                || (turn.state().nudges().set().isEmpty()
                        && !turn.state().nudges().resting().isEmpty());
        if (intent != Intent.RESUME || !rest) {
            return false;
        }
        Prompt prompt = turn.prompt().onlyPerson().line("nudge.go-on-question");
        prompt.row(prompt.choice("button.nudge-again", new ButtonAction.Nudge("on")))
                .say();
        return true;
    }

    /** @return whether the word was said to a nudge, right after it */
    static boolean answer(Turn turn, Intent intent) {
        Optional<LastNudge> nudge = areAboutSomethingElse(turn) ? Optional.empty() : NudgeAnswers.open(turn);
        if (nudge.isEmpty()) {
            return false;
        }
        boolean asksForTime = nudge.get().text().equals(NudgeMessage.QUESTION);
        return switch (intent) {
            case YES -> {
                if (asksForTime) {
                    NudgeList.show(turn);
                } else {
                    NudgeAnswers.startByWord(turn, nudge.get());
                }
                yield true;
            }
            case NO, PAUSE, SKIP -> {
                NudgeSnooze.byWord(turn);
                yield true;
            }
            default -> false;
        };
    }
}
