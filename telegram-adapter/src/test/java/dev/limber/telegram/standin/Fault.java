package dev.limber.telegram.standin;

import java.time.Duration;
import java.util.OptionalLong;

/** Something that goes wrong with one call. */
public sealed interface Fault {
    /** 429: not acted, to be tried again later. */
    record TooManyRequests(int retryAfterSeconds) implements Fault {}

    /** Not acted; this is what the server says. */
    record Refuses(int code, String description, OptionalLong migrateToChatId) implements Fault {
        public Refuses(int code, String description) {
            this(code, description, OptionalLong.empty());
        }

        public Refuses(int code, String description, long migrateToChatId) {
            this(code, description, OptionalLong.of(migrateToChatId));
        }
    }

    /** The connection is cut before anything was done. */
    record DropsBefore() implements Fault {}

    /** Acted, and the connection is cut in place of an answer. */
    record DropsAfter() implements Fault {}

    /** Acted, and the connection is cut after half of the answer's bytes. */
    record CutsAnswer() implements Fault {}

    /** Acts and answers only after this time. */
    record Hangs(Duration delay) implements Fault {}

    /** Not acted; a gateway's page of HTML in place of JSON. */
    record ServerError(int code) implements Fault {}

    /** 409: somebody else polls with this token. */
    record Conflict() implements Fault {}
}
