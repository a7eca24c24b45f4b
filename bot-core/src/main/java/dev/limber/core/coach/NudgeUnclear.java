package dev.limber.core.coach;

import dev.limber.core.nudge.NudgeFault;
import dev.limber.core.nudge.NudgeRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says of a wish for nudges that was not understood what it lacks, with what can be typed instead. */
final class NudgeUnclear {
    private NudgeUnclear() {}

    static void say(Turn turn, String typed) {
        Optional<NudgeFault> fault = turn.nudgePhrase().findFault(typed, turn.localNow());
        boolean nothingToPause = turn.state().nudges().all().isEmpty();
        if (nothingToPause && fault.filter(NudgeFault.HowLong.class::isInstance).isPresent()) {
            NudgeReply.nothingToTurnOff(turn);
            return;
        }
        List<String> examples = fault.map(NudgeUnclear::guesses).orElse(List.of()).stream()
                .map(rule -> NudgeTimes.label(turn, rule))
                .toList();
        List<String> shown = examples.isEmpty() ? turn.nudgePhrase().nearest(typed) : examples;
        Prompt prompt = turn.prompt()
                .onlyPerson()
                .line(
                        fault.map(NudgeUnclear::key).orElse("nudge.unclear"),
                        Map.of("example", shown.stream().findFirst().orElse("")));
        NudgeList.offer(prompt, shown);
        prompt.say();
    }

    private static List<NudgeRule> guesses(NudgeFault fault) {
        return switch (fault) {
            case NudgeFault.WhatTime(var guesses) -> guesses;
            case NudgeFault.HowOften(var guesses) -> guesses;
            case NudgeFault.TooOften _,
                    NudgeFault.TooSeldom _,
                    NudgeFault.OutOfReach _,
                    NudgeFault.NoSuchTime _,
                    NudgeFault.Past _,
                    NudgeFault.HowLong _ -> List.of();
        };
    }

    private static String key(NudgeFault fault) {
        return "nudge.fault."
                + switch (fault) {
                    case NudgeFault.TooOften() -> "too-often";
                    case NudgeFault.TooSeldom() -> "too-seldom";
                    case NudgeFault.OutOfReach() -> "out-of-reach";
                    case NudgeFault.NoSuchTime() -> "no-such-time";
                    case NudgeFault.Past() -> "past";
                    case NudgeFault.HowLong() -> "how-long";
                    case NudgeFault.WhatTime _ -> "what-time";
                    case NudgeFault.HowOften _ -> "how-often";
                };
    }
}
