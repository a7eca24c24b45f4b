package dev.limber.core.coach;

import dev.limber.core.session.Completion;
import dev.limber.core.session.Fate;
import dev.limber.core.session.NudgeDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is stored about the person beside the state; read only when asked for, unchanging during a turn. */
public interface Records {
    /** How far back most decisions look; it pays to have so much at hand. */
    Duration RECENT = Duration.ofDays(60);

    /** Ended routines at or after {@code since}, oldest first. */
    List<Completion> completionsSince(Instant since);

    /** What became of the last nudges, newest first, at most ten. */
    List<ToldNudge> lastNudges();

    /**
     * @param fate what became of its message; empty while it is on its way, or where there was none
     */
    record ToldNudge(NudgeDecision decision, Optional<Fate> fate) {}

    /** All that is stored about the person, as one JSON document. */
    String everything();
}
