package dev.limber.core.runtime;

import java.time.Instant;
import java.util.List;

/**
 * What a turn needs to know, read together with what others need, a moment before. It is good for whoever decides on the
 * version that the state has; a commit says whether that is still the one.
 *
 * @param history entries at or after {@code since}, oldest first; at least as new as the state
 */
public record Prefetched(StoredState state, Instant since, List<HistoryEntry> history) {
    public Prefetched {
        history = List.copyOf(history);
    }
}
