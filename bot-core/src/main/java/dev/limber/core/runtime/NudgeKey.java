package dev.limber.core.runtime;

import java.time.Instant;

/**
 * One occurrence of a subject's nudge.
 *
 * @param nudge unique among those of the subject
 * @param occurrence when it is due, to the millisecond
 */
public record NudgeKey(String nudge, Instant occurrence) {}
