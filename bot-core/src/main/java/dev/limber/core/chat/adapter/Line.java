package dev.limber.core.chat.adapter;

import dev.limber.core.chat.Block;
import dev.limber.core.chat.Piece;
import dev.limber.core.chat.TextStyle;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of text, without line breaks.
 *
 * @param pieces at least one, possibly empty
 */
public record Line(TextStyle style, List<Piece> pieces) {
    public Line {
        pieces = List.copyOf(pieces);
    }

    /** The lines of all text blocks, from top to bottom. */
    public static List<Line> of(List<Block.Text> texts) {
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

    /** In UTF-16 units, without markup. */
    public int length() {
        return pieces.stream().mapToInt(Line::length).sum();
    }

    private static int length(Piece piece) {
        return switch (piece) {
            case Piece.Words(String words) -> words.length();
            case Piece.Moment moment -> PlainMoments.of(moment).length();
        };
    }

    public boolean isBlank() {
        return pieces.stream().allMatch(piece -> piece instanceof Piece.Words(String words) && words.isBlank());
    }

    /** How long lines are when they are shown below one another. */
    public static int length(List<Line> lines) {
        return lines.stream().mapToInt(Line::length).sum() + Math.max(0, lines.size() - 1);
    }

    /**
     * The lines in messages of at most the given length each, parted between lines where that is possible. A message of
     * nothing but blanks is left out.
     */
    public static List<List<Line>> parted(List<Line> lines, int most) {
        var messages = new ArrayList<List<Line>>();
        var current = new ArrayList<Line>();
        for (Line line : lines) {
            for (Line part : line.length() > most ? line.parted(most) : List.of(line)) {
                if (!current.isEmpty() && length(current) + 1 + part.length() > most) {
                    messages.add(List.copyOf(current));
                    current.clear();
                }
                current.add(part);
            }
        }
        messages.add(List.copyOf(current));
        return messages.stream()
                .filter(message -> !message.stream().allMatch(Line::isBlank))
                .toList();
    }

    /** Lines of at most the given length that together are this one, parted where words end if possible. */
    private List<Line> parted(int most) {
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
