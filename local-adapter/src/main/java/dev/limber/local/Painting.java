package dev.limber.local;

import dev.limber.core.chat.ButtonStyle;
import dev.limber.core.chat.TextStyle;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Lays a message out for a screen of some width, in colours or without. */
final class Painting {
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
    private static final String BETWEEN_BUTTONS = "  ";

    private final boolean coloured;

    Painting(boolean coloured) {
        this.coloured = coloured;
    }

    /** The rows of a line, each at most {@code columns} wide. */
    AttributedString part(Shown.Part part, int columns) {
        AttributedStringBuilder text = new AttributedStringBuilder();
        for (String row : Wrapping.wrap(part.text(), columns)) {
            text.styled(style(part.style()), row).append("\n");
        }
        return text.toAttributedString();
    }

    /** The rows of the buttons, each at most {@code columns} wide, and the empty row that ends a message. */
    AttributedString buttons(List<List<Shown.Choice>> buttons, int columns) {
        AttributedStringBuilder text = new AttributedStringBuilder();
        for (List<Shown.Choice> row : buttons) {
            for (AttributedString line : row(row, columns)) {
                text.append(line).append("\n");
            }
        }
        return text.append("\n").toAttributedString();
    }

    /** A sentence that is not the coach's. */
    AttributedString complaint(String sentence, int columns) {
        AttributedStringBuilder text = new AttributedStringBuilder();
        for (String part : Wrapping.wrap(sentence, columns)) {
            text.styled(coloured ? PLAIN.foreground(AttributedStyle.RED) : PLAIN, part)
                    .append("\n");
        }
        return text.append("\n").toAttributedString();
    }

    private List<AttributedString> row(List<Shown.Choice> choices, int columns) {
        List<AttributedString> lines = new ArrayList<>();
        AttributedStringBuilder line = new AttributedStringBuilder();
        int used = 0;
        for (Shown.Choice choice : choices) {
            for (String part : Wrapping.wrap(choice.text(), columns)) {
                int width = Wrapping.columns(part);
                if (used > 0 && used + BETWEEN_BUTTONS.length() + width > columns) {
                    lines.add(line.toAttributedString());
                    line = new AttributedStringBuilder();
                    used = 0;
                }
                if (used > 0) {
                    line.append(BETWEEN_BUTTONS);
                    used += BETWEEN_BUTTONS.length();
                }
                line.styled(style(choice.style()), part);
                used += width;
            }
        }
        lines.add(line.toAttributedString());
        return lines;
    }

    private AttributedStyle style(TextStyle style) {
        if (!coloured) {
            return PLAIN;
        }
        return switch (style) {
            case TITLE -> PLAIN.bold();
            case BODY -> PLAIN;
            case QUIET -> PLAIN.faint();
        };
    }

    private AttributedStyle style(ButtonStyle style) {
        if (!coloured) {
            return PLAIN;
        }
        return switch (style) {
            case PRIMARY -> PLAIN.foreground(AttributedStyle.GREEN).bold();
            case NORMAL -> PLAIN.foreground(AttributedStyle.CYAN);
            case DANGER -> PLAIN.foreground(AttributedStyle.RED);
        };
    }
}
