package dev.limber.core.runtime;

import dev.limber.core.chat.DeliveryId;
import dev.limber.core.session.Fate;
import java.util.Optional;

/**
 * @param next the wake-up that its delivery starts, for the subject of the message; a pending one with the same cue is
 *     replaced
 * @param fate noted with the nudge that the message came from, if it did
 */
public record Settlement(DeliveryId id, Optional<WakeUp> next, Fate fate) {}
