package dev.limber.core.session;

import dev.limber.core.exercise.ConditionId;
import dev.limber.core.exercise.RoutineId;
import java.util.Optional;
import java.util.Set;

/** What the person was asked last, beside the routine that may be under way. */
public sealed interface Dialogue {
    record None() implements Dialogue {}

    /**
     * The health check.
     *
     * @param ticked what the person has said to apply so far
     * @param wanted the routine to start afterwards
     */
    record HealthCheck(HealthQuestion question, Set<ConditionId> ticked, Optional<RoutineId> wanted)
            implements Dialogue {
        public HealthCheck {
            ticked = Set.copyOf(ticked);
        }
    }

    /**
     * What a routine wants to know before it starts, such as {@code tight-hamstrings}.
     *
     * @param agreed the questions answered with yes so far
     */
    record RoutineQuestion(RoutineId routine, String question, Set<String> agreed) implements Dialogue {
        public RoutineQuestion {
            agreed = Set.copyOf(agreed);
        }
    }

    /** Something hurts. */
    record Pain(PainQuestion question) implements Dialogue {}

    /** An unfinished routine, after a long break: carry on, or start again? */
    record CarryOn() implements Dialogue {}

    /** How does it feel now? {@code completion} is the history entry that the answer belongs to. */
    record Feeling(String completion) implements Dialogue {}

    /** A setting is open: what is typed next may be its value. */
    record EnterSetting(String setting) implements Dialogue {}

    /** Really forget everything? */
    record ConfirmForget() implements Dialogue {}

    /** Asked in this order, but for the last one. */
    enum HealthQuestion {
        EMERGENCY_SIGNS,
        DOCTOR_SIGNS,
        CONDITIONS,
        /** The signs of an emergency alone: somebody who was checked before says, outside a routine, that it hurts. */
        ACHE
    }

    /** Asked in this order. */
    enum PainQuestion {
        EMERGENCY_SIGNS,
        EASES_WITH_REST,
        /** Not a question of health any more: easier, skip or stop. */
        WHAT_NOW
    }
}
