package dev.limber.benchmarks.week;

/** What somebody does about nudges. */
enum Habit {
    /** Says something each time. */
    GREETS,
    /** Says something every other time. */
    GREETS_EVERY_OTHER_TIME,
    /** Does nothing, ever. */
    IGNORES,
    /** Wants no more for the rest of the day. */
    DECLINES,
    /** Puts the day's first one off. */
    SNOOZES,
    /** Starts what is offered, once, and finishes it. */
    STARTS,
    /** Finishes a routine shortly before one is due, once. */
    STRETCHES_BEFORE,
    /** Is in a routine when one is due, once. */
    STRETCHES_MEANWHILE,
    /** Takes a break of some days. */
    PAUSES,
    /** Asks for another one, once. */
    ASKS_FOR_ONE_MORE;

    /** Whether nothing is done at times that hang on other settings. */
    boolean ordinary() {
        return this == GREETS || this == IGNORES || this == DECLINES;
    }

    /** Whether this person never leaves two in a row unanswered. */
    boolean answers() {
        return this != IGNORES;
    }
}
