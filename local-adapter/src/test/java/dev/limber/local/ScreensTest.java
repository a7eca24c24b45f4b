package dev.limber.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.local.picture.Replies;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScreensTest {
    @Test
    void a_dumb_or_nameless_terminal_has_no_comforts() {
        assertThat(Screens.hasComforts(Map.of("TERM", "xterm-256color"))).isTrue();
        assertThat(Screens.hasComforts(Map.of("TERM", "dumb"))).isFalse();
        assertThat(Screens.hasComforts(Map.of("TERM", ""))).isFalse();
        assertThat(Screens.hasComforts(Map.of())).isFalse();
    }

    @Test
    void no_colours_are_shown_to_whoever_set_no_color() {
        assertThat(Screens.wantsColours(Map.of())).isTrue();
        assertThat(Screens.wantsColours(Map.of("NO_COLOR", ""))).isTrue();
        assertThat(Screens.wantsColours(Map.of("NO_COLOR", "1"))).isFalse();
    }

    @Test
    void terminals_that_would_show_the_question_about_kittys_graphics_are_asked_the_other_one_alone() {
        assertThat(Screens.question(Map.of("TERM", "xterm-kitty"))).isEqualTo(Replies.QUESTION);
        for (Map<String, String> environment : List.of(
                Map.of("TERM", "tmux-256color"),
                Map.of("TERM", "screen.xterm-256color"),
                Map.of("TERM", "xterm-256color", "TMUX", "/tmp/tmux-0/default,1,0"),
                Map.of("TERM", "xterm", "STY", "1.pts-0"),
                Map.of("TERM", "linux"),
                Map.of("TERM", "xterm-256color", "TERM_PROGRAM", "Apple_Terminal"))) {
            assertThat(Screens.question(environment)).isEqualTo(Replies.SHORT_QUESTION);
        }
    }
}
