package dev.limber.core.coach;

import dev.limber.core.coach.Records.ToldNudge;
import dev.limber.core.session.Fate;
import dev.limber.core.session.NudgeDecision;
import dev.limber.core.session.NudgeDecision.Verdict;
import dev.limber.core.session.Nudges;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells in plain words what became of the last nudges. */
final class WhyNudges {
    private WhyNudges() {}

    static void say(Turn turn) {
        List<ToldNudge> last = turn.context().records().lastNudges();
        Prompt prompt = turn.prompt().onlyPerson().title("nudge.why.title");
        if (last.isEmpty()) {
            prompt.line("nudge.why.nothing");
        }
        last.forEach(told -> tell(turn, prompt, told));
        whetherAny(turn, prompt);
        NudgeHeld.tell(turn, prompt);
        turn.state().nudges().set().stream()
                .filter(nudge -> NudgeTimes.next(turn, nudge).isEmpty())
                .forEach(nudge -> {
                    prompt.line("nudge.list.item", Map.of("what", NudgeTimes.label(turn, nudge.rule())));
                    NudgeHeld.tellNever(turn, prompt, nudge);
                });
        NudgeReply.nextOfAll(turn, prompt);
        prompt.say();
    }

    /** Where nothing can come, the last ones do not tell why. */
    private static void whetherAny(Turn turn, Prompt prompt) {
        Nudges nudges = turn.state().nudges();
        if (!nudges.all().isEmpty()) {
            // Whoever is just back is told so by itself.
            if (nudges.outOfReach() && turn.state().unreachableSince().isEmpty()) {
                prompt.line("reach.nudges").row(NudgePlaces.waysOn(turn, prompt));
            }
        } else if (nudges.resting().isEmpty()) {
            prompt.line("nudge.nothing-set");
        } else {
            prompt.line("nudge.list.off", Map.of("what", NudgeReply.labels(turn, nudges.resting())));
        }
    }

    private static void tell(Turn turn, Prompt prompt, ToldNudge told) {
        NudgeDecision decision = told.decision();
        var arguments = new HashMap<String, Object>(NudgeTimes.said(turn, decision.occurrence()));
        arguments.put("what", turn.text(key(told), until(turn, decision)));
        arguments.put("label", decision.label());
        prompt.line(decision.label().isEmpty() ? "nudge.why.line-bare" : "nudge.why.line", arguments);
    }

    private static Map<String, Object> until(Turn turn, NudgeDecision decision) {
        return decision.until()
                .<Map<String, Object>>map(until -> Map.of("until", Dates.moment(turn, until)))
                .orElse(Map.of());
    }

    private static String key(ToldNudge told) {
        Verdict verdict = told.decision().verdict();
        boolean said = verdict == Verdict.SENT || verdict == Verdict.GAVE_UP;
        Optional<String> fate = told.fate().filter(_ -> said).flatMap(WhyNudges::fate);
        return "nudge.why."
                + fate.orElseGet(() -> verdict == Verdict.SENT && told.fate().isEmpty() ? "on-its-way" : word(verdict));
    }

    /** Where it is another than that it arrived. */
    private static Optional<String> fate(Fate fate) {
        return switch (fate) {
            case DELIVERED -> Optional.empty();
            case LOST -> Optional.of("lost");
            case IN_DOUBT -> Optional.of("in-doubt");
            case TOO_LATE -> Optional.of("held-up");
            case QUIET_HOURS -> Optional.of(word(Verdict.QUIET_HOURS));
            case WITHDRAWN -> Optional.of("withdrawn");
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
