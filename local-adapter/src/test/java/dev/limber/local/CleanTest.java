package dev.limber.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CleanTest {
    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("a colour", "\u001b[1;31mred\u001b[0m", "red"),
                Arguments.of("a cursor movement", "a\u001b[2J\u001b[Hb", "ab"),
                Arguments.of("an 8-bit colour", "\u009b31mred", "red"),
                Arguments.of("a window title, ended by BEL", "\u001b]0;owned\u0007text", "text"),
                Arguments.of("a hyperlink, ended by ST", "\u001b]8;;http://x\u001b\\text\u001b]8;;\u001b\\", "text"),
                Arguments.of("an 8-bit control string", "\u009d52;c;AAAA\u009ctext", "text"),
                Arguments.of("a device control string", "\u001bP$q\u001b\\text", "text"),
                Arguments.of("an unfinished title", "\u001b]0;owned", ""),
                Arguments.of("an unfinished colour", "text\u001b[3", "text"),
                Arguments.of("a reset", "\u001bctext", "text"),
                Arguments.of("a charset shift", "\u001b(0text", "text"),
                Arguments.of("a lone escape", "te\u001b", "te"),
                Arguments.of("backspaces and bells", "a\b\b\u0007b\u007f\u0000", "ab"),
                Arguments.of("an override of direction", "abc\u202etxt.exe\u202c", "abctxt.exe"),
                Arguments.of("isolates", "\u2066a\u2069", "a"),
                Arguments.of("half a character", "a\ud83d!", "a\ufffd!"),
                Arguments.of("a tab", "a\tb", "a b"),
                Arguments.of("what is harmless", "Rücken · 腰 · 👩‍🦰 · ‏עברית", "Rücken · 腰 · 👩‍🦰 · ‏עברית"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void only_harmless_text_is_left_of(String what, String text, String clean) {
        assertThat(Clean.line(text)).as(what).isEqualTo(clean);
    }

    @Test
    void every_kind_of_line_break_makes_a_line() {
        assertThat(Clean.lines("a\nb\r\nc\rd\u2028e\u0085f\u000bg\n"))
                .containsExactly("a", "b", "c", "d", "e", "f", "g");
        assertThat(Clean.lines("a\n\nb")).containsExactly("a", "", "b");
        assertThat(Clean.lines("")).containsExactly("");
        assertThat(Clean.line("a\nb")).isEqualTo("a b");
    }

    @Test
    void an_unfinished_control_string_does_not_swallow_the_lines_after_it() {
        assertThat(Clean.lines("\u001b]0;owned\nstop if it hurts")).containsExactly("", "stop if it hurts");
    }
}
