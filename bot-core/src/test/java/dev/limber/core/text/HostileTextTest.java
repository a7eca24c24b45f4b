package dev.limber.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest {
    /** A hundred times what it takes, so that a busy machine does not fail the build. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final int CHARACTERS = 10_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "x ",
                "no pain ",
                "no ",
                "my back ",
                "not my lower back ",
                "chest ",
                "hrut ",
                "pianful ",
                "abcdefgh ",
                "\uFDFA",
                "u\u0308",
                "\u0301",
                "\uD83D",
                "\uDC4D",
                "👍",
                "'",
                "next ",
                "stiff ",
                "\u202E",
                "\u0000",
                "ß",
                "İ"
            })
    void tenThousandCharactersOfAnythingAreReadInTime(String part) {
        String typed = part.repeat(CHARACTERS / part.length());

        Reading reading = Assertions.assertTimeoutPreemptively(
                LONGEST, () -> UtterancesTest.UTTERANCES.read(typed, Locale.ENGLISH));

        assertThat(reading).isNotNull();
        assertThat(Assertions.assertTimeoutPreemptively(
                        LONGEST, () -> UtterancesTest.UTTERANCES.findRoutine(typed, Locale.ENGLISH)))
                .isNotNull();
    }
}
