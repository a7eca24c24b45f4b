package dev.limber.core.runtime;

import dev.limber.core.chat.DeliveryId;
import java.util.Optional;

/**
 * @param next the wake-up that its delivery starts, for the subject of the message; a pending one with the same cue is
 *     replaced
 */
public record Settlement(DeliveryId id, Optional<WakeUp> next) {}
