package dev.limber.discord.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BotTokenTest {
    private static final String REAL = "MTAwMDAwMDAwMDAwMDAwMDAx.GabcdE.a-secret_part_of-some_length0123456789";

    @ParameterizedTest
    @ValueSource(strings = {"x", "a:b", REAL})
    void anything_printable_may_be_a_token(String text) {
        assertThat(BotToken.isToken(text)).isTrue();
        assertThat(new BotToken(text).value()).isEqualTo(text);
    }

    @Test
    void it_has_256_characters_at_most() {
        assertThat(BotToken.isToken("x".repeat(256))).isTrue();
        assertThat(BotToken.isToken("x".repeat(257))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "hunter2 x", "hunter2\n", "hünter2"})
    void other_things_are_none_and_not_shown(String text) {
        assertThat(BotToken.isToken(text)).isFalse();
        assertThatThrownBy(() -> new BotToken(text)).hasMessage("not a bot token");
    }

    @Test
    void it_is_shown_nowhere() {
        assertThat(new BotToken(REAL)).hasToString("<token>");
        assertThat(new BotToken(REAL).mask("Bot " + REAL + ": refused")).isEqualTo("Bot <token>: refused");
    }

    @Test
    void one_that_is_too_short_to_be_a_secret_makes_no_text_unreadable() {
        assertThat(new BotToken("x").mask("an example")).isEqualTo("an example");
    }
}
