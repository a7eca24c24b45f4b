package dev.limber.core.runtime;

import dev.limber.core.chat.DeliveryId;
import java.util.List;

/** What became of a turn. */
public sealed interface CommitResult {
    /**
     * @param version what is stored now, {@link TurnRecord#versionAfter}; 0 after a turn that forgot its subject
     * @param owed the ids given to the turn's messages, in their order; ids only ever grow
     */
    record Committed(long version, List<DeliveryId> owed) implements CommitResult {
        public Committed {
            owed = List.copyOf(owed);
        }
    }

    /** Another turn came in between: read again, decide again. */
    record Conflict() implements CommitResult {}

    /** The event was handled before, or the wake-up that it stands for is pending no longer: nothing was done. */
    record SeenBefore() implements CommitResult {}
}
