package dev.limber.core.coach;

import dev.limber.core.coach.ButtonAction.Deed;
import dev.limber.core.session.Pace;
import dev.limber.core.session.Stretch;

/** A routine that a chat does together: everybody sees the buttons, its leader's word counts. */
final class GroupStage implements Stage {
    private final GroupTurn turn;

    GroupStage(GroupTurn turn) {
        this.turn = turn;
    }

    @Override
    public String handsFreeHint() {
        return "group.together.hands-free";
    }

    @Override
    public void controls(Prompt prompt, Stretch stretch) {
        boolean byHand = stretch.pace() instanceof Pace.ByHand;
        prompt.row(
                prompt.primary(
                        stretch.isLastStep() ? "button.done" : "button.next", GroupSession.button(Deed.NEXT, stretch)),
                prompt.choice("button.stop", GroupSession.button(Deed.STOP, stretch)),
                byHand
                        ? prompt.choice("button.by-itself", GroupSession.button(Deed.HANDS_FREE, stretch))
                        : prompt.choice("button.lead", GroupSession.button(Deed.LEAD, stretch)));
        prompt.row(
                prompt.choice("button.in", GroupSession.button(Deed.IN, stretch)),
                prompt.danger("button.hurts", new ButtonAction.Hurts()));
    }

    /** There is nobody whose word alone completes it. */
    @Override
    public void allDone(Turn voice, Stretch stretch) {
        GroupSession.finish(turn);
    }

    @Override
    public void wasAway(Turn voice, Stretch stretch) {
        Prompt prompt = voice.prompt().line("group.together.was-away", StretchFlow.where(voice, stretch));
        prompt.row(
                        prompt.primary("button.resume", GroupSession.button(Deed.NEXT, stretch)),
                        prompt.choice("button.stop", GroupSession.button(Deed.STOP, stretch)))
                .say();
    }
}
