package dev.limber.telegram.api;

import dev.limber.core.chat.Block;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.Piece;
import dev.limber.core.chat.adapter.PlainMoments;
import java.util.Optional;
import java.util.stream.Collectors;

/** Texts that are shown for a moment to the one who pressed a button: without buttons or markup, and short. */
public final class Toasts {
    private static final int MOST_CHARACTERS = 200;

    private Toasts() {}

    /** The message as such a text; empty where it is more than that. */
    public static Optional<String> find(OutgoingMessage message) {
        boolean plain = message.buttons().isEmpty() && message.blocks().stream().allMatch(Block.Text.class::isInstance);
        if (!plain) {
            return Optional.empty();
        }
        String text = message.blocks().stream()
                .map(Block.Text.class::cast)
                .map(Toasts::plain)
                .collect(Collectors.joining("\n"));
        return text.length() <= MOST_CHARACTERS ? Optional.of(text) : Optional.empty();
    }

    private static String plain(Block.Text text) {
        return text.pieces().stream()
                .map(piece -> switch (piece) {
                    case Piece.Words(String words) -> words;
                    case Piece.Moment moment -> PlainMoments.of(moment);
                })
                .collect(Collectors.joining());
    }
}
