package dev.limber.core.session;

import java.util.Arrays;
import java.util.Optional;

/** What became of a message that was to be delivered. */
public enum Fate {
    DELIVERED,
    /** It could not be delivered. */
    LOST,
    /** It may or may not have arrived, and was not repeated. */
    IN_DOUBT,
    /** It was held up for so long that it was of no use any more. */
    TOO_LATE,
    /** It was held up until the person's quiet hours began. */
    QUIET_HOURS,
    /** Before it left there was no more reason for it. */
    WITHDRAWN;

    /** Empty for what a newer program, which uses the same database, has noted. */
    public static Optional<Fate> find(String name) {
        return Arrays.stream(values()).filter(fate -> fate.name().equals(name)).findFirst();
    }
}
