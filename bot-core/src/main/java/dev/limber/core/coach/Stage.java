package dev.limber.core.coach;

import dev.limber.core.session.Stretch;

/** What differs between a routine of one's own and one that a chat does together. */
interface Stage {
    /** The key of what is said of a routine that goes on by itself. */
    String handsFreeHint();

    /** The buttons below a step. */
    void controls(Prompt prompt, Stretch stretch);

    /** The last step of a routine that goes on by itself is over. */
    void allDone(Turn turn, Stretch stretch);

    /** A cue came so late that nobody waits for it any more: the routine is paused. */
    void wasAway(Turn turn, Stretch stretch);
}
