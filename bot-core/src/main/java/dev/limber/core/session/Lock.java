package dev.limber.core.session;

import java.time.Instant;

/** No stretching for now. */
public record Lock(Reason reason, Instant since) {
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
