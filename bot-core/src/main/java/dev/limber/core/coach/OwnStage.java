package dev.limber.core.coach;

import dev.limber.core.session.Pace;
import dev.limber.core.session.Stretch;
import dev.limber.core.text.Intent;

/** A routine of one's own: everything is as the person says, and only their word completes it. */
final class OwnStage implements Stage {
    @Override
    public String handsFreeHint() {
        return "hands-free.on";
    }

    @Override
    public void controls(Prompt prompt, Stretch stretch) {
        String next = stretch.isLastStep() ? "button.done" : "button.next";
        prompt.row(
                prompt.primary(next, new ButtonAction.Steer(Intent.NEXT)),
                prompt.word("button.back", Intent.BACK),
                prompt.word("button.easier", Intent.EASIER));
        prompt.row(
                prompt.word("button.pause", Intent.PAUSE),
                prompt.word("button.stop", Intent.STOP),
                prompt.danger("button.hurts", new ButtonAction.Hurts()));
    }

    @Override
    public void allDone(Turn turn, Stretch stretch) {
        turn.stretch(stretch.withPace(new Pace.HandsFree(Pace.Moment.AWAITING_WORD)));
        Prompt prompt = turn.routinePrompt().line("hands-free.all-done");
        prompt.row(
                        prompt.primary("button.done", new ButtonAction.Steer(Intent.NEXT)),
                        prompt.word("button.back", Intent.BACK),
                        prompt.danger("button.hurts", new ButtonAction.Hurts()))
                .say();
    }

    @Override
    public void wasAway(Turn turn, Stretch stretch) {
        Prompt prompt = turn.routinePrompt().line("hands-free.was-away", StretchFlow.where(turn, stretch));
        prompt.row(
                        prompt.primary("button.resume", new ButtonAction.Steer(Intent.RESUME)),
                        prompt.word("button.stop", Intent.STOP))
                .say();
    }
}
