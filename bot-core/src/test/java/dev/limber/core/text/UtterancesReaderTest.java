package dev.limber.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.exercise.Fault;
import dev.limber.core.exercise.RoutineId;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UtterancesReaderTest {
    private static final String FILE = "texts/en/words.yaml";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `intents: {nexxt: {alone: [next]}}`                        | texts/en/words.yaml:1: intents.nexxt: unknown intent 'nexxt' (did you mean 'next'?)
            `intents: {next: {alown: [next]}}`                         | texts/en/words.yaml:1: intents.next.alown: unknown key 'alown' (did you mean 'alone'?)
            `intents: {next: {alone: next}}`                           | texts/en/words.yaml:1: intents.next.alone: expected a list, found text ([a, b], or a line with '- ' for each)
            `intents: {next: {alone: ['']}}`                           | texts/en/words.yaml:1: intents.next.alone[0]: expected text, found nothing
            `intents: {next: {alone: [Go  on]}, skip: {within: [go on]}}` | texts/en/words.yaml:1: intents.skip.within[0]: 'go on' stands for two intents (the other one is in texts/en/words.yaml:1)
            `intents: {next: {alone: ['<gorup> on']}}\\ngroups: {group: [go]}` | texts/en/words.yaml:1: intents.next.alone[0]: there is no group 'gorup' (did you mean 'group'?)
            `intents: {next: {alone: ['... on']}}`                     | `texts/en/words.yaml:1: intents.next.alone[0]: '... on' must not begin with a gap (a|b, <group>, (maybe), ... and begin* are what a phrase can have beside words)`
            `routines: {desc: {names: [desk]}}`                        | texts/en/words.yaml:1: routines.desc: there is no routine 'desc' (did you mean 'desk'?)
            `feeling: {}`                                              | texts/en/words.yaml:1: feeling: unknown key 'feeling' (did you mean 'feelings'?)
            `[next]`                                                   | texts/en/words.yaml:1: expected a mapping, found a list (lines of 'key: value')
            """)
    void aFaultNamesFileLinePathAndWhatWouldBeRight(String words, String expected) {
        assertThat(read(words.replace("\\n", "\n")))
                .isInstanceOfSatisfying(
                        ContentReading.Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::toString)
                                .contains(expected));
    }

    @Test
    void allBrokenPhrasesAreReportedAtOnce() {
        assertThat(read("intents:\n  next:\n    alone:\n      - (maybe)\n      - <who>\n"))
                .isInstanceOfSatisfying(
                        ContentReading.Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::line)
                                .containsExactly(4, 5));
    }

    @Test
    void aLanguageWithoutWordsIsPointedOut() {
        var files = new TreeMap<>(FixtureContent.pack().files());
        files.remove("texts/de/words.yaml");

        assertThat(ContentReader.read(List.of(FixtureContent.packOf(files))))
                .isInstanceOfSatisfying(
                        ContentReading.Accepted.class,
                        accepted -> assertThat(accepted.warnings())
                                .extracting(Fault::toString)
                                .containsExactly("texts/de/words.yaml: warning: there are no words to understand"
                                        + " (those of the other languages are understood)"));
    }

    @Test
    void anAuthorsWordsAddToTheOnesBefore() {
        var mine = new TreeMap<String, String>();
        mine.put("pack.yaml", "formatVersion: 1\n");
        mine.put(FILE, "intents: {next: {alone: [onward ho]}}\nroutines: {floor: {wishes: [after gardening]}}\n");

        ContentReading reading = ContentReader.read(List.of(FixtureContent.pack(), new Pack("mine", mine, List.of())));

        assertThat(reading).isInstanceOfSatisfying(ContentReading.Accepted.class, accepted -> {
            Utterances utterances = accepted.content().utterances();
            assertThat(utterances.read("Onward, ho!", Locale.ENGLISH)).isEqualTo(new Reading.Word(Intent.NEXT));
            assertThat(utterances.read("so tired after gardening", Locale.GERMAN))
                    .isEqualTo(new Reading.Wish(new RoutineId("floor")));
        });
    }

    @Test
    void aRoutineAnswersToItsIdAndToTheNameUnderWhichItIsShown() {
        Utterances utterances = FixtureContent.accepted(FixtureContent.pack()).utterances();

        assertThat(utterances.findRoutine("EVERYTHING", Locale.ENGLISH)).contains(new RoutineId("everything"));
        assertThat(utterances.findRoutine("alles", Locale.ENGLISH)).contains(new RoutineId("everything"));
    }

    private static ContentReading read(String words) {
        var files = new TreeMap<>(FixtureContent.pack().files());
        files.put(FILE, words);
        return ContentReader.read(List.of(FixtureContent.packOf(files)));
    }
}
