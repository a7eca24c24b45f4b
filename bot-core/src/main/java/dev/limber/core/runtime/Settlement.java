package dev.limber.core.runtime;

import dev.limber.core.chat.DeliveryId;
import java.util.Optional;

/** @param next the wake-up that its delivery starts; one of the same subject with the same cue is replaced */
public record Settlement(DeliveryId id, Optional<WakeUp> next) {}
