package dev.limber.local.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepliesTest {
    private static final String KITTY = "\u001b_Gi=31;OK\u001b\\";

    private static Replies hearing(String characters) {
        Replies replies = new Replies();
        replies.hear(characters);
        return replies;
    }

    private static String escaped(String text) {
        return text.replace("ESC", "\u001b");
    }

    /** The first four are a kitty, a foot, an old xterm without sixels, and a VT420 whose number has a 4 in it. */
    @ParameterizedTest
    @CsvSource({
        "ESC_Gi=31;OKESC\\ESC[?62;c, KITTY",
        "ESC[?62;4;22;28c, SIXEL",
        "ESC[?1;2c, NONE",
        "ESC[?64;1;2;6;14;44c, NONE",
        "ESC[?4c, NONE",
        "ESC_Gi=31;OKESC\\ESC[?62;4c, KITTY",
        "ESC_Gi=31;ENOTSUPPORTED:noESC\\ESC[?62;4c, SIXEL",
        "ESC_Gi=32;OKESC\\ESC[?62c, NONE",
        "ESC[?c, NONE"
    })
    void terminals_say_what_they_can_do(String answer, Graphics graphics) {
        Replies replies = hearing(escaped(answer));
        assertThat(replies.graphics()).isEqualTo(graphics);
        assertThat(replies.complete()).isTrue();
        assertThat(replies.rest()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "heESC[?62;4cllo, hello",
        "aESC[AbESC[?62;4cc, aESC[Abc",
        "ESCESC[?62;4cESCOP, ESCESCOP",
        "ESC[?62;4xESC[?62;4c, ESC[?62;4x",
        "ESC_Gbr\u00f6kenESC\\ESC[?62;4c, ESC_Gbr\u00f6kenESC\\",
        "\uD83D\uDC4BESC[?62;4c, \uD83D\uDC4B"
    })
    void what_is_typed_meanwhile_is_kept(String heard, String typed) {
        Replies replies = hearing(escaped(heard));
        assertThat(replies.graphics()).isEqualTo(Graphics.SIXEL);
        assertThat(replies.rest()).isEqualTo(escaped(typed));
    }

    @Test
    void half_an_answer_is_kept_too_and_nothing_is_made_of_it() {
        Replies replies = hearing("a" + KITTY + "\u001b[?62;4");
        assertThat(replies.complete()).isFalse();
        assertThat(replies.underWay()).isTrue();
        assertThat(replies.graphics()).isEqualTo(Graphics.KITTY);
        assertThat(replies.rest()).isEqualTo("a\u001b[?62;4");
    }

    @Test
    void an_answer_without_end_ends() {
        Replies replies = hearing("\u001b_G" + "x".repeat(1000));
        assertThat(replies.underWay()).isFalse();
        assertThat(replies.rest()).hasSize(1003);
    }

    @Test
    void a_terminal_that_shows_the_question_is_wiped_clean_and_keeps_what_was_there() {
        ScreenTerminal screen = new ScreenTerminal(80, 5);
        screen.write("before ");
        screen.write(Replies.QUESTION.replace("\u001b_", "").replace("\u001b\\", ""));
        screen.write("after");
        assertThat(screen.toString().strip()).isEqualTo("before after");
    }
}
