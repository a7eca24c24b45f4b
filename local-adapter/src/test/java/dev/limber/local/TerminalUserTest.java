package dev.limber.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.UserId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalUserTest {
    @ParameterizedTest
    @CsvSource({
        "anna, anna",
        "Anna, anna",
        "' Anna ', anna",
        "Anna Müller, anna-müller",
        "Anna Mu\u0308ller, anna-müller",
        "花子, 花子",
        "CORP\\anna, corp-anna",
        "../../etc, ..-..-etc",
        "a\u001b[31mb, a-31mb",
        "user_1.x-y, user_1.x-y",
    })
    void a_name_becomes_an_id(String name, String id) {
        assertThat(TerminalUser.named(name)).contains(new UserId(TerminalChat.PLATFORM, id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "!!!", "--", "..", "\u202e"})
    void a_name_without_letter_or_digit_is_none(String name) {
        assertThat(TerminalUser.named(name)).isEmpty();
    }

    @Test
    void a_long_name_is_cut() {
        assertThat(TerminalUser.named("x".repeat(1_000)).orElseThrow().id()).hasSize(64);
    }

    @Test
    void whoever_is_logged_in_is_meant_where_no_name_was_given() {
        assertThat(TerminalUser.loggedIn(Optional.of("Bert")).id()).isEqualTo("bert");
        assertThat(TerminalUser.loggedIn(Optional.of("?")).id()).isEqualTo("you");
        assertThat(TerminalUser.loggedIn(Optional.empty()).id()).isEqualTo("you");
    }
}
