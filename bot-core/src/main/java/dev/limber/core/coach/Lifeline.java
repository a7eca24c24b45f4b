package dev.limber.core.coach;

import dev.limber.core.chat.TextStyle;
import dev.limber.core.session.Dialogue;
import dev.limber.core.session.Pace;
import dev.limber.core.text.Reading;

/** Somebody does not want to live any more: no stretch matters now, only that a person helps. Nothing of it is kept. */
final class Lifeline {
    /** What an invitation to it hands to the start command; others may read it, so it tells nothing. */
    static final String WAY = "word";

    private Lifeline() {}

    /** Whether what followed a command says it, whatever the command. */
    static boolean isCalledFor(Turn turn, String argument) {
        return !argument.isEmpty()
                && turn.context().content().utterances().read(argument, turn.language()) instanceof Reading.Despair;
    }

    /** Pauses what is under way; there is no button, for nothing here leads on. */
    static void say(Turn turn) {
        if (!Questions.areAboutHealth(turn.state().dialogue())) {
            turn.ask(new Dialogue.None());
        }
        Prompt prompt = turn.prompt()
                .onlyPerson(Privacy.URGENT)
                .foundWith(WAY)
                .title("lifeline.title")
                .line("lifeline.only-a-coach")
                .line("lifeline.danger")
                .line("lifeline.talk")
                .list(TextStyle.BODY, "lifeline.lines")
                .line("lifeline.somebody-near");
        turn.state().stretch().ifPresent(stretch -> {
            turn.stretch(
                    stretch.withPace(new Pace.Paused(stretch.goesOnByItself())).touched(turn.now()));
            prompt.quiet("lifeline.paused");
        });
        turn.keepWhatIsShown();
        prompt.say();
    }
}
