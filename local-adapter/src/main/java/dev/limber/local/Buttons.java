package dev.limber.local;

import dev.limber.core.chat.Body.ButtonPressed;
import dev.limber.core.chat.Button;
import dev.limber.core.chat.MessageRef;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The buttons that can be pressed by number: those of the last message that had any. Safe for many threads. */
final class Buttons {
    private record Shown(Optional<MessageRef> withButtons, List<Button> buttons, boolean latest) {}

    private final AtomicReference<Shown> shown = new AtomicReference<>(new Shown(Optional.empty(), List.of(), false));

    /** A message appeared below all others. */
    void appeared(MessageRef message, List<List<Button>> rows) {
        List<Button> buttons = rows.stream().flatMap(List::stream).toList();
        shown.updateAndGet(before -> buttons.isEmpty()
                ? new Shown(before.withButtons, before.buttons, false)
                : new Shown(Optional.of(message), buttons, true));
    }

    /** @param number counted from 1 over all rows, as shown */
    Optional<ButtonPressed> press(int number) {
        Shown now = shown.get();
        if (number < 1 || number > now.buttons.size()) {
            return Optional.empty();
        }
        Button button = now.buttons.get(number - 1);
        return now.withButtons.map(message -> new ButtonPressed(button.data(), message, Optional.empty(), now.latest));
    }
}
