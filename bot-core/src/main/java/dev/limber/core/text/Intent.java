package dev.limber.core.text;

/** What a word or phrase asks for; the words themselves stand in the content, in each language. */
public enum Intent {
    NEXT,
    BACK,
    AGAIN,
    PAUSE,
    RESUME,
    EASIER,
    HARDER,
    SKIP,
    STOP,
    /** Nothing more to add: the end of a list that is asked for; elsewhere it stops. */
    THAT_IS_ALL,
    YES,
    NO,
    BETTER,
    SAME,
    WORSE,
    /** Go on by itself. */
    HANDS_FREE,
    /** Wait for a word at each step. */
    BY_HAND,
    /** Explain this exercise. */
    HOW,
    /** Wants to stretch, without saying what. */
    STRETCH,
    /** To be reminded again a little later. */
    SNOOZE,
    NOT_TODAY,
    HELP,
    GREETING,
    THANKS
}
