package dev.limber.core.chat;

import java.time.Duration;
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

    /**
     * How long to stay in what the lines before it tell, for clients that can show time running down once the person
     * begins. The lines say it in words, so all others show nothing.
     *
     * @param time at least a second
     */
    record Hold(Duration time) implements Block {
        public Hold {
            if (time.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new IllegalArgumentException("nothing is held for " + time);
            }
        }
    }

    /** A small text document to keep, such as a person's own data. */
    record Document(String name, String mediaType, String text) implements Block {}
}
