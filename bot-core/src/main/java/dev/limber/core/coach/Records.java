package dev.limber.core.coach;

import dev.limber.core.session.Completion;
import java.time.Instant;
import java.util.List;

/** What is stored about the person beside the state; read only when asked for, unchanging during a turn. */
public interface Records {
    /** Ended routines at or after {@code since}, oldest first. */
    List<Completion> completionsSince(Instant since);

    /** All that is stored about the person, as one JSON document. */
    String everything();
}
