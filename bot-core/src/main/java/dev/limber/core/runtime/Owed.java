package dev.limber.core.runtime;

import dev.limber.core.chat.DeliveryId;
import dev.limber.core.session.Subject;

/** A message that is stored and not settled. */
public record Owed(DeliveryId id, Subject subject, TurnRecord.Outgoing outgoing) {}
