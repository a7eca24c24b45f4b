package dev.limber.core.coach;

import dev.limber.core.exercise.Dose;
import dev.limber.core.session.Completion;
import dev.limber.core.session.Dialogue;
import dev.limber.core.session.PlanStep;
import dev.limber.core.session.Stretch;
import dev.limber.core.text.Intent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Ends a routine: what was done, how it feels now, the week so far. */
final class FinishFlow {
    /** For getting into position, on top of what a step is made of. */
    private static final Duration CHANGE = Duration.ofSeconds(10);

    private FinishFlow() {}

    /** The person's own word that the last step is done. */
    static void finish(Turn turn, Stretch stretch) {
        Optional<Completion> completion = remember(turn, stretch, true);
        turn.become(turn.state().withStretch(Optional.empty()));
        if (completion.isEmpty()) {
            turn.ask(new Dialogue.None());
            turn.say("finish.all-skipped");
            return;
        }
        turn.ask(new Dialogue.Feeling(completion.get().id()));
        lookBack(turn, completion.get());
    }

    /**
     * Says again what was said when the routine ended, and asks how it feels.
     *
     * @return false where nothing is known of it any more
     */
    static boolean repeat(Turn turn, Dialogue.Feeling asked) {
        Optional<Completion> completion = find(turn, asked);
        completion.ifPresent(found -> lookBack(turn, found));
        return completion.isPresent();
    }

    private static void lookBack(Turn turn, Completion completion) {
        Prompt prompt = turn.prompt()
                .onlyPerson(Privacy.FINISHED)
                .title("finish.title", Map.of("name", completion.name()))
                .line(
                        "finish.done",
                        Map.of(
                                "done", completion.stepsDone(),
                                "total", completion.stepsTotal(),
                                "minutes", minutes(completion.active())));
        week(turn, prompt, completion);
        prompt.line("finish.feeling-question")
                .row(
                        prompt.word("button.better", Intent.BETTER),
                        prompt.word("button.same", Intent.SAME),
                        prompt.word("button.worse", Intent.WORSE))
                .say();
    }

    /** The person has had enough; what was done still counts as minutes. How much that was is nobody else's business. */
    static void stop(Turn turn, Stretch stretch) {
        Optional<Completion> completion = remember(turn, stretch, false);
        turn.become(turn.state().withStretch(Optional.empty()).withDialogue(new Dialogue.None()));
        if (completion.isPresent() && turn.context().privateChat()) {
            turn.prompt()
                    .onlyPerson()
                    .line(
                            "finish.stopped",
                            Map.of(
                                    "done", completion.get().stepsDone(),
                                    "total", completion.get().stepsTotal()))
                    .say();
        } else {
            Prompt prompt = turn.context().privateChat() ? turn.prompt().onlyPerson() : turn.routinePrompt();
            prompt.line("finish.stopped-at-once").say();
        }
    }

    /** What is left unfinished: nothing of what went on by itself long after the person's last word counts. */
    static void rememberUnfinished(Turn turn) {
        turn.state().stretch().ifPresent(unfinished -> remember(turn, unfinished, false));
    }

    /** @return what goes into the history: nothing where no step was done */
    static Optional<Completion> remember(Turn turn, Stretch stretch, boolean toTheEnd) {
        List<PlanStep> steps = stretch.plan().steps();
        int reached = toTheEnd ? steps.size() : stretch.step();
        List<PlanStep> done = IntStream.range(0, reached)
                .filter(index -> !stretch.skipped().contains(index))
                .mapToObj(steps::get)
                .toList();
        boolean abandoned = !toTheEnd && StretchFlow.isLongBreak(turn, stretch);
        if (abandoned && stretch.goesOnByItself()) {
            return Optional.empty();
        }
        boolean worked = done.stream().anyMatch(PlanStep.Work.class::isInstance);
        if (!worked) {
            return Optional.empty();
        }
        Duration active = done.stream().map(step -> time(stretch, step)).reduce(Duration.ZERO, Duration::plus);
        var completion = new Completion(
                stretch.plan().id(),
                stretch.plan().routine(),
                stretch.plan().name(),
                stretch.startedAt(),
                abandoned ? stretch.lastActive() : turn.now(),
                done.size(),
                steps.size(),
                active,
                toTheEnd,
                Optional.empty());
        turn.effect(new Effect.Remember(completion));
        return Optional.of(completion);
    }

    /** @return whether the intent was an answer */
    static boolean answer(Turn turn, Dialogue.Feeling asked, Intent intent) {
        Optional<Completion.Feeling> feeling = feeling(intent);
        feeling.ifPresent(answer -> {
            turn.ask(new Dialogue.None());
            find(turn, asked).ifPresent(completion -> turn.effect(new Effect.Remember(completion.withFeeling(answer))));
            reply(turn, answer);
        });
        return feeling.isPresent();
    }

    private static Optional<Completion> find(Turn turn, Dialogue.Feeling asked) {
        return turn.context().records().completionsSince(turn.now().minus(Duration.ofDays(7))).stream()
                .filter(completion -> completion.id().equals(asked.completion()))
                .findFirst();
    }

    /** Rounded up: a routine that was done never took no time. */
    static long minutes(Duration duration) {
        return duration.plusSeconds(59).toMinutes();
    }

    private static Optional<Completion.Feeling> feeling(Intent intent) {
        return switch (intent) {
            case BETTER, YES -> Optional.of(Completion.Feeling.BETTER);
            case SAME, NO -> Optional.of(Completion.Feeling.SAME);
            case WORSE -> Optional.of(Completion.Feeling.WORSE);
            default -> Optional.empty();
        };
    }

    private static void reply(Turn turn, Completion.Feeling feeling) {
        switch (feeling) {
            case BETTER ->
                NudgeOffer.addTo(turn, turn.prompt().onlyPerson().line("finish.better"))
                        .say();
            case SAME ->
                NudgeOffer.addTo(turn, turn.prompt().onlyPerson().line("finish.same"))
                        .say();
            case WORSE -> {
                Prompt prompt = turn.prompt().onlyPerson().line("finish.worse");
                prompt.row(prompt.danger("button.hurts", new ButtonAction.Hurts()))
                        .say();
            }
        }
    }

    private static void week(Turn turn, Prompt prompt, Completion justNow) {
        var completions = new ArrayList<>(turn.context().records().completionsSince(Progress.lookBack(turn.now())));
        completions.removeIf(completion -> completion.id().equals(justNow.id()));
        completions.add(justNow);
        Progress progress =
                Progress.of(completions, turn.now(), turn.zone(), turn.state().preferences());
        prompt.line("progress.week", Map.of("days", progress.daysThisWeek(), "goal", progress.goal()));
    }

    private static Duration time(Stretch stretch, PlanStep step) {
        return switch (step) {
            case PlanStep.Prepare prepare -> prepare.time();
            case PlanStep.Work work -> {
                Dose dose =
                        stretch.plan().exercises().get(work.exercise()).option().dose();
                yield dose.duration().plus(CHANGE);
            }
        };
    }
}
