package dev.limber.local;

import static org.assertj.core.api.Assertions.assertThat;

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
}
