package dev.limber.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain, and it's fine",
                "your {side} leg",
                "{side, select, left {links} right {rechts} other {egal}}",
                "a {side, select, left {x {side} y} other {z}} b {side, select, right {''r''} other {o}} c",
                "{side, select, other {o} left {l}}{side}"
            })
    void renderingSaysTheSameAsFormatting(String pattern) {
        for (String side : new String[] {"left", "right", "both"}) {
            Map<String, String> arguments = Map.of("side", side);

            assertThat(Patterns.render(pattern, arguments))
                    .isEqualTo(new MessageFormat(pattern, Locale.ENGLISH).format(new HashMap<>(arguments)));
        }
    }
}
