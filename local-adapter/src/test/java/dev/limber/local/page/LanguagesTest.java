package dev.limber.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
    @Test
    void the_browser_says_what_its_person_likes_best() {
        assertThat(Languages.best("de-AT,de;q=0.9,en;q=0.8")).contains(Locale.forLanguageTag("de-AT"));
        assertThat(Languages.best("en;q=0.5, de")).contains(Locale.GERMAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "", "!!!", "de;q=x"})
    void what_says_nothing_counts_for_nothing(String header) {
        assertThat(Languages.best(header)).isEmpty();
    }
}
