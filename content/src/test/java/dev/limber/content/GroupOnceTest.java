package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupOnceTest {
    @ParameterizedTest
    @CsvSource({
        "en, /nudge here 15:00 weekdays, /nudge here at noon, just once, daily at 12:00",
        "de, /erinnern hier 15:00 werktags, /erinnern hier um 12 Uhr, nur einmal, täglich um 12:00"
    })
    void oneTimeOfTheDayTakesThePlaceOfNothingAndItIsSaidHowItIsMadeDaily(
            String language, String rule, String once, String said, String daily) {
        var chat = new TestGroup(Locale.of(language));
        chat.type("ann", rule);

        assertThat(chat.type("ann", once).toString()).contains(said).contains(daily);
        assertThat(chat.state().nudges()).hasSize(2);
    }

    @Test
    void whoMayNotChangeAnythingIsNotToldHow() {
        var chat = new TestGroup(Locale.ENGLISH);

        assertThat(chat.type("bob", "/nudge here at noon").toString()).doesNotContain("just once");
        assertThat(chat.state().nudges()).isEmpty();
    }
}
