package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownCommandTest {
    @ParameterizedTest
    @CsvSource({
        "en, hlep, help",
        "en, hepl, help",
        "en, strech, stretch",
        "en, stretching, stretch",
        "en, setings, settings",
        "en, set, settings",
        "en, forgetme, forget",
        "en, my_data, mydata",
        "de, denen, dehnen",
        "de, hilfee, hilfe",
        "de, fortschrit, fortschritt",
        "de, strech, dehnen",
    })
    void aSlipIsAskedAbout(String language, String typed, String meant) {
        assertThat(answer(language, typed)).endsWith("/" + meant + "?");
    }

    @ParameterizedTest
    @CsvSource({
        "en, stop",
        "en, hi",
        "en, foo",
        "en, next",
        "en, menu",
        "en, fast",
        "en, harp",
        "en, route",
        "de, weiter",
        "de, stopp",
        "de, ende",
        "de, liste",
        "de, x"
    })
    void anotherWordIsNot(String language, String typed) {
        assertThat(answer(language, typed)).doesNotContain("?").contains("/");
    }

    private static String answer(String language, String typed) {
        return TestChat.shown(new TestChat(BuiltIn.content(), Locale.of(language))
                .type("/" + typed)
                .getFirst());
    }
}
