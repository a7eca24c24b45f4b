package dev.limber.core.coach;

import dev.limber.core.chat.TextStyle;
import dev.limber.core.session.Lock;
import dev.limber.core.session.Screening;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code /safety}: the health check, and what came of it. */
final class SafetyCommand implements Command {
    @Override
    public String name() {
        return "safety";
    }

    @Override
    public boolean onlyPerson() {
        return true;
    }

    @Override
    public void run(Turn turn, String argument) {
        Optional<Lock> lock = turn.state().lock();
        if (lock.isPresent()) {
            Gate.explain(turn, lock.get());
            return;
        }
        Prompt prompt = turn.prompt().onlyPerson().title("safety.title");
        turn.state()
                .screening()
                .ifPresentOrElse(screening -> answers(turn, prompt, screening), () -> prompt.line("safety.unanswered"));
        prompt.list(TextStyle.BODY, "safety.rules")
                .list(TextStyle.QUIET, "fact.towel-roll")
                .row(
                        prompt.primary("button.check-anew", new ButtonAction.CheckAnew()),
                        prompt.danger("button.hurts", new ButtonAction.Hurts()))
                .say();
    }

    private static void answers(Turn turn, Prompt prompt, Screening screening) {
        String date = Dates.date(turn, screening.at().atZone(turn.zone()).toLocalDate());
        if (screening.skipped()) {
            prompt.line("safety.skipped", Map.of("date", date));
        } else if (screening.conditions().isEmpty()) {
            prompt.line("safety.nothing", Map.of("date", date));
        } else {
            String conditions = screening.conditions().stream()
                    .sorted()
                    .map(condition -> turn.text("condition." + condition + ".name"))
                    .collect(Collectors.joining(", "));
            prompt.line("safety.conditions", Map.of("date", date, "conditions", conditions));
        }
    }
}
