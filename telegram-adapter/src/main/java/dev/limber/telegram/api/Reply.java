package dev.limber.telegram.api;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What came of a call of the Bot API. No text in it holds the token. */
public sealed interface Reply<T> {
    record Done<T>(T result) implements Reply<T> {}

    /**
     * The server answered that it will not.
     *
     * @param code as in HTTP
     * @param retryAfter how long to wait before the same may be asked again
     * @param migratedTo the chat that took the place of the one that was asked for
     */
    record Refused<T>(int code, String description, Optional<Duration> retryAfter, Optional<Long> migratedTo)
            implements Reply<T> {
        /** Whether the description holds one of these, in lower case: Telegram has no other names for its errors. */
        public boolean says(String... parts) {
            String lower = description.toLowerCase(Locale.ROOT);
            return Arrays.stream(parts).anyMatch(lower::contains);
        }
    }

    /** It never reached the server, so that nothing has happened. */
    record NotSent<T>(String reason) implements Reply<T> {}

    /** A gateway before the server says that it is out of order; it may have acted, but mostly has not. */
    record OutOfOrder<T>(String reason) implements Reply<T> {}

    /** Nobody knows whether the server acted: the connection broke, or the server failed. */
    record Unknown<T>(String reason) implements Reply<T> {}

    /** How long the server wants to be left alone, where it says so. */
    default Optional<Duration> askedToWait() {
        return this instanceof Refused<T> refused ? refused.retryAfter() : Optional.empty();
    }

    /** The same with another result. */
    default <R> Reply<R> map(Function<T, R> change) {
        return switch (this) {
            case Done<T>(T result) -> new Done<>(change.apply(result));
            case Refused<T>(int code, String description, var retryAfter, var migratedTo) ->
                new Refused<>(code, description, retryAfter, migratedTo);
            case NotSent<T>(String reason) -> new NotSent<>(reason);
            case OutOfOrder<T>(String reason) -> new OutOfOrder<>(reason);
            case Unknown<T>(String reason) -> new Unknown<>(reason);
        };
    }

    /** For the log. */
    default String shown() {
        return switch (this) {
            case Done<T> _ -> "done";
            case Refused<T> refused -> "refused: " + refused.code() + " " + refused.description();
            case NotSent<T>(String reason) -> "not sent: " + reason;
            case OutOfOrder<T>(String reason) -> "out of order: " + reason;
            case Unknown<T>(String reason) -> "outcome unknown: " + reason;
        };
    }
}
