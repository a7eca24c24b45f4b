package dev.limber.core.chat;

import java.util.List;

/** A part of an outgoing message, free of any platform's markup. */
public sealed interface Block {
    /** One line or paragraph. */
    record Text(TextStyle style, List<Piece> pieces) implements Block {
        public Text {
            pieces = List.copyOf(pieces);
        }

        public static Text of(TextStyle style, String words) {
            return new Text(style, List.of(new Piece.Words(words)));
        }
    }

    /**
     * A picture from the content.
     *
     * @param path where the content has it
     * @param contentHash hex SHA-256 of its bytes: the same hash is the same picture for ever
     * @param alternative what it shows, in the person's language
     */
    record Picture(String path, String contentHash, String alternative) implements Block {}

    /** A small text document to keep, such as a person's own data. */
    record Document(String name, String mediaType, String text) implements Block {}
}
