package dev.limber.telegram.outgoing;

import dev.limber.core.chat.Button;
import dev.limber.core.chat.ButtonStyle;
import dev.limber.core.chat.UserId;
import dev.limber.telegram.api.ButtonData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Buttons below a message. */
final class Keyboard {
    static final int MOST_IN_ROW = 8;

    /** Telegram takes a hundred buttons. */
    static final int MOST_ROWS = 12;

    private Keyboard() {}

    /** @param owner is noted with each button, where others could press it */
    static Optional<InlineKeyboardMarkup> of(List<List<Button>> rows, Optional<UserId> owner) {
        var keyboard = new ArrayList<InlineKeyboardRow>();
        for (List<Button> row : rows) {
            for (int from = 0; from < row.size(); from += MOST_IN_ROW) {
                keyboard.add(new InlineKeyboardRow(row.subList(from, Math.min(from + MOST_IN_ROW, row.size())).stream()
                        .map(button -> button(button, owner))
                        .toList()));
            }
        }
        return keyboard.isEmpty() ? Optional.empty() : Optional.of(new InlineKeyboardMarkup(keyboard));
    }

    /** One button that opens something. */
    static InlineKeyboardMarkup link(String label, String url) {
        return new InlineKeyboardMarkup(List.of(new InlineKeyboardRow(
                InlineKeyboardButton.builder().text(label).url(url).build())));
    }

    private static InlineKeyboardButton button(Button button, Optional<UserId> owner) {
        var made = InlineKeyboardButton.builder()
                .text(button.label())
                .callbackData(new ButtonData(button.data(), owner).written())
                .build();
        style(button.style()).ifPresent(made::setStyle);
        return made;
    }

    private static Optional<String> style(ButtonStyle style) {
        return switch (style) {
            case PRIMARY -> Optional.of("primary");
            case NORMAL -> Optional.empty();
            case DANGER -> Optional.of("danger");
        };
    }
}
