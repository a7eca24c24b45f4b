package dev.limber.core.runtime;

import dev.limber.core.chat.Platform;
import dev.limber.core.session.Lane;
import java.util.Map;

/**
 * How much there is in memory at one moment.
 *
 * @param queued how many messages wait to be delivered or are being delivered, for each platform that is there; what does
 *     not fit into memory waits in the store and is not counted
 * @param busySubjects whose turns are being taken
 * @param cachedStates how many people's states are held
 * @param wakeUps those that are due soon
 */
public record Gauges(Map<Platform, Map<Lane, Integer>> queued, int busySubjects, int cachedStates, int wakeUps) {}
