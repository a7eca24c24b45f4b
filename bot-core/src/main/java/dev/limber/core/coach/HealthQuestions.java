package dev.limber.core.coach;

import dev.limber.core.chat.ButtonStyle;
import dev.limber.core.exercise.Condition;
import dev.limber.core.exercise.ConditionId;
import dev.limber.core.session.Dialogue.HealthCheck;
import dev.limber.core.text.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The health check's questions as they are put to a person. */
final class HealthQuestions {
    private HealthQuestions() {}

    /** What the check is for, before its first question. */
    static void introduce(Turn turn, Prompt prompt) {
        prompt.title("health.title").line("health.intro", Map.of("canSkip", canSkip(turn) ? "yes" : "no"));
    }

    /** Says back what is ticked. */
    static void note(Turn turn, Prompt prompt, Set<ConditionId> ticked) {
        String names = turn.context().content().catalog().conditions().keySet().stream()
                .filter(ticked::contains)
                .map(id -> turn.text("condition." + id + ".name"))
                .collect(Collectors.joining("; "));
        prompt.line("health.noted", Map.of("conditions", names, "any", ticked.isEmpty() ? "no" : "yes"));
    }

    static void ask(Turn turn, Prompt prompt, HealthCheck check) {
        switch (check.question()) {
            case EMERGENCY_SIGNS -> signs(turn, prompt, "emergency-signs");
            case DOCTOR_SIGNS -> signs(turn, prompt, "doctor-signs");
            case CONDITIONS -> conditions(turn, prompt, check);
            case ACHE ->
                prompt.line("health.emergency-signs-question")
                        .bullets("health.emergency-signs")
                        .row(
                                prompt.word("button.none-of-these", Intent.NO),
                                prompt.word("button.at-least-one", Intent.YES));
        }
    }

    /** Only answers lift a lock. */
    private static boolean canSkip(Turn turn) {
        return turn.state().lock().isEmpty();
    }

    private static void signs(Turn turn, Prompt prompt, String which) {
        prompt.line("health." + which + "-question").bullets("health." + which);
        choices(
                turn,
                prompt,
                prompt.primary("button.none-of-these", new ButtonAction.Steer(Intent.NO)),
                prompt.word("button.at-least-one", Intent.YES));
    }

    private static void choices(Turn turn, Prompt prompt, Choice... answers) {
        var choices = new ArrayList<>(List.of(answers));
        if (canSkip(turn)) {
            choices.add(prompt.word("button.skip-check", Intent.SKIP));
        }
        prompt.row(choices);
    }

    private static void conditions(Turn turn, Prompt prompt, HealthCheck check) {
        prompt.line("health.conditions-question");
        for (Condition condition :
                turn.context().content().catalog().conditions().values()) {
            if (!condition.id().equals(Condition.UNSCREENED)) {
                String mark = check.ticked().contains(condition.id()) ? "health.ticked" : "health.unticked";
                String name = turn.text("condition." + condition.id() + ".name");
                String label = turn.text(mark, Map.of("name", name));
                prompt.row(new Choice(label, new ButtonAction.Tick(condition.id()), ButtonStyle.NORMAL));
            }
        }
        choices(
                turn,
                prompt,
                check.ticked().isEmpty()
                        ? prompt.primary("button.none-of-these", new ButtonAction.Steer(Intent.NO))
                        : prompt.primary("button.that-is-all", new ButtonAction.Steer(Intent.NEXT)));
    }
}
