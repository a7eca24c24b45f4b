package dev.limber.local;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/** Breaks lines at blanks so that they fit a screen, counting columns as terminals do: wide characters take two. */
final class Wrapping {
    private static final int EMOJI_PRESENTATION = 0xfe0f;

    private Wrapping() {}

    /**
     * @param columns at least 1; less than 2 cannot hold a wide character, which then stands alone and sticks out
     * @return at least one line; none has a blank at its end
     */
    static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String word : text.split("(?<= )(?=[^ ])")) {
            int width = columns(word.stripTrailing());
            if (used > 0 && used + width > columns) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                used = 0;
            }
            for (String cluster : width > columns ? clusters(word) : List.of(word)) {
                int clusterWidth = columns(cluster);
                if (width > columns && used > 0 && used + clusterWidth > columns) {
                    lines.add(line.toString().stripTrailing());
                    line.setLength(0);
                    used = 0;
                }
                line.append(cluster);
                used += clusterWidth;
            }
        }
        lines.add(line.toString().stripTrailing());
        return lines;
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
