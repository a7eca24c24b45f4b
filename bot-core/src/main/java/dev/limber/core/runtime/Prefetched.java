package dev.limber.core.runtime;

import java.time.Instant;
import java.util.List;

/**
 * What a turn needs to know, read together with what others need, a moment before. Where the subject has had a turn since,
 * a commit says so.
 *
 * @param history entries at or after {@code since}, oldest first; at least as new as the state
 */
public record Prefetched(StoredState state, Instant since, List<HistoryEntry> history) {
    public Prefetched {
        history = List.copyOf(history);
    }
}
