package dev.limber.core.nudge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts what somebody typed into words, numbers and signs, folded so that case, accents and apostrophes do not matter. */
final class Scanner {
    /** Nobody says when to be nudged in a longer sentence. */
    static final int MOST_CHARACTERS = 200;

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2019\u2018\u02BC\u00B4`]");
    private static final Pattern PIECE = Pattern.compile("""
            (?<date>\\d{4}-\\d{2}-\\d{2}(?!\\d)|\\d{1,2}\\.\\d{1,2}\\.(?:\\d{4})?(?!\\d))
            |(?<clock>\\d{1,2}[:.]\\d{2}(?![\\d:]))
            |(?<number>\\d{1,4}(?!\\d))
            |(?<word>\\p{L}+)
            |(?<dash>[-\u2013\u2014])
            |(?<comma>[,;&+])
            |(?<ignored>\\s+|[.!?"\u201E\u201C\u201D]|(?<=\\p{L}):)
            |(?<other>\\d+|.)
            """, Pattern.COMMENTS | Pattern.DOTALL);

    private Scanner() {}

    /** @param text folded; {@code -} for any dash and {@code ,} for any sign between the parts of a list */
    record Piece(Kind kind, String text) {}

    enum Kind {
        DATE,
        CLOCK,
        NUMBER,
        WORD,
        SIGN,
        OTHER
    }

    /** What stands in the first {@value #MOST_CHARACTERS} characters. */
    static List<Piece> scan(String typed) {
        String start = typed.length() > MOST_CHARACTERS ? typed.substring(0, MOST_CHARACTERS) : typed;
        Matcher matcher = PIECE.matcher(fold(start));
        List<Piece> pieces = new ArrayList<>();
        while (matcher.find()) {
            if (matcher.group("ignored") == null) {
                pieces.add(piece(matcher));
            }
        }
        return pieces;
    }

    private static Piece piece(Matcher matcher) {
        String text = matcher.group();
        if (matcher.group("date") != null) {
            return new Piece(Kind.DATE, text);
        } else if (matcher.group("clock") != null) {
            return new Piece(Kind.CLOCK, text);
        } else if (matcher.group("number") != null) {
            return new Piece(Kind.NUMBER, text);
        } else if (matcher.group("word") != null) {
            return new Piece(Kind.WORD, text);
        } else if (matcher.group("dash") != null) {
            return new Piece(Kind.SIGN, "-");
        } else if (matcher.group("comma") != null) {
            return new Piece(Kind.SIGN, ",");
        }
        return new Piece(Kind.OTHER, text);
    }

    private static String fold(String text) {
        String lower = APOSTROPHES.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
        return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD))
                .replaceAll("")
                .replace("\u00DF", "ss");
    }
}
