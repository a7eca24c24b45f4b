package dev.limber.core.chat;

/** What became of an attempt to begin. */
public sealed interface Beginning {
    /** @param account its name, as people on that platform write it */
    record Began(String account) implements Beginning {}

    /** The platform cannot be asked now; it is tried again until it can. */
    record NotYet(String reason) implements Beginning {}

    /**
     * It cannot begin like this.
     *
     * @param reason one sentence that says what to do
     */
    record Impossible(String reason) implements Beginning {}
}
