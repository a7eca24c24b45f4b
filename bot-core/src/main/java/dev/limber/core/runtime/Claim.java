package dev.limber.core.runtime;

import java.time.Instant;

/** What became of an attempt to claim a scheduled message for sending it. */
public sealed interface Claim {
    /** It is claimed under this tenure: it may be sent. */
    record Granted() implements Claim {}

    /** It was claimed under an earlier tenure, and so may have been sent then. */
    record Doubtful(Instant claimedAt) implements Claim {}

    /** It is owed no longer. */
    record Gone() implements Claim {}

    /** The tenure is over: another instance sends. */
    record Unseated() implements Claim {}
}
