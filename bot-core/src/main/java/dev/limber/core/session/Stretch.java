package dev.limber.core.session;

import java.time.Instant;

/**
 * A routine under way.
 *
 * @param plan pinned: later changes of the content do not touch it
 * @param step index into the plan's steps
 * @param pace how it goes on from step to step
 * @param lastActive when the person last did something in it
 */
public record Stretch(Plan plan, int step, Pace pace, Instant startedAt, Instant lastActive) {
    public Stretch at(int newStep, Pace newPace, Instant now) {
        return new Stretch(plan, newStep, newPace, startedAt, now);
    }

    public Stretch withPace(Pace value) {
        return new Stretch(plan, step, value, startedAt, lastActive);
    }

    public Stretch withPlan(Plan value) {
        return new Stretch(value, step, pace, startedAt, lastActive);
    }

    public PlanStep current() {
        return plan.steps().get(step);
    }

    public boolean isLastStep() {
        return step == plan.steps().size() - 1;
    }
}
