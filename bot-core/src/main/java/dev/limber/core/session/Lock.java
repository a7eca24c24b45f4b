package dev.limber.core.session;

import java.time.Instant;
import java.util.Optional;

/**
 * No stretching for now.
 *
 * @param behind what still holds when this one is lifted
 */
public record Lock(Reason reason, Instant since, Optional<Reason> behind) {
    public Lock(Reason reason, Instant since) {
        this(reason, since, Optional.empty());
    }

    /** Why, and so what lifts it. */
    public enum Reason {
        /** A sign of an emergency: lifted by a new health check alone. */
        EMERGENCY,
        /** A sign that a doctor should see: lifted when the person says that one has. */
        SEE_DOCTOR,
        /** A recent operation, or the like: lifted when the person says that their doctor agrees. */
        DOCTOR_MUST_AGREE
    }
}
