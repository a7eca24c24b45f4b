package dev.limber.core.coach;

import java.util.Map;

/** {@code /progress}: the week against the goal, the streak, minutes, the favourite. */
final class ProgressCommand implements Command {
    @Override
    public String name() {
        return "progress";
    }

    @Override
    public boolean onlyPerson() {
        return true;
    }

    @Override
    public void run(Turn turn, String argument) {
        Progress progress = Progress.of(
                turn.context().records().completionsSince(Progress.lookBack(turn.now())),
                turn.now(),
                turn.zone(),
                turn.state().preferences());
        Prompt prompt = turn.prompt().onlyPerson().title("progress.title");
        prompt.line("progress.week", Map.of("days", progress.daysThisWeek(), "goal", progress.goal()))
                .line("progress.streak", Map.of("days", progress.streak()))
                .line("progress.minutes", Map.of("minutes", FinishFlow.minutes(progress.active())));
        progress.favourite().ifPresent(name -> prompt.line("progress.favourite", Map.of("name", name)));
        prompt.say();
    }
}
