package dev.limber.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.ButtonStyle;
import dev.limber.core.chat.TextStyle;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaintingTest {
    private static final Shown MESSAGE = new Shown(
            List.of(
                    new Shown.Line(TextStyle.TITLE, "Title"),
                    new Shown.Line(TextStyle.BODY, "Body"),
                    new Shown.Line(TextStyle.QUIET, "Quiet")),
            List.of(
                    List.of(
                            new Shown.Choice(1, "Next", ButtonStyle.PRIMARY),
                            new Shown.Choice(2, "Back", ButtonStyle.NORMAL)),
                    List.of(new Shown.Choice(3, "It hurts", ButtonStyle.DANGER))));

    private static String painted(Painting painting, Shown message, int columns) {
        StringBuilder text = new StringBuilder();
        message.parts().forEach(part -> text.append(painting.part(part, columns).toAnsi()));
        return text.append(painting.buttons(message.buttons(), columns).toAnsi())
                .toString();
    }

    @Test
    void styles_are_told_apart_by_weight_and_colour() {
        assertThat(painted(new Painting(true), MESSAGE, 80))
                .contains("\u001b[1mTitle")
                .contains("\u001b[2mQuiet")
                .contains("[32;1m[1] Next")
                .contains("[36m[2] Back")
                .contains("[31m[3] It hurts");
    }

    @Test
    void without_colours_there_is_no_escape_at_all() {
        assertThat(painted(new Painting(false), MESSAGE, 80)).isEqualTo("""
                Title
                Body
                Quiet
                [1] Next  [2] Back
                [3] It hurts

                """);
        assertThat(new Painting(false).complaint("Out of order", 5).toAnsi()).isEqualTo("Out\nof\norder\n\n");
    }

    @Test
    void a_label_longer_than_the_screen_is_wrapped_within_itself() {
        Shown message = new Shown(
                List.of(new Shown.Line(TextStyle.BODY, "?")),
                List.of(List.of(
                        new Shown.Choice(1, "Yes", ButtonStyle.NORMAL),
                        new Shown.Choice(2, "I have seen a doctor", ButtonStyle.NORMAL))));
        assertThat(painted(new Painting(false), message, 12)).isEqualTo("?\n[1] Yes\n[2] I have\nseen a\ndoctor\n\n");
    }
}
