package dev.limber.core.nudge;

import java.util.List;

/** Why no request could be made of what somebody typed, where that can be said. */
public sealed interface NudgeFault {
    /** More often than every {@link NudgeRule#SHORTEST_INTERVAL}. */
    record TooOften() implements NudgeFault {}

    /** Less often than every {@link NudgeRule#LONGEST_INTERVAL}. */
    record TooSeldom() implements NudgeFault {}

    /** Less than {@link NudgeRule#SOONEST} or more than {@link NudgeRule#FARTHEST} ahead. */
    record OutOfReach() implements NudgeFault {}

    /** "25:00". */
    record NoSuchTime() implements NudgeFault {}

    /** "yesterday". */
    record Past() implements NudgeFault {}

    /** "pause", and not for how long. */
    record HowLong() implements NudgeFault {}

    /**
     * Days or a part of the day are said and no time; or a mere number, which may be one.
     *
     * @param guesses rules with a time that may be meant, at least one
     */
    record WhatTime(List<NudgeRule> guesses) implements NudgeFault {
        public WhatTime {
            guesses = List.copyOf(guesses);
        }
    }

    /**
     * From when to when, and not how often.
     *
     * @param guesses rules that may be meant, at least one
     */
    record HowOften(List<NudgeRule> guesses) implements NudgeFault {
        public HowOften {
            guesses = List.copyOf(guesses);
        }
    }
}
