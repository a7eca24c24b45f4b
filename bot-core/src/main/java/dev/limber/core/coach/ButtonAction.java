package dev.limber.core.coach;

import dev.limber.core.exercise.ConditionId;
import dev.limber.core.exercise.RoutineId;
import dev.limber.core.text.Intent;
import java.time.Instant;
import java.util.Optional;

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

    /** Takes back the last change of the nudges. */
    record UndoNudges() implements ButtonAction {}

    /** The rule that the new one took the place of stays as well. */
    record KeepBoth() implements ButtonAction {}

    record DropNudge(String nudge) implements ButtonAction {}

    /** Means the same however much was shown since, or whatever was asked: such buttons come with nudges. */
    sealed interface Lasting extends ButtonAction {}

    /** The same as calling the command with these words. */
    record Nudge(String typed) implements Lasting {}

    /** Nudges are to come to another place. */
    record MoveNudges(Where where) implements Lasting {}

    /** No nudges are wanted, or all is well with them as it is. */
    record LeaveNudges() implements Lasting {}

    /** @param routine the one that was offered, where one fitted */
    record StartNudged(Nudged nudged, Optional<RoutineId> routine) implements Lasting {}

    /** @param until empty to be asked */
    record Snooze(Nudged nudged, Optional<Until> until) implements Lasting {}

    record NotToday(Nudged nudged) implements Lasting {}

    /** One nudge that was said. */
    record Nudged(String nudge, Instant occurrence) {}

    /** Where nudges can come to. */
    enum Where {
        /** To be asked. */
        ASK,
        /** Where the person is writing from. */
        HERE,
        /** To the person alone. */
        DIRECT,
        /** Where they came before. */
        SAME
    }

    /** For how long a nudge is put off. */
    enum Until {
        MINUTES_10,
        MINUTES_30,
        HOUR_1,
        HOURS_2,
        TOMORROW
    }

    /**
     * Something that a whole chat shares.
     *
     * @param about what it belongs to: a nudge by its minute, a routine by its plan, perhaps with a step; at most sixteen
     *     characters
     */
    record Group(Deed deed, String about) implements ButtonAction {}

    /** What can be done in a chat. */
    enum Deed {
        /** Stretch now, by oneself. */
        JOIN,
        /** Start a routine for all. */
        TOGETHER,
        /** Count me in. */
        IN,
        NEXT,
        STOP,
        /** Go on only at the leader's word. */
        LEAD,
        /** Go on by itself. */
        HANDS_FREE,
        UNDO,
        /** Nudge here again. */
        RESUME
    }

    /** Which routines somebody would like to see. */
    enum Filter {
        DESK,
        FLOOR,
        SHORT,
        ALL
    }
}
