package dev.limber.storage;

import dev.limber.core.runtime.Beat;
import dev.limber.core.runtime.Pulse;
import dev.limber.core.session.Subject;

/** What this instance of the program is among those that share the database. */
sealed interface Membership permits Alone, Shared {
    /** Whose answers are this instance's to deliver, as the outbox has it. */
    String instance();

    /** Under which name it has tenures. */
    String holder();

    boolean isCurrent(Subject subject, long version);

    Pulse beat(Beat beat);

    /** Gives up all that it has; where that cannot be stored, it expires by itself. */
    void leave();
}
