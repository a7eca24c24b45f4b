package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.exercise.RoutineId;
import dev.limber.core.text.ContentReader;
import dev.limber.core.text.ContentReading;
import dev.limber.core.text.Pack;
import dev.limber.core.text.Reading;
import dev.limber.core.text.Utterances;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Reads the tables of sentences with the built-in words. */
class ReadingsTest {
    private static Utterances utterances = new Utterances(Map.of());

    @BeforeAll
    static void readBuiltInPack() {
        ContentReading reading = ContentReader.read(List.of(Pack.builtIn()));
        assertThat(reading).isInstanceOf(ContentReading.Accepted.class);
        if (reading instanceof ContentReading.Accepted accepted) {
            utterances = accepted.content().utterances();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/readings/en.csv", delimiter = '|')
    void englishSentencesAreReadAsTheTableSays(String typed, String reading) {
        assertThat(name(utterances.read(typed, Locale.ENGLISH))).isEqualTo(reading);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/readings/de.csv", delimiter = '|')
    void germanSentencesAreReadAsTheTableSays(String typed, String reading) {
        assertThat(name(utterances.read(typed, Locale.GERMAN))).isEqualTo(reading);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/readings/de.csv", delimiter = '|')
    void whateverIsNotWellIsUnderstoodInALanguageThatIsNotOnesOwn(String typed, String reading) {
        if (Set.of("alarm", "despair", "complaint").contains(reading)) {
            assertThat(name(utterances.read(typed, Locale.ENGLISH))).isEqualTo(reading);
            assertThat(name(utterances.read(typed, Locale.FRENCH))).isEqualTo(reading);
        }
    }

    @ParameterizedTest(name = "{1}")
    @CsvFileSource(resources = "/readings/names.csv", delimiter = '|')
    void routinesAreFoundByForgivingNames(String language, String typed, String routine) {
        assertThat(utterances
                        .findRoutine(typed, Locale.of(language))
                        .map(RoutineId::value)
                        .orElse("none"))
                .isEqualTo(routine);
    }

    @ParameterizedTest(name = "{1}")
    @CsvFileSource(resources = "/readings/aches.csv", delimiter = '|')
    void anOrdinaryAcheIsToldFromWhateverIsMore(String language, String typed, String routine) {
        assertThat(utterances
                        .findAche(typed, Locale.of(language))
                        .map(ache -> ache.routine().map(RoutineId::value).orElse("any"))
                        .orElse("no"))
                .isEqualTo(routine);
    }

    @Test
    void shoutingChangesNothing() {
        assertThat(name(utterances.read("MEIN RÜCKEN TUT WEH!!!", Locale.GERMAN)))
                .isEqualTo("complaint");
        assertThat(name(utterances.read("ZURÜCK", Locale.GERMAN))).isEqualTo("BACK");
        assertThat(name(utterances.read("NO PAIN!!!", Locale.ENGLISH))).isEqualTo("all-well");
    }

    private static String name(Reading reading) {
        return switch (reading) {
            case Reading.Word word -> word.intent().name();
            case Reading.Wish wish -> wish.routine().value();
            case Reading.Complaint _ -> "complaint";
            case Reading.Alarm _ -> "alarm";
            case Reading.Despair _ -> "despair";
            case Reading.AllWell _ -> "all-well";
            case Reading.Unclear _ -> "unclear";
        };
    }
}
