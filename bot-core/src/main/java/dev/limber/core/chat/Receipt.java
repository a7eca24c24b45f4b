package dev.limber.core.chat;

import java.util.List;

/**
 * An event is durably handled.
 *
 * @param owed the answers that will be delivered, in order; empty for an event that was seen before
 */
public record Receipt(List<DeliveryId> owed) {
    public Receipt {
        owed = List.copyOf(owed);
    }
}
