package dev.limber.telegram.standin;

import java.util.OptionalInt;
import java.util.OptionalLong;

/** The server says no. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int code;
    private final boolean violation;
    private final transient OptionalLong migrateToChatId;
    private final transient OptionalInt retryAfter;

    private Refusal(
            int code, String description, boolean violation, OptionalLong migrateToChatId, OptionalInt retryAfter) {
        super(description, null, false, false);
        this.code = code;
        this.violation = violation;
        this.migrateToChatId = migrateToChatId;
        this.retryAfter = retryAfter;
    }

    /** What can happen to a bot without a fault, because the world changes. */
    static Refusal bad(String description) {
        return of(400, "Bad Request: " + description);
    }

    /** What no bot should ever ask. */
    static Refusal violation(String description) {
        return new Refusal(400, "Bad Request: " + description, true, OptionalLong.empty(), OptionalInt.empty());
    }

    static Refusal of(int code, String description) {
        return new Refusal(code, description, false, OptionalLong.empty(), OptionalInt.empty());
    }

    static Refusal migrated(int code, String description, OptionalLong to) {
        return new Refusal(code, description, false, to, OptionalInt.empty());
    }

    static Refusal tooMany(int seconds) {
        return new Refusal(
                429, "Too Many Requests: retry after " + seconds, false, OptionalLong.empty(), OptionalInt.of(seconds));
    }

    static Refusal conflict(String description) {
        return of(409, "Conflict: " + description);
    }

    int code() {
        return code;
    }

    String description() {
        return String.valueOf(getMessage());
    }

    boolean isViolation() {
        return violation;
    }

    OptionalLong migrateToChatId() {
        return migrateToChatId;
    }

    OptionalInt retryAfter() {
        return retryAfter;
    }
}
