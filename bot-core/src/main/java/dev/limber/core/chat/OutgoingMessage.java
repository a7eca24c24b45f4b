package dev.limber.core.chat;

import java.util.List;
import java.util.Optional;

/**
 * Something to say.
 *
 * @param blocks shown from top to bottom
 * @param buttons rows from top to bottom, each from left to right; adapters wrap rows that are too long for them
 * @param replaces a message to edit instead of posting anew; where that cannot be done it is posted anew
 * @param invitation what to show instead where the message is for one person only and cannot be kept private
 * @param announcement one line that answers a command in the place where it was called, where the message itself has to
 *     stand on its own so that people can reply to it; in a message for everyone alone
 */
public record OutgoingMessage(
        Audience audience,
        List<Block> blocks,
        List<List<Button>> buttons,
        Optional<MessageRef> replaces,
        Optional<PrivateInvitation> invitation,
        Optional<String> announcement) {
    public OutgoingMessage {
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("a message must say something");
        }
        blocks = List.copyOf(blocks);
        buttons = buttons.stream().map(List::copyOf).toList();
        if (audience instanceof Audience.Everyone
                && !buttons.stream().flatMap(List::stream).allMatch(Button::mayBeShared)) {
            throw new IllegalArgumentException("a button that everyone may see must have at most "
                    + Button.MAX_SHARED_DATA_BYTES + " bytes of data");
        }
        if (announcement.isPresent() && !(audience instanceof Audience.Everyone)) {
            throw new IllegalArgumentException("what is for one person only must not be announced");
        }
    }

    /** A message that nothing is shown instead of, nor announces it. */
    public static OutgoingMessage of(
            Audience audience, List<Block> blocks, List<List<Button>> buttons, Optional<MessageRef> replaces) {
        return new OutgoingMessage(audience, blocks, buttons, replaces, Optional.empty(), Optional.empty());
    }

    public OutgoingMessage withoutReplaces() {
        return new OutgoingMessage(audience, blocks, buttons, Optional.empty(), invitation, announcement);
    }
}
