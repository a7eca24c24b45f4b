package dev.limber.discord.standin;

import java.time.Duration;

/** Something that goes wrong with one call. */
public sealed interface Fault {
    /** What a limit holds for. */
    enum Scope {
        USER,
        GLOBAL,
        SHARED
    }

    /** 429: not acted, to be tried again later. */
    record RateLimited(Duration retryAfter, Scope scope) implements Fault {}

    /** Not acted; this is what the server says. */
    record Refuses(Trouble trouble) implements Fault {}

    /** Not acted; a proxy's page of HTML in place of JSON. */
    record ServerError(int code) implements Fault {}

    /** The connection is cut before anything was done. */
    record DropsBefore() implements Fault {}

    /** Acted, and the connection is cut in place of an answer. */
    record DropsAfter() implements Fault {}

    /** Acts and answers only after this time. */
    record Hangs(Duration delay) implements Fault {}
}
