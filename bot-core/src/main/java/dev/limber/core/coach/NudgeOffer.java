package dev.limber.core.coach;

import dev.limber.core.session.Nudges;

/** Asks once, after the first routine, whether the person would like to be reminded. */
final class NudgeOffer {
    private NudgeOffer() {}

    /** @return the same prompt, with the question where it has not been asked, nor settled, before */
    static Prompt addTo(Turn turn, Prompt prompt) {
        Nudges nudges = turn.state().nudges();
        boolean settled =
                nudges.offered() || !nudges.all().isEmpty() || !nudges.resting().isEmpty();
        if (!settled) {
            turn.become(turn.state().withNudges(nudges.withOffered()));
            prompt.line("nudge.offer.question");
            NudgeList.offer(prompt, turn.phrases().patterns("nudge.offer.times"));
            prompt.row(prompt.choice("nudge.offer.no", new ButtonAction.LeaveNudges()));
        }
        return prompt;
    }
}
