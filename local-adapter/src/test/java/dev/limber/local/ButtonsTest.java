package dev.limber.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Body.ButtonPressed;
import dev.limber.core.chat.MessageRef;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ButtonsTest {
    private static final Address HERE = new Address(TerminalChat.PLATFORM, "local", "anna", Optional.empty());
    private static final MessageRef FIRST = new MessageRef(HERE, "1");
    private static final MessageRef SECOND = new MessageRef(HERE, "2");

    private final Buttons buttons = new Buttons();

    @Test
    void nothing_can_be_pressed_before_there_is_a_button() {
        assertThat(buttons.press(1)).isEmpty();
    }

    @Test
    void numbers_run_on_from_row_to_row() {
        buttons.appeared(FIRST, List.of(List.of(Say.button("Next"), Say.button("Back")), List.of(Say.button("Stop"))));

        assertThat(buttons.press(1)).contains(new ButtonPressed("next", FIRST, Optional.empty(), true));
        assertThat(buttons.press(3)).contains(new ButtonPressed("stop", FIRST, Optional.empty(), true));
        assertThat(buttons.press(0)).isEmpty();
        assertThat(buttons.press(4)).isEmpty();
    }

    @Test
    void a_message_without_buttons_leaves_those_above_it_in_reach_but_no_longer_latest() {
        buttons.appeared(FIRST, List.of(List.of(Say.button("Next"))));
        buttons.appeared(SECOND, List.of());

        assertThat(buttons.press(1)).contains(new ButtonPressed("next", FIRST, Optional.empty(), false));
    }

    @Test
    void only_the_last_message_with_buttons_counts() {
        buttons.appeared(FIRST, List.of(List.of(Say.button("Next"), Say.button("Back"))));
        buttons.appeared(SECOND, List.of(List.of(Say.button("Skip"))));

        assertThat(buttons.press(1)).contains(new ButtonPressed("skip", SECOND, Optional.empty(), true));
        assertThat(buttons.press(2)).isEmpty();
    }
}
