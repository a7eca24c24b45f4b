package dev.limber.core.runtime;

import java.util.Optional;

/**
 * A subject's state as stored.
 *
 * @param version grows with each turn, as {@link TurnRecord#versionAfter} says; never one that the subject had before it
 *     was forgotten; a commit must name the version that it read
 * @param state JSON
 * @param plan JSON of the pinned plan, kept apart because it is written once and read often
 */
public record StoredState(long version, String state, Optional<String> plan) {}
