package dev.limber.core.session;

/** How a routine goes on. */
public sealed interface Pace {
    /** When the person says so. */
    record ByHand() implements Pace {}

    /**
     * By itself.
     *
     * @param moment what has been said last in this step
     */
    record HandsFree(Moment moment) implements Pace {}

    /**
     * Not until the person says so.
     *
     * @param handsFree whether it then goes on by itself
     */
    record Paused(boolean handsFree) implements Pace {}

    /** Where in a step the hands-free coach is. */
    enum Moment {
        READING,
        WORKING,
        HALF_WAY,
        /** All is done; only the person's own word completes the routine. */
        AWAITING_WORD
    }
}
