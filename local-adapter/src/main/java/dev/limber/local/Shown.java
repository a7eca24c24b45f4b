package dev.limber.local;

import dev.limber.core.chat.Block;
import dev.limber.core.chat.ButtonStyle;
import dev.limber.core.chat.TextStyle;
import java.util.List;

/**
 * A message as a screen shows it: cleaned of everything that could do harm there.
 *
 * @param parts from top to bottom
 * @param buttons rows from top to bottom, under the parts
 */
public record Shown(List<Part> parts, List<List<Choice>> buttons) {
    public Shown {
        parts = List.copyOf(parts);
        buttons = buttons.stream().map(List::copyOf).toList();
    }

    /** What is shown below one another. */
    public sealed interface Part {
        TextStyle style();

        /** One line or paragraph; holds no line break. */
        String text();
    }

    public record Line(TextStyle style, String text) implements Part {}

    /**
     * A picture.
     *
     * @param text for screens that show none
     */
    public record Picture(Block.Picture block, String text) implements Part {
        @Override
        public TextStyle style() {
            return TextStyle.QUIET;
        }
    }

    /** A button; typing its number presses it. */
    public record Choice(int number, String label, ButtonStyle style) {
        String text() {
            return "[" + number + "] " + label;
        }
    }
}
