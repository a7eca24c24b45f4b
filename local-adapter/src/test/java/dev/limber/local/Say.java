package dev.limber.local;

import dev.limber.core.chat.Audience;
import dev.limber.core.chat.Block;
import dev.limber.core.chat.Button;
import dev.limber.core.chat.ButtonStyle;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.TextStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Short ways to write messages down in tests. */
final class Say {
    private Say() {}

    static OutgoingMessage text(String words) {
        return blocks(Block.Text.of(TextStyle.BODY, words));
    }

    static OutgoingMessage blocks(Block... blocks) {
        return OutgoingMessage.of(new Audience.Everyone(), List.of(blocks), List.of(), Optional.empty());
    }

    /** Buttons in one row; each one's data is its label in lower case. */
    static OutgoingMessage asking(String words, String... labels) {
        List<Button> row = Stream.of(labels).map(Say::button).toList();
        return OutgoingMessage.of(
                new Audience.Everyone(), List.of(Block.Text.of(TextStyle.BODY, words)), List.of(row), Optional.empty());
    }

    static Button button(String label) {
        return new Button(label, label.toLowerCase(java.util.Locale.ROOT), ButtonStyle.NORMAL);
    }
}
