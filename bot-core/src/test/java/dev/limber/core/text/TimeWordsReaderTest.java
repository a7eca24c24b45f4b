package dev.limber.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.exercise.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWordsReaderTest {
    private static final String FILE = "texts/en/times.yaml";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `words: {mondey: [Mon]}`         | mine/times:1: words.mondey: unknown word 'mondey' (did you mean 'monday'?)
            `words: {monday: Mon}`           | mine/times:1: words.monday: expected a list, found text ([a, b], or a line with '- ' for each)
            `words: {monday: ['']}`          | mine/times:1: words.monday[0]: expected text, found nothing
            `words: {monday: ['--']}`        | mine/times:1: words.monday[0]: '--' has no word (letters are what is compared with what people type)
            `words: {monday: [M], tuesday: [m.]}` | mine/times:1: words.tuesday[0]: 'm.' stands for 'monday' already (it cannot be told which is meant)
            `words: {monday: []}`            | mine/times:1: words: there is no word for monday (Limber says them itself)
            `numbers: {one: [one]}`          | mine/times:1: numbers.one: 'one' is no number (a whole one from 1 to 99)
            `spans: {0: [no time]}`          | mine/times:1: spans.0: '0' is no number (a whole one from 1 to 720)
            `moments: {noon: [noon]}`        | mine/times:1: moments.noon: 'noon' is no time of the day (write it as '09:30')
            `date: '{month} {year}'`         | mine/times:1: date: the date has no {day} ({day}. {month} {year})
            `examples: {intervals: [hourly]}` | mine/times:1: examples.intervals: unknown kind of example 'intervals' (did you mean 'interval'?)
            `word: {}`                       | mine/times:1: word: unknown key 'word' (did you mean 'words'?)
            `[monday]`                       | mine/times:1: expected a mapping, found a list (lines of 'key: value')
            """)
    void aFaultNamesFileLinePathAndWhatWouldBeRight(String times, String expected) {
        assertThat(read(times))
                .isInstanceOfSatisfying(
                        ContentReading.Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::toString)
                                .contains(expected.replace("mine/times", FILE)));
    }

    @Test
    void whatLimberSaysItselfMustBeThere() {
        var files = new TreeMap<>(FixtureContent.pack().files());
        files.put(FILE, "words: {monday: [Mon]}\n");

        assertThat(ContentReader.read(List.of(FixtureContent.packOf(files))))
                .isInstanceOfSatisfying(
                        ContentReading.Refused.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .asString()
                                .startsWith(FILE + ":1: words: there is no word for tuesday, wednesday, ")
                                .contains("every", "at")
                                .doesNotContain("monday", "o-clock"));
    }

    @Test
    void aLanguageWithoutWordsForDaysAndTimesIsPointedOut() {
        var files = new TreeMap<>(FixtureContent.pack().files());
        files.remove("texts/de/times.yaml");

        assertThat(ContentReader.read(List.of(FixtureContent.packOf(files))))
                .isInstanceOfSatisfying(
                        ContentReading.Accepted.class,
                        accepted -> assertThat(accepted.warnings())
                                .extracting(Fault::toString)
                                .containsExactly("texts/de/times.yaml: warning: there are no words for days and times"
                                        + " (those of the other languages are understood)"));
    }

    @Test
    void anAuthorsListReplacesTheOneUnderTheSameKeyAndNothingElse() {
        var mine =
                Map.of("pack.yaml", "formatVersion: 1\n", FILE, "words: {monday: [Moonday]}\nnumbers: {2: [twain]}\n");

        Content content =
                FixtureContent.accepted(FixtureContent.pack(), new Pack("mine", new TreeMap<>(mine), List.of()));

        TimeWords times = content.times().getOrDefault(Locale.ENGLISH, TimeWords.empty());
        assertThat(times.printed(TimeWord.MONDAY)).isEqualTo("Moonday");
        assertThat(times.words().get(TimeWord.MONDAY)).containsExactly("Moonday");
        assertThat(times.printed(TimeWord.TUESDAY)).isEqualTo("Tue");
        assertThat(times.numbers()).containsEntry(2, List.of("twain"));
        assertThat(times.dateOf("1", "May", "2026")).isEqualTo("1 May 2026");
    }

    /** Over the fixture, as an author's pack. */
    private static ContentReading read(String times) {
        var mine = new TreeMap<>(Map.of("pack.yaml", "formatVersion: 1\n", FILE, times + "\n"));
        return ContentReader.read(List.of(FixtureContent.pack(), new Pack("mine", mine, List.of())));
    }
}
