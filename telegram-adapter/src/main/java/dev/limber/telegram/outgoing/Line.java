package dev.limber.telegram.outgoing;

import dev.limber.core.chat.Block;
import dev.limber.core.chat.Piece;
import dev.limber.core.chat.TextStyle;
import dev.limber.telegram.api.Moments;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of text, without line breaks.
 *
 * @param pieces at least one, possibly empty
 */
record Line(TextStyle style, List<Piece> pieces) {
    Line {
        pieces = List.copyOf(pieces);
    }

    /** The lines of all text blocks, from top to bottom. */
    static List<Line> of(List<Block.Text> texts) {
        var lines = new ArrayList<Line>();
        for (Block.Text text : texts) {
            var pieces = new ArrayList<Piece>();
            for (Piece piece : text.pieces()) {
                switch (piece) {
                    case Piece.Moment moment -> pieces.add(moment);
                    case Piece.Words(String words) -> {
                        String[] parts = words.split("\\R", -1);
                        for (int i = 0; i < parts.length; i++) {
                            if (i > 0) {
                                lines.add(new Line(text.style(), pieces));
                                pieces.clear();
                            }
                            pieces.add(new Piece.Words(parts[i]));
                        }
                    }
                }
            }
            lines.add(new Line(text.style(), pieces));
        }
        return lines;
    }

    /** What Telegram counts: UTF-16 units after markup is taken away. */
    int length() {
        return pieces.stream().mapToInt(Line::length).sum();
    }

    private static int length(Piece piece) {
        return switch (piece) {
            case Piece.Words(String words) -> words.length();
            case Piece.Moment moment -> Moments.plain(moment).length();
        };
    }

    boolean isBlank() {
        return pieces.stream().allMatch(piece -> piece instanceof Piece.Words(String words) && words.isBlank());
    }

    /** Lines of at most the given length that together are this one, parted where words end if possible. */
    List<Line> parted(int most) {
        var parts = new ArrayList<Line>();
        var current = new ArrayList<Piece>();
        int room = most;
        for (Piece piece : pieces) {
            Piece rest = piece;
            while (length(rest) > room) {
                if (rest instanceof Piece.Words(String words)) {
                    int end = end(words, room, current.isEmpty());
                    current.add(new Piece.Words(words.substring(0, end)));
                    rest = new Piece.Words(words.substring(end).stripLeading());
                }
                parts.add(new Line(style, current));
                current.clear();
                room = most;
            }
            current.add(rest);
            room -= length(rest);
        }
        parts.add(new Line(style, current));
        return parts;
    }

    /** Where to part words so that at most {@code room} units come before: never within a character. */
    private static int end(String words, int room, boolean mustTakeSome) {
        int end = Math.min(room, words.length());
        int blank = words.lastIndexOf(' ', end);
        if (blank > 0) {
            return blank;
        }
        if (!mustTakeSome) {
            return 0;
        }
        return Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end;
    }
}
