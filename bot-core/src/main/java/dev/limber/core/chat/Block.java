package dev.limber.core.chat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

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
     * @param still what tells the same without movement, for clients that know who is troubled by it; empty where the
     *     picture does not move
     */
    record Picture(String path, String contentHash, String alternative, Optional<Still> still) implements Block {
        /** A picture that does not move, named as the one it stands for. */
        public record Still(String path, String contentHash) {}

        /** One that there is no still of. */
        public static Picture of(String path, String contentHash, String alternative) {
            return new Picture(path, contentHash, alternative, Optional.empty());
        }
    }

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
