package dev.limber.core.chat;

/** How a client should show a moment in time. */
public enum MomentStyle {
    TIME,
    DATE,
    DATE_AND_TIME,
    /** "in 30 seconds", counting down where the client can. */
    RELATIVE
}
