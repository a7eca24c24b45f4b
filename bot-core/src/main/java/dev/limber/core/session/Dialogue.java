package dev.limber.core.session;

import dev.limber.core.exercise.ConditionId;
import dev.limber.core.exercise.RoutineId;
import dev.limber.core.nudge.NudgeRule;
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
     * @param alone whether that is for the person alone, wherever it begins
     */
    record HealthCheck(HealthQuestion question, Set<ConditionId> ticked, Optional<RoutineId> wanted, boolean alone)
            implements Dialogue {
        public HealthCheck {
            ticked = Set.copyOf(ticked);
        }

        public HealthCheck asking(HealthQuestion next) {
            return new HealthCheck(next, ticked, wanted, alone);
        }

        public HealthCheck ticking(Set<ConditionId> all) {
            return new HealthCheck(question, all, wanted, alone);
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

    /** In which time zone? This is to be planned then. */
    record NudgeZone(NudgeRule rule, NudgePlace place) implements Dialogue {}

    /** Where to? The person cannot be written to alone so far. */
    record NudgeWhere(NudgeRule rule) implements Dialogue {}

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
