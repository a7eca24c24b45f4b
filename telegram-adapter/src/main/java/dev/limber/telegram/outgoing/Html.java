package dev.limber.telegram.outgoing;

import dev.limber.core.chat.Piece;
import dev.limber.core.chat.adapter.Line;
import dev.limber.telegram.api.Moments;
import java.util.List;
import java.util.stream.Collectors;

/** Writes lines as the HTML that Telegram takes. */
final class Html {
    private Html() {}

    static String of(List<Line> lines) {
        return lines.stream().map(Html::of).collect(Collectors.joining("\n"));
    }

    private static String of(Line line) {
        String inner = line.pieces().stream().map(Html::of).collect(Collectors.joining());
        if (line.isBlank()) {
            return inner;
        }
        return switch (line.style()) {
            case TITLE -> "<b>" + inner + "</b>";
            case BODY -> inner;
            case QUIET -> "<i>" + inner + "</i>";
        };
    }

    private static String of(Piece piece) {
        return switch (piece) {
            case Piece.Words(String words) -> escape(words);
            case Piece.Moment moment -> Moments.html(moment);
        };
    }

    /** Words as they are; what no message can carry, such as half a character, is shown as a replacement. */
    static String escape(String words) {
        var escaped = new StringBuilder(words.length() + 16);
        words.codePoints().forEach(character -> {
            switch (character) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                default -> {
                    boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
                    boolean control = Character.isISOControl(character) && character != '\t';
                    escaped.appendCodePoint(half || control ? '\uFFFD' : character);
                }
            }
        });
        return escaped.toString();
    }
}
