package dev.limber.core.coach;

import dev.limber.core.chat.TextStyle;
import dev.limber.core.exercise.Dose;
import dev.limber.core.exercise.Side;
import dev.limber.core.session.CueAfter;
import dev.limber.core.session.PlanStep;
import dev.limber.core.session.PlannedExercise;
import dev.limber.core.session.Stretch;
import dev.limber.core.text.Phrases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a step looks like in a chat. */
final class StepPrompt {
    private StepPrompt() {}

    /** Shows the step, and in a hands-free routine asks to be woken once it has been read. */
    static void show(Turn turn, Stretch stretch, Opening opening) {
        Prompt prompt = turn.routinePrompt().announced("step.announcement", StretchFlow.where(turn, stretch));
        opening.key().ifPresent(prompt::line);
        List<String> lines = body(turn, stretch, opening.full());
        prompt.title("step.title", titleArguments(stretch));
        if (stretch.current() instanceof PlanStep.Work work) {
            sideAndRound(turn, prompt, work);
        }
        if (StepPicture.isFirst(stretch) || opening.otherWay()) {
            StepPicture.of(turn, stretch, side(stretch.current())).ifPresent(prompt::picture);
        }
        lines.forEach(line -> prompt.words(TextStyle.BODY, line));
        if (stretch.current() instanceof PlanStep.Work work) {
            PlannedExercise.Option option = option(stretch, work);
            prompt.words(TextStyle.BODY, dose(turn, option.dose()));
            if (option.dose() instanceof Dose.Hold(Duration time) && !stretch.isHandsFree()) {
                prompt.hold(time);
            }
            if (opening.full()) {
                mind(turn, prompt, option, side(work));
            }
        }
        turn.stage().controls(prompt, stretch);
        if (stretch.isHandsFree()) {
            if (opening.full()) {
                prompt.quiet(turn.stage().handsFreeHint());
            }
            prompt.say(new CueAfter(HandsFree.timeToRead(stretch, lines), HandsFree.cue(stretch)));
        } else {
            prompt.say();
        }
    }

    /** What must not be missed: what to mind, and the breath where the movement follows it. */
    private static void mind(Turn turn, Prompt prompt, PlannedExercise.Option option, Map<String, ?> side) {
        if (option.dose() instanceof Dose.Repetitions) {
            prompt.quiet("how.breath", Map.of("text", turn.phrases().format(option.breath(), side)));
        }
        prompt.quiet("how.caution", Map.of("text", turn.phrases().format(option.caution(), side)));
    }

    /** All that the content says about the current exercise. */
    static void explain(Turn turn, Stretch stretch) {
        if (!(stretch.current() instanceof PlanStep.Work work)) {
            show(turn, stretch, Opening.none());
            return;
        }
        Phrases phrases = turn.phrases();
        PlannedExercise exercise = stretch.plan().exercises().get(work.exercise());
        PlannedExercise.Option option = exercise.option();
        Map<String, ?> side = side(work);
        Prompt prompt = turn.routinePrompt().title("how.title", Map.of("exercise", option.name()));
        StepPicture.of(turn, stretch, side).ifPresent(prompt::picture);
        prompt.words(TextStyle.BODY, phrases.format(option.start(), side));
        option.cues().forEach(cue -> prompt.words(TextStyle.BODY, phrases.format(cue, side)));
        prompt.words(TextStyle.BODY, dose(turn, option.dose()))
                .line("how.breath", Map.of("text", phrases.format(option.breath(), side)))
                .line("how.feel", Map.of("text", phrases.format(option.feel(), side)))
                .line("how.caution", Map.of("text", phrases.format(option.caution(), side)));
        source(turn, exercise, prompt);
        prompt.say();
    }

    static String dose(Turn turn, Dose dose) {
        return switch (dose) {
            case Dose.Hold hold ->
                turn.text("dose.hold", Map.of("seconds", hold.duration().toSeconds()));
            case Dose.Repetitions(int count, int most, var tempo) ->
                turn.text(
                        "dose.repetitions", Map.of("count", count, "most", most, "more", most > count ? "yes" : "no"));
            case Dose.Breaths(int count, var tempo) -> turn.text("dose.breaths", Map.of("count", count));
        };
    }

    private static void source(Turn turn, PlannedExercise exercise, Prompt prompt) {
        var catalog = turn.context().content().catalog();
        catalog.findExercise(exercise.id())
                .flatMap(found -> catalog.findSource(found.source()))
                .ifPresent(source -> prompt.quiet(
                        source.published() ? "how.source" : "how.own-choice",
                        Map.of("author", source.author(), "title", source.title())));
    }

    private static Map<String, Object> titleArguments(Stretch stretch) {
        String what = switch (stretch.current()) {
            case PlanStep.Prepare prepare -> prepare.name();
            case PlanStep.Work work -> option(stretch, work).name();
        };
        return Map.of(
                "what",
                what,
                "step",
                stretch.step() + 1,
                "steps",
                stretch.plan().steps().size());
    }

    private static void sideAndRound(Turn turn, Prompt prompt, PlanStep.Work work) {
        var parts = new ArrayList<String>();
        work.side().ifPresent(side -> parts.add(turn.text("step.side", Map.of("side", lower(side)))));
        if (work.rounds() > 1) {
            parts.add(turn.text("step.round", Map.of("round", work.round(), "rounds", work.rounds())));
        }
        if (!parts.isEmpty()) {
            prompt.words(TextStyle.QUIET, String.join(" · ", parts));
        }
    }

    private static List<String> body(Turn turn, Stretch stretch, boolean full) {
        return switch (stretch.current()) {
            case PlanStep.Prepare prepare ->
                prepare.lines().stream()
                        .map(line -> turn.phrases().format(line, Map.of()))
                        .toList();
            case PlanStep.Work work -> {
                PlannedExercise.Option option = option(stretch, work);
                var lines = new ArrayList<String>();
                if (full) {
                    lines.add(turn.phrases().format(option.start(), side(work)));
                }
                option.cues().forEach(cue -> lines.add(turn.phrases().format(cue, side(work))));
                yield lines;
            }
        };
    }

    private static PlannedExercise.Option option(Stretch stretch, PlanStep.Work work) {
        return stretch.plan().exercises().get(work.exercise()).option();
    }

    private static Map<String, ?> side(PlanStep step) {
        return switch (step) {
            case PlanStep.Prepare _ -> Map.of();
            case PlanStep.Work work -> side(work);
        };
    }

    private static Map<String, ?> side(PlanStep.Work work) {
        return Map.of("side", work.side().map(StepPrompt::lower).orElse("none"));
    }

    private static String lower(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }
}
