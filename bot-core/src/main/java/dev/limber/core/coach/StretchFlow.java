package dev.limber.core.coach;

import dev.limber.core.exercise.Level;
import dev.limber.core.session.Dialogue;
import dev.limber.core.session.Pace;
import dev.limber.core.session.Plan;
import dev.limber.core.session.PlanStep;
import dev.limber.core.session.PlannedExercise;
import dev.limber.core.session.Stretch;
import dev.limber.core.text.Intent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Leads through a routine step by step. */
final class StretchFlow {
    /** After a break as long as this, carrying on is asked for rather than assumed. */
    static final Duration LONG_BREAK = Duration.ofHours(12);

    private StretchFlow() {}

    /** @param alone among others; a cue that comes by itself could not be kept from them, so none does */
    static void begin(Turn turn, Plan plan, boolean alone) {
        FinishFlow.rememberUnfinished(turn);
        boolean handsFree = turn.state().preferences().handsFree() && !alone;
        Pace pace = handsFree ? new Pace.HandsFree(Pace.Moment.READING) : new Pace.ByHand();
        turn.ask(new Dialogue.None());
        NudgeFlow.startStretching(turn);
        turn.stretch(Stretch.begin(plan, pace, turn.now()).withAlone(alone));
        PlanNotice.say(turn, plan);
        show(turn, Opening.of("step.opening.begin"));
    }

    /** Shows the step that the person is at. */
    static void show(Turn turn) {
        show(turn, Opening.none());
    }

    static void steer(Turn turn, Stretch stretch, Intent intent) {
        if (isLongBreak(turn, stretch)) {
            askCarryOn(turn, stretch);
            return;
        }
        turn.stretch(stretch.touched(turn.now()));
        Stretch current = stretch.touched(turn.now());
        switch (intent) {
            case NEXT, YES -> {
                if (current.isPaused()) {
                    resume(turn, current);
                } else {
                    next(turn, current);
                }
            }
            case BACK -> back(turn, resumed(current));
            case AGAIN -> again(turn, current);
            case PAUSE -> pause(turn, current);
            case RESUME -> resume(turn, current);
            case EASIER -> changeLevel(turn, resumed(current), -1);
            case HARDER -> changeLevel(turn, resumed(current), 1);
            case SKIP -> skip(turn, resumed(current));
            case STOP, THAT_IS_ALL -> stop(turn, current);
            case HOW -> StepPrompt.explain(turn, current);
            case HANDS_FREE -> goHandsFree(turn, current);
            case BY_HAND -> goByHand(turn, current);
            case WORSE -> PainFlow.begin(turn);
            case NO, NOT_TODAY, BETTER, SAME, STRETCH, HELP, GREETING, THANKS, SNOOZE -> Hints.whereWeAre(turn);
        }
    }

    static boolean isLongBreak(Turn turn, Stretch stretch) {
        return !turn.now().isBefore(stretch.lastActive().plus(LONG_BREAK));
    }

    static void askCarryOn(Turn turn, Stretch stretch) {
        String question = isLongBreak(turn, stretch) ? "stretch.carry-on-question" : "stretch.unfinished";
        turn.stretch(stretch.withPace(new Pace.Paused(stretch.goesOnByItself())));
        turn.ask(new Dialogue.CarryOn());
        Prompt prompt = turn.prompt().onlyPerson(Privacy.ANSWER).line(question, where(turn, stretch));
        prompt.row(
                        prompt.primary("button.carry-on", new ButtonAction.Steer(Intent.RESUME)),
                        prompt.choice("button.start-again", new ButtonAction.StartAgain()),
                        prompt.choice("button.something-else", new ButtonAction.Browse(ButtonAction.Filter.ALL)))
                .say();
    }

    /** @return whether the intent was an answer */
    static boolean answerCarryOn(Turn turn, Intent intent) {
        Optional<Stretch> stretch = turn.state().stretch();
        if (stretch.isEmpty()) {
            turn.ask(new Dialogue.None());
            return false;
        }
        return switch (intent) {
            case RESUME, YES, NEXT -> {
                turn.ask(new Dialogue.None());
                if (Gate.isChecked(turn)) {
                    resume(turn, stretch.get().touched(turn.now()));
                } else {
                    HealthCheckFlow.begin(turn, Optional.of(stretch.get().plan().routine()));
                }
                yield true;
            }
            case AGAIN -> {
                startAgain(turn);
                yield true;
            }
            case STOP -> {
                turn.ask(new Dialogue.None());
                stop(turn, stretch.get());
                yield true;
            }
            case NO -> {
                Conversation.browse(turn, ButtonAction.Filter.ALL);
                yield true;
            }
            default -> false;
        };
    }

    static void startAgain(Turn turn) {
        turn.ask(new Dialogue.None());
        turn.state()
                .stretch()
                .ifPresentOrElse(
                        stretch -> Gate.start(turn, stretch.plan().routine()),
                        () -> Routines.offer(turn, ButtonAction.Filter.ALL));
    }

    /** Where somebody is: {@code name}, {@code step} and {@code steps}. */
    static Map<String, Object> where(Turn turn, Stretch stretch) {
        return Map.of(
                "name", stretch.plan().name(),
                "step", stretch.step() + 1,
                "steps", stretch.plan().steps().size());
    }

    static void next(Turn turn, Stretch stretch) {
        if (stretch.isLastStep()) {
            FinishFlow.finish(turn, stretch);
        } else {
            turn.stretch(moved(stretch, stretch.step() + 1));
            show(turn, Opening.afterMove(stretch, stretch.step() + 1));
        }
    }

