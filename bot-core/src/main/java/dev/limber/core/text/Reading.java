package dev.limber.core.text;

import dev.limber.core.exercise.RoutineId;

/** How something that a person typed is understood. */
public sealed interface Reading {
    /** One of the words that steer a conversation. */
    record Word(Intent intent) implements Reading {}

    /** A wish that a routine answers: "my lower back is stiff". */
    record Wish(RoutineId routine) implements Reading {}

    /** Something hurts: "my back hurts". */
    record Complaint() implements Reading {}

    /** A sign of an emergency: "chest pain", "both legs are numb". */
    record Alarm() implements Reading {}

    /** Somebody does not want to live any more: "I want to die". */
    record Despair() implements Reading {}

    /** Says that nothing is wrong: "no pain", "that didn't hurt". */
    record AllWell() implements Reading {}

    record Unclear() implements Reading {}
}
