package dev.limber.core.coach;

import dev.limber.core.chat.TextStyle;
import dev.limber.core.exercise.ConditionId;
import dev.limber.core.session.Plan;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what a plan leaves out, changes and has instead; for the person alone, for it tells of their answers. */
final class PlanNotice {
    private PlanNotice() {}

    static void say(Turn turn, Plan plan) {
        if (plan.leftOut().isEmpty() && plan.adapted().isEmpty()) {
            return;
        }
        Prompt prompt = turn.prompt().onlyPerson().title("plan.title", Map.of("name", plan.name()));
        plan.leftOut().forEach(leftOut -> leftOut(turn, prompt, leftOut));
        plan.adapted()
                .forEach(adapted -> prompt.line(
                        "plan.adapted",
                        Map.of(
                                "exercise",
                                adapted.exercise(),
                                "way",
                                adapted.way(),
                                "reasons",
                                reasons(turn, adapted.because()))));
        Stream.concat(
                        plan.leftOut().stream().flatMap(leftOut -> leftOut.because().stream()),
                        plan.adapted().stream().flatMap(adapted -> adapted.because().stream()))
                .distinct()
                .flatMap(condition -> turn.phrases().find("condition." + condition + ".advice").stream())
                .forEach(advice -> prompt.words(TextStyle.QUIET, advice));
        prompt.say();
    }

    private static void leftOut(Turn turn, Prompt prompt, Plan.LeftOut leftOut) {
        boolean forHealth = !leftOut.because().isEmpty();
        prompt.line(
                forHealth ? "plan.left-out.condition" : "plan.left-out.equipment",
                Map.of(
                        "exercise",
                        leftOut.exercise(),
                        "reasons",
                        forHealth ? reasons(turn, leftOut.because()) : String.join(", ", leftOut.equipment()),
                        "hasInstead",
                        leftOut.instead().isPresent() ? "yes" : "no",
                        "instead",
                        leftOut.instead().orElse("")));
    }

    private static String reasons(Turn turn, List<ConditionId> conditions) {
        return conditions.stream()
                .map(condition -> turn.text("condition." + condition + ".because"))
                .collect(Collectors.joining(", "));
    }
}
