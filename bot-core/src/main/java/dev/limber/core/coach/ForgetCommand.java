package dev.limber.core.coach;

import dev.limber.core.session.Dialogue;
import dev.limber.core.session.UserState;
import dev.limber.core.text.Intent;

/** {@code /forget}: erases everything about the caller, after one confirmation. */
final class ForgetCommand implements Command {
    @Override
    public String name() {
        return "forget";
    }

    @Override
    public boolean onlyPerson() {
        return true;
    }

    @Override
    public void run(Turn turn, String argument) {
        ask(turn);
    }

    static void ask(Turn turn) {
        turn.ask(new Dialogue.ConfirmForget());
        Prompt prompt = turn.prompt().onlyPerson().line("forget.question");
        prompt.row(
                        prompt.danger("button.forget-all", new ButtonAction.Steer(Intent.YES)),
                        prompt.word("button.keep", Intent.NO))
                .say();
    }

    /** @return whether the intent was an answer */
    static boolean answer(Turn turn, Intent intent) {
        turn.ask(new Dialogue.None());
        if (intent == Intent.YES) {
            turn.effect(new Effect.Forget());
            turn.prompt().onlyPerson().line("forget.done").say();
            turn.become(UserState.initial());
            return true;
        }
        if (intent == Intent.NO || intent == Intent.STOP) {
            turn.prompt().onlyPerson().line("forget.kept").say();
            return true;
        }
        return false;
    }
}
