package dev.limber.core.chat;

import java.time.Duration;

/** What became of an attempt to deliver. */
public sealed interface Delivery {
    /** It is there; {@code ref} points at it. */
    record Delivered(MessageRef ref) implements Delivery {}

    /** The message to be replaced cannot be edited: post anew. */
    record NotEditable() implements Delivery {}

    /** Not now: everything in {@code scope} must wait at least this long. */
    record RetryAfter(Duration delay, Scope scope) implements Delivery {}

    /** The platform's final word that nothing can be delivered to this address. */
    record Unreachable(String reason) implements Delivery {}

    /** The chat lives at another address now. */
    record Moved(Address to) implements Delivery {}

    /** The platform refused this message, and would again. */
    record Failed(String reason) implements Delivery {}

    /** It is for one person only, and could not be kept private where it should go: nobody sees it. */
    record Withheld() implements Delivery {}

    /**
     * Something before the platform says that it is out of order. It may have arrived, but mostly has not: an answer is
     * tried again until it arrives, a scheduled message is not.
     */
    record OutOfOrder(String reason, Duration delay) implements Delivery {}

    /** It may or may not have arrived: the connection broke before the platform's answer. */
    record OutcomeUnknown(String reason) implements Delivery {}

    /** What a platform's request to wait holds up. */
    enum Scope {
        CHAT,
        PLATFORM
    }
}
