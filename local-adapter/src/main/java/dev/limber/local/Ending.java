package dev.limber.local;

/** How a chat came to its end. */
public sealed interface Ending {
    /** The person left, or the script was worked through. */
    record InputEnded() implements Ending {}

    /** It could not go on; {@code reason} says why in one sentence. */
    record GaveUp(String reason) implements Ending {}
}
