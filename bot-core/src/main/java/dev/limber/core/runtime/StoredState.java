package dev.limber.core.runtime;

import java.util.Optional;

/**
 * A subject's state as stored.
 *
 * @param version counts its turns, from 1; a commit must name the version that it read
 * @param state JSON
 * @param plan JSON of the pinned plan, kept apart because it is written once and read often
 */
public record StoredState(long version, String state, Optional<String> plan) {}