    /** Leaves out the rest of the current exercise, or the set-up. */
    static void skip(Turn turn, Stretch stretch) {
        int after = stretch.step() + 1;
        List<PlanStep> steps = stretch.plan().steps();
        while (after < steps.size() && belongTogether(stretch.current(), steps.get(after))) {
            after++;
        }
        var left = IntStream.range(stretch.step(), after).boxed().collect(Collectors.toCollection(HashSet::new));
        Stretch skipped = stretch.skipping(left);
        if (after == steps.size()) {
            FinishFlow.finish(turn, skipped);
        } else {
            turn.stretch(moved(skipped, after));
            show(turn, Opening.of("step.opening.skipped"));
        }
    }

    static void stop(Turn turn, Stretch stretch) {
        FinishFlow.stop(turn, stretch);
    }

    /** The same going on as it did before a pause. */
    static Stretch resumed(Stretch stretch) {
        return switch (stretch.pace()) {
            case Pace.Paused(boolean handsFree) ->
                stretch.withPace(handsFree ? new Pace.HandsFree(Pace.Moment.READING) : new Pace.ByHand());
            case Pace.ByHand byHand -> stretch;
            case Pace.HandsFree handsFree -> stretch;
        };
    }

    static void changeLevel(Turn turn, Stretch stretch, int direction) {
        if (!(stretch.current() instanceof PlanStep.Work work)) {
            showAsIs(turn, stretch, direction < 0 ? "step.nothing-to-ease" : "step.nothing-to-raise");
            return;
        }
        PlannedExercise exercise = stretch.plan().exercises().get(work.exercise());
        Optional<Integer> other = nextLevel(exercise, direction);
        if (other.isEmpty()) {
            showAsIs(turn, stretch, direction < 0 ? "step.easiest-already" : "step.hardest-already");
            return;
        }
        var exercises = new ArrayList<>(stretch.plan().exercises());
        exercises.set(work.exercise(), exercise.choosing(other.get()));
        turn.stretch(restarted(stretch.withPlan(stretch.plan().withExercises(exercises))));
        show(turn, Opening.otherWay(direction < 0 ? "step.opening.easier" : "step.opening.harder"));
    }

    static void show(Turn turn, Opening opening) {
        turn.state().stretch().ifPresent(stretch -> StepPrompt.show(turn, stretch, opening));
    }

    /** Nothing changes, but a hands-free routine goes on from the step's beginning. */
    private static void showAsIs(Turn turn, Stretch stretch, String key) {
        turn.stretch(restarted(stretch));
        show(turn, Opening.of(key));
    }

    private static void back(Turn turn, Stretch stretch) {
        if (stretch.step() == 0) {
            turn.stretch(restarted(stretch));
            show(turn, Opening.of("step.opening.first-already"));
        } else {
            turn.stretch(moved(stretch, stretch.step() - 1));
            show(turn, Opening.of("step.opening.back"));
        }
    }

    private static void again(Turn turn, Stretch stretch) {
        turn.stretch(restarted(resumed(stretch)));
        show(turn);
    }

    private static void pause(Turn turn, Stretch stretch) {
        turn.stretch(stretch.withPace(new Pace.Paused(stretch.goesOnByItself())));
        Prompt prompt = turn.routinePrompt().line("stretch.paused", where(turn, stretch));
        prompt.row(
                        prompt.primary("button.resume", new ButtonAction.Steer(Intent.RESUME)),
                        prompt.word("button.stop", Intent.STOP))
                .say();
    }

    private static void resume(Turn turn, Stretch stretch) {
        turn.stretch(restarted(resumed(stretch)));
        show(turn, Opening.of("step.opening.resumed"));
    }

    private static void goHandsFree(Turn turn, Stretch stretch) {
        turn.become(turn.state().withPreferences(turn.state().preferences().withHandsFree(true)));
        turn.stretch(stretch.withPace(new Pace.HandsFree(Pace.Moment.READING)));
        show(turn, Opening.of("step.opening.hands-free"));
    }

    private static void goByHand(Turn turn, Stretch stretch) {
        turn.become(turn.state().withPreferences(turn.state().preferences().withHandsFree(false)));
        turn.stretch(stretch.withPace(new Pace.ByHand()));
        show(turn, Opening.of("step.opening.by-hand"));
    }

    /** At another step, from its beginning. */
    private static Stretch moved(Stretch stretch, int step) {
        return restarted(stretch.at(step));
    }

    private static Stretch restarted(Stretch stretch) {
        return stretch.isHandsFree() ? stretch.withPace(new Pace.HandsFree(Pace.Moment.READING)) : stretch;
    }

    private static boolean belongTogether(PlanStep one, PlanStep other) {
        return one instanceof PlanStep.Work a && other instanceof PlanStep.Work b && a.exercise() == b.exercise();
    }

    /** Whether there is an easier way than the one chosen. */
    static boolean canBeEasier(Stretch stretch) {
        return stretch.current() instanceof PlanStep.Work work
                && nextLevel(stretch.plan().exercises().get(work.exercise()), -1)
                        .isPresent();
    }

    /** The first option of the nearest level; where there is none, the next one of the same. */
    private static Optional<Integer> nextLevel(PlannedExercise exercise, int direction) {
        List<PlannedExercise.Option> options = exercise.options();
        Level level = exercise.option().level();
        Comparator<Level> nearest = direction < 0 ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Optional<Level> next = options.stream()
                .map(PlannedExercise.Option::level)
                .filter(other -> nearest.compare(other, level) > 0)
                .min(nearest);
        int from = next.isPresent() ? 0 : exercise.chosen() + 1;
        Level wanted = next.orElse(level);
        return IntStream.range(from, options.size())
                .filter(index -> options.get(index).level() == wanted)
                .boxed()
                .findFirst();
    }
}
