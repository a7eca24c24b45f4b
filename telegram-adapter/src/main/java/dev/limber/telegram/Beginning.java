package dev.limber.telegram;

/** What became of the attempt to begin. */
public sealed interface Beginning {
    /** @param username without a sign before it */
    record Began(String username) implements Beginning {}

    /** Telegram cannot be asked now; it is tried again until it can. */
    record NotYet(String reason) implements Beginning {}

    /**
     * It cannot begin like this.
     *
     * @param reason one sentence that says what to do
     */
    record Impossible(String reason) implements Beginning {}
}
