package dev.limber.core.session;

import java.time.Instant;
import java.time.LocalDate;

/** Why a chat is not nudged. */
public sealed interface Silence {
    /** Somebody who may turned nudges off. */
    record Off() implements Silence {}

    /** @param day the first day of the chat's zone on which nudges come again */
    record Until(LocalDate day) implements Silence {}

    /** Nothing could be written there any more. */
    record OutOfReach(Instant since) implements Silence {}

    /** Nobody joined for too long. */
    record Ignored() implements Silence {}
}
