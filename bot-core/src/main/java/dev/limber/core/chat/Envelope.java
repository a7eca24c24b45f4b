package dev.limber.core.chat;

import java.util.Optional;

/**
 * A message with all that its delivery needs.
 *
 * @param owner whose conversation it belongs to; in a chat of several people an adapter notes it with the buttons
 * @param replyHandle of the event that is answered, where one came with it; it may have expired
 */
public record Envelope(
        DeliveryId id,
        Address to,
        Optional<UserId> owner,
        Optional<ReplyHandle> replyHandle,
        OutgoingMessage message) {}
