package dev.limber.core.chat;

import java.util.List;
import java.util.Optional;

/**
 * Something to say.
 *
 * @param blocks shown from top to bottom
 * @param buttons rows from top to bottom, each from left to right; adapters wrap rows that are too long for them
 * @param replaces a message to edit instead of posting anew; where that cannot be done it is posted anew
 */
public record OutgoingMessage(
        Audience audience, List<Block> blocks, List<List<Button>> buttons, Optional<MessageRef> replaces) {
    public OutgoingMessage {
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("a message must say something");
        }
        blocks = List.copyOf(blocks);
        buttons = buttons.stream().map(List::copyOf).toList();
    }

    public OutgoingMessage withoutReplaces() {
        return new OutgoingMessage(audience, blocks, buttons, Optional.empty());
    }
}
