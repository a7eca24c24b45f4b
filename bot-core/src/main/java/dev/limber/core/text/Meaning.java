package dev.limber.core.text;

/** What a phrase of a vocabulary stands for. */
sealed interface Meaning {
    /** @param within whether it counts inside a longer sentence too */
    record Command(Intent intent, boolean within) implements Meaning {}

    /** @param rank of its routine: where several fit, the lowest is meant */
    record Name(int rank) implements Meaning {}

    /** @param rank of its routine: where several fit, the lowest is meant */
    record Wish(int rank) implements Meaning {}

    record Filler() implements Meaning {}

    record Ask() implements Meaning {}

    record NegatorBefore() implements Meaning {}

    record NegatorAfter() implements Meaning {}

    record AllWell() implements Meaning {}

    record Complaint() implements Meaning {}

    record Alarm() implements Meaning {}
}
