package dev.limber.core.session;

/** How urgently a message goes out. */
public enum Lane {
    /** Answers to people, and hands-free cues: never paced by us; repeated when their fate is in doubt. */
    ANSWER,
    /** Scheduled messages: after all answers, at the platform's pace; never repeated when in doubt. */
    NUDGE
}
