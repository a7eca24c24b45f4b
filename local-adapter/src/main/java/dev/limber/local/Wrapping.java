package dev.limber.local;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/** Breaks lines at blanks so that they fit a screen, counting columns as terminals do: wide characters take two. */
final class Wrapping {
    private static final int EMOJI_PRESENTATION = 0xfe0f;
    private static final Pattern BEFORE_WORDS = Pattern.compile("(?<= )(?=[^ ])");

    private final int columns;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();

    private Wrapping(int columns) {
        this.columns = columns;
    }

    /**
     * @param columns at least 1; a wide character alone sticks out of a single one
     * @return at least one line; none has a blank at its end
     */
    static List<String> wrap(String text, int columns) {
        Wrapping wrapping = new Wrapping(columns);
        for (String word : BEFORE_WORDS.split(text, -1)) {
            if (columns(word.stripTrailing()) <= columns) {
                wrapping.add(word);
            } else {
                clusters(word).forEach(wrapping::add);
            }
        }
        wrapping.endLine();
        return wrapping.lines;
    }

    private void add(String piece) {
        if (!line.isEmpty() && columns(line + piece.stripTrailing()) > columns) {
            endLine();
        }
        line.append(piece);
    }

    private void endLine() {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
    }

    /** How many columns a text takes; where terminals differ, the larger number. */
    static int columns(String text) {
        int columns = 0;
        int before = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            // This selector makes a narrow sign an emoji, two columns wide on most terminals.
            int width = point == EMOJI_PRESENTATION ? (before == 1 ? 1 : 0) : Math.max(0, WCWidth.wcwidth(point));
            columns += width;
            before = width;
        }
        return columns;
    }

    /** What must not be torn apart: a sign with its accents, a joined emoji. */
    private static List<String> clusters(String text) {
        List<String> clusters = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = start + Math.max(1, WCWidth.charCountForGraphemeCluster(text, start));
            clusters.add(text.substring(start, end));
            start = end;
        }
        return clusters;
    }
}
