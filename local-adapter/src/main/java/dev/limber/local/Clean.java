package dev.limber.local;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes text harmless for a screen. Whatever comes from outside (content packs, names, what people typed and get quoted
 * back) may hold sequences that recolour, retitle or rewrite a terminal, or letters that turn the reading direction.
 */
public final class Clean {
    private static final char ESC = '\u001b';

    /**
     * Control strings (titles, hyperlinks, clipboard: up to their terminator), control sequences (colours, cursor), and
     * two-character escapes, each in its 7-bit and its 8-bit form. An unfinished one goes as far as it got.
     */
    private static final Pattern SEQUENCES = Pattern.compile("(?:" + ESC
            + "[\\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u009c" + ESC + "\\n]*(?:\u0007|\u009c|" + ESC
            + "\\\\)?"
            + "|(?:" + ESC + "\\[|\u009b)[\\x30-\\x3f]*[\\x20-\\x2f]*[\\x40-\\x7e]?"
            + "|" + ESC + "[\\x20-\\x2f]*[\\x30-\\x7e]?");

    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]");

    private static final Pattern NEWLINE = Pattern.compile("\n");

    private Clean() {}

    /** The lines of a text; at least one, and none holds a line break. */
    static List<String> lines(String text) {
        String visible = SEQUENCES.matcher(text).replaceAll("");
        String harmless = harmless(LINE_BREAK.matcher(visible).replaceAll("\n"));
        return List.of(NEWLINE.split(harmless.stripTrailing(), -1));
    }

    /** A text as one line: its line breaks become blanks. */
    public static String line(String text) {
        return String.join(" ", lines(text));
    }

    private static String harmless(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point == '\t') {
                clean.append(' ');
            } else if (Character.getType(point) == Character.SURROGATE) {
                clean.append('\ufffd');
            } else if (point == '\n' || (!Character.isISOControl(point) && !turnsDirection(point))) {
                clean.appendCodePoint(point);
            }
        });
        return clean.toString();
    }

    /** Embeddings, overrides and isolates; the plain marks stay, because honest right-to-left text needs them. */
    private static boolean turnsDirection(int point) {
        return (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
    }
}
