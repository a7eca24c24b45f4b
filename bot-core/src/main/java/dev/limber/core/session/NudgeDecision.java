package dev.limber.core.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of a nudge when it came due, for telling why.
 *
 * @param nudge which of the person's, or the group's
 * @param occurrence when it was due
 * @param label what the rule says, as the person saw it; empty where there is none
 * @param until when it comes again, where it was put off
 */
public record NudgeDecision(
        String nudge, Instant occurrence, Instant decidedAt, String label, Verdict verdict, Optional<Instant> until) {
    /** A nudge that is later than that is of no use any more. */
    public static final Duration LATEST = Duration.ofMinutes(30);

    /** One that was not put off. */
    public static NudgeDecision of(String nudge, Instant occurrence, Instant decidedAt, String label, Verdict verdict) {
        return new NudgeDecision(nudge, occurrence, decidedAt, label, verdict, Optional.empty());
    }

    /** Why a nudge was sent, or not. */
    public enum Verdict {
        SENT,
        /** It came due too long ago. */
        TOO_LATE,
        STRETCHING_NOW,
        STRETCHED_BEFORE,
        GOAL_REACHED,
        ANOTHER_BEFORE,
        LOCKED,
        OUT_OF_REACH,
        /** The person had enough of it for that day. */
        NOT_TODAY,
        QUIET_HOURS,
        PAUSED,
        /** It was the last one, after too many without any sign of life. */
        GAVE_UP,
        /** It was sent, and put off. */
        SNOOZED,
        /** It was sent, and a routine began with it. */
        STARTED,
        /** It was sent, and the person said not today. */
        DECLINED
    }
}
