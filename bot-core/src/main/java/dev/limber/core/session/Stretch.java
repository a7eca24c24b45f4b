package dev.limber.core.session;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * A routine under way.
 *
 * @param plan pinned: later changes of the content do not touch it
 * @param step index into the plan's steps
 * @param skipped indexes of the steps that the person left out
 * @param pace how it goes on from step to step
 * @param beat counts what happened: a cue that was asked for at an earlier beat is stale
 * @param lastActive when the person last did something in it
 * @param alone whether its steps are for the person alone, although it was begun where others read along
 */
public record Stretch(
        Plan plan,
        int step,
        Set<Integer> skipped,
        Pace pace,
        int beat,
        Instant startedAt,
        Instant lastActive,
        boolean alone) {
    public Stretch {
        skipped = Set.copyOf(skipped);
    }

    public static Stretch begin(Plan plan, Pace pace, Instant now) {
        return new Stretch(plan, 0, Set.of(), pace, 0, now, now, false);
    }

    public Stretch withAlone(boolean value) {
        return new Stretch(plan, step, skipped, pace, beat, startedAt, lastActive, value);
    }

    /** The same at another step; a step that one comes back to is not skipped any more. */
    public Stretch at(int newStep) {
        var stillSkipped = new HashSet<>(skipped);
        stillSkipped.remove(newStep);
        return new Stretch(plan, newStep, stillSkipped, pace, beat + 1, startedAt, lastActive, alone);
    }

    public Stretch skipping(Set<Integer> steps) {
        var all = new HashSet<>(skipped);
        all.addAll(steps);
        return new Stretch(plan, step, all, pace, beat, startedAt, lastActive, alone);
    }

    public Stretch withPace(Pace value) {
        return new Stretch(plan, step, skipped, value, beat + 1, startedAt, lastActive, alone);
    }

    public Stretch withPlan(Plan value) {
        return new Stretch(value, step, skipped, pace, beat, startedAt, lastActive, alone);
    }

    public Stretch touched(Instant now) {
        return new Stretch(plan, step, skipped, pace, beat, startedAt, now, alone);
    }

    public PlanStep current() {
        return plan.steps().get(step);
    }

    public boolean isLastStep() {
        return step == plan.steps().size() - 1;
    }

    public boolean isHandsFree() {
        return pace instanceof Pace.HandsFree;
    }

    /** Hands-free now, or as soon as its pause is over. */
    public boolean goesOnByItself() {
        return switch (pace) {
            case Pace.ByHand() -> false;
            case Pace.HandsFree handsFree -> true;
            case Pace.Paused(boolean handsFree) -> handsFree;
        };
    }

    public boolean isPaused() {
        return pace instanceof Pace.Paused;
    }
}
