package dev.limber.local;

import dev.limber.core.chat.ButtonStyle;
import dev.limber.core.chat.TextStyle;
import java.util.List;

/**
 * A message as a screen shows it: cleaned of everything that could do harm there.
 *
 * @param lines from top to bottom
 * @param buttons rows from top to bottom, under the lines
 */
public record Shown(List<Line> lines, List<List<Choice>> buttons) {
    public Shown {
        lines = List.copyOf(lines);
        buttons = buttons.stream().map(List::copyOf).toList();
    }

    /** One line or paragraph; holds no line break. */
    public record Line(TextStyle style, String text) {}

    /** A button; typing its number presses it. */
    public record Choice(int number, String label, ButtonStyle style) {
        String text() {
            return "[" + number + "] " + label;
        }
    }
}
