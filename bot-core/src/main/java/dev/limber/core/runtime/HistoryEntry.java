package dev.limber.core.runtime;

import java.time.Instant;

/**
 * Something worth keeping about the past.
 *
 * @param id unique within its subject
 * @param entry JSON
 */
public record HistoryEntry(String id, Instant at, String entry) {}
