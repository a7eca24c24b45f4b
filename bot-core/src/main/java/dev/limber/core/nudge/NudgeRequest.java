package dev.limber.core.nudge;

import java.time.LocalDate;
import java.util.Optional;

/** What somebody wants of nudges, as {@link NudgePhrase} reads it. */
public sealed interface NudgeRequest {
    /** To be nudged by this rule. A {@link NudgeRule.Once} may lie in the past: "today at 8" in the evening. */
    record Plan(NudgeRule rule) implements NudgeRequest {}

    /**
     * A time of the day and nothing else: "at noon". Whether once or every day is meant is not said.
     *
     * @param next the first one ahead
     * @param daily every day at that time
     */
    record AtClock(NudgeRule.Once next, NudgeRule.AtTimes daily) implements NudgeRequest {}

    /** No nudges any more. */
    record Off() implements NudgeRequest {}

    /** Nudges again, after they were off or paused. */
    record Resume() implements NudgeRequest {}

    /** @param until the first day on which nudges come again; after today, at most 366 days ahead */
    record Pause(LocalDate until) implements NudgeRequest {}

    /**
     * About the nudges of the chat where it is said rather than about one's own.
     *
     * @param what any other request; empty where only "here" is said
     */
    record Here(Optional<NudgeRequest> what) implements NudgeRequest {}

    /** Why a nudge came, or why none came. */
    record Why() implements NudgeRequest {}

    /** One nudge now, to see how it looks. */
    record Test() implements NudgeRequest {}
}
