package dev.limber.core.runtime;

import dev.limber.core.session.Fate;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of one occurrence of a subject's nudge; unique by subject and key.
 *
 * @param entry JSON
 * @param fate what became of its message; empty while that is on its way, or where there was none
 */
public record NudgeNote(NudgeKey key, Instant notedAt, String entry, Optional<Fate> fate) {}
