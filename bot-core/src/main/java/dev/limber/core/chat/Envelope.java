package dev.limber.core.chat;

import java.util.Optional;

/**
 * A message with all that its delivery needs.
 *
 * @param replyHandle of the event that is answered, where one came with it; it may have expired
 */
public record Envelope(DeliveryId id, Address to, Optional<ReplyHandle> replyHandle, OutgoingMessage message) {}
