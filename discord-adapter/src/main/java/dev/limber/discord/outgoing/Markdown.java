package dev.limber.discord.outgoing;

import dev.limber.core.chat.Piece;
import dev.limber.core.chat.adapter.Line;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes lines as the Markdown that Discord's clients show. */
final class Markdown {
    /** What means something anywhere in a line. */
    private static final String SPECIAL = "\\*_~|`<>[]#@";
    /** What makes a list, where a line begins with it. */
    private static final Pattern LIST = Pattern.compile("^(\\s*)([-+]|\\d+(?=[.)]))");

    private Markdown() {}

    static String of(List<Line> lines) {
        return lines.stream().map(Markdown::of).collect(Collectors.joining("\n"));
    }

    private static String of(Line line) {
        var inner = new StringBuilder();
        for (Piece piece : line.pieces()) {
            inner.append(
                    switch (piece) {
                        case Piece.Words(String words) -> inner.isEmpty() ? beginning(words) : escape(words);
                        case Piece.Moment moment -> moment(moment);
                    });
        }
        if (line.isBlank()) {
            return inner.toString();
        }
        return switch (line.style()) {
            case TITLE -> "### " + inner;
            case BODY -> inner.toString();
            case QUIET -> "-# " + inner;
        };
    }

    /** What clients show in the reader's own format; the relative one counts down by itself. */
    private static String moment(Piece.Moment moment) {
        String format = switch (moment.style()) {
            case TIME -> "t";
            case DATE -> "D";
            case DATE_AND_TIME -> "f";
            case RELATIVE -> "R";
        };
        return "<t:" + moment.instant().getEpochSecond() + ":" + format + ">";
    }

    private static String beginning(String words) {
        String escaped = escape(words);
        return LIST.matcher(escaped).replaceFirst(match -> {
            String sign = match.group(2);
            // A number makes a list by the sign behind it.
            return match.group(1).replace("\\", "\\\\")
                    + (Character.isDigit(sign.charAt(0)) ? sign + "\\\\" : "\\\\" + sign);
        });
    }

    /** Words as they are; what no message can carry, such as half a character, is shown as a replacement. */
    static String escape(String words) {
        var escaped = new StringBuilder(words.length() + 16);
        words.codePoints().forEach(character -> {
            boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
            boolean control = Character.isISOControl(character) && character != '\t';
            if (half || control) {
                escaped.append('\uFFFD');
            } else {
                if (SPECIAL.indexOf(character) >= 0) {
                    escaped.append('\\');
                }
                escaped.appendCodePoint(character);
            }
        });
        return escaped.toString();
    }
}
