package dev.limber.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrappingTest {
    private static final String MIXED = "Lie down 👋 and 腰を伸ばす slowly, Wirbelsäulenaufrichtungsübung included; "
            + "then 👩‍👩‍👧‍👦 ❤️ breathe e\u0301 and rest.";

    @Test
    void lines_break_at_blanks() {
        assertThat(Wrapping.wrap("lie down and breathe", 9)).containsExactly("lie down", "and", "breathe");
        assertThat(Wrapping.wrap("lie down", 8)).containsExactly("lie down");
        assertThat(Wrapping.wrap("", 8)).containsExactly("");
        assertThat(Wrapping.wrap("  in  deep", 20)).containsExactly("  in  deep");
    }

    @Test
    void a_word_too_long_for_a_line_is_cut() {
        assertThat(Wrapping.wrap("a abcdefghij z", 4)).containsExactly("a ab", "cdef", "ghij", "z");
    }

    @Test
    void wide_characters_take_two_columns() {
        assertThat(Wrapping.wrap("腰を伸ばす", 4)).containsExactly("腰を", "伸ば", "す");
        assertThat(Wrapping.wrap("腰を伸ばす", 5)).containsExactly("腰を", "伸ば", "す");
    }

    @ParameterizedTest
    @CsvSource({"abc, 3", "ü, 1", "u\u0308, 1", "腰, 2", "👋, 2", "❤️, 2", "❤, 1", "'', 0"})
    void columns_are_counted_as_terminals_do(String text, int columns) {
        assertThat(Wrapping.columns(text)).isEqualTo(columns);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 11, 17, 40, 80, 120})
    void nothing_sticks_out_and_nothing_is_lost(int columns) {
        assertThat(Wrapping.wrap(MIXED, columns))
                .allSatisfy(line -> assertThat(Wrapping.columns(line)).isLessThanOrEqualTo(columns))
                .satisfies(lines ->
                        assertThat(String.join("", lines).replace(" ", "")).isEqualTo(MIXED.replace(" ", "")));
    }

    @Test
    void a_joined_emoji_and_an_accent_are_never_torn_apart() {
        assertThat(Wrapping.wrap("ne\u0301e\u0301e\u0301", 2)).containsExactly("ne\u0301", "e\u0301e\u0301");
        assertThat(Wrapping.wrap("👩‍👧👩‍👧", 4)).containsExactly("👩‍👧", "👩‍👧");
    }
}
