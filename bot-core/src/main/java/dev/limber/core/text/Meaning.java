package dev.limber.core.text;

import dev.limber.core.exercise.ConditionId;

/** What a phrase of a vocabulary stands for. */
sealed interface Meaning {
    /** @param within whether it counts inside a longer sentence too */
    record Command(Intent intent, boolean within) implements Meaning {}

    /** @param rank of its routine: where several fit, the lowest is meant */
    record Name(int rank) implements Meaning {}

    /** @param rank of its routine: where several fit, the lowest is meant */
    record Wish(int rank) implements Meaning {}

    /** What the health check asks for. */
    record Named(ConditionId condition) implements Meaning {}

    record Filler() implements Meaning {}

    record Ask() implements Meaning {}

    record NegatorBefore() implements Meaning {}

    record NegatorAfter() implements Meaning {}

    record AllWell() implements Meaning {}

    record Complaint() implements Meaning {}

    /** What of complaints is no more than an ordinary ache. */
    record Ache() implements Meaning {}

    record Alarm() implements Meaning {}

    record Despair() implements Meaning {}

    record Exaggeration() implements Meaning {}
}
