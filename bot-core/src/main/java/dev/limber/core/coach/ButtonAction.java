package dev.limber.core.coach;

import dev.limber.core.exercise.ConditionId;
import dev.limber.core.exercise.RoutineId;
import dev.limber.core.text.Intent;

/** What pressing a button means. */
sealed interface ButtonAction {
    /** The same as typing the word. */
    record Steer(Intent intent) implements ButtonAction {}

    record Hurts() implements ButtonAction {}

    record Begin(RoutineId routine) implements ButtonAction {}

    /** Show the routines that fit. */
    record Browse(Filter filter) implements ButtonAction {}

    /** Says that something applies, or does not any more. */
    record Tick(ConditionId condition) implements ButtonAction {}

    record StartAgain() implements ButtonAction {}

    /** Answer the health check anew. */
    record CheckAnew() implements ButtonAction {}

    /** A doctor has had a look, and agrees. */
    record DoctorAgrees() implements ButtonAction {}

    /** The same as calling the command. */
    record Run(String command) implements ButtonAction {}

    record OpenSetting(String setting) implements ButtonAction {}

    record Choose(String setting, String value) implements ButtonAction {}

    /** Which routines somebody would like to see. */
    enum Filter {
        DESK,
        FLOOR,
        SHORT,
        ALL
    }
}
