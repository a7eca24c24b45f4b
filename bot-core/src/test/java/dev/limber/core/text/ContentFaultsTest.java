package dev.limber.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.exercise.Fault;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentFaultsTest {
    @Test
    void theFixtureItselfHasNone() {
        assertThat(faults(FixtureContent.pack())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            exercises/reach.yaml  | areas: [upper  | areaz: [upper  | exercises/reach.yaml:4: areaz: unknown key 'areaz' (did you mean 'areas'?)
            exercises/reach.yaml  | areas: [upper  | areaz: [upper  | exercises/reach.yaml:1: 'areas' is missing (add it)
            exercises/reach.yaml  | level: harder  | level: hard    | exercises/reach.yaml:33: variants[2].level: unknown value 'hard' (did you mean 'harder'?)
            exercises/reach.yaml  | holdSeconds: 40| holdSeconds: 90| exercises/reach.yaml:37: variants[2].dose.holdSeconds: 90 is out of bounds (from 10 to 60)
            exercises/reach.yaml  | holdSeconds: 40| holdSeconds: x | exercises/reach.yaml:37: variants[2].dose.holdSeconds: 'x' is not a whole number (from 10 to 60)
            exercises/reach.yaml  | holdSeconds: 40| holdSecs: 40   | exercises/reach.yaml:37: variants[2].dose.holdSecs: unknown key 'holdSecs' (did you mean 'holdSeconds'?)
            exercises/reach.yaml  | {holdSeconds: 40}| {}           | exercises/reach.yaml:37: variants[2].dose: no dose ({holdSeconds: 30})
            exercises/roll.yaml   | upTo: 10       | upTo: 4        | exercises/roll.yaml:24: variants[0].dose.upTo: 4 is out of bounds (from 5 to 10)
            exercises/reach.yaml  | source: book   | `#`            | exercises/reach.yaml:1: 'source' is missing (add it)
            exercises/reach.yaml  | source: book   | source: boook  | exercises/reach.yaml:2: source: unknown source 'boook' (did you mean 'book'?)
            exercises/reach.yaml  | rounds: guide  | rounds: giude  | exercises/reach.yaml:14: basis.rounds: unknown source 'giude' (did you mean 'guide'?)
            exercises/reach.yaml  | harder: editorial | `#`         | exercises/reach.yaml:6: basis: no basis for 'harder' (source, editorial, or the id of another source)
            exercises/reach.yaml  | id: reach      | id: reech      | exercises/reach.yaml:1: id: the id 'reech' differs from the file's name (name the file reech.yaml)
            exercises/reach.yaml  | id: reach      | id: Reach!     | exercises/reach.yaml:1: id: 'Reach!' is not an id (lower-case words joined by hyphens, at most 40 characters)
            exercises/reach.yaml  | id: table      | id: standing   | exercises/reach.yaml:25: variants[1]: the id 'standing' is taken (first on line 18)
            exercises/reach.yaml  | equipment: [band] | equipment: band | exercises/reach.yaml:35: variants[2].equipment: expected a list, found text ([a, b], or a line with '- ' for each)
            exercises/reach.yaml  | equipment: [band] | equipment: [bund] | exercises/reach.yaml:35: variants[2].equipment[0]: unknown equipment 'bund' (did you mean 'band'?)
            exercises/reach.yaml  | avoidWith: [shoulder, unscreened] | avoidWith: [sholder] | exercises/reach.yaml:36: variants[2].avoidWith[0]: unknown condition 'sholder' (did you mean 'shoulder'?)
            exercises/reach.yaml  | avoidWith: [shoulder, unscreened] | `#` | exercises/reach.yaml:32: variants[2]: 'avoidWith' is missing (add it)
            exercises/reach.yaml  | level: standard | level: harder | exercises/reach.yaml:17: variants: no variant of level standard (the exercise as its source describes it)
            exercises/reach.yaml  | level: easier  | level: harder  | exercises/reach.yaml:17: warning: variants: no variant of level easier (whoever skips the health check gets the standard one)
            exercises/reach.yaml  | rounds: 2      | rounds: 5      | exercises/reach.yaml:24: variants[0].rounds: 5 is out of bounds (from 1 to 4)
            exercises/reach.yaml  | eachSide: false| eachSide: no   | exercises/reach.yaml:5: eachSide: expected true or false
            exercises/reach.yaml  | areas: [upper-back] | areas: [] | exercises/reach.yaml:4: areas: no area (name at least one part of the body)
            exercises/roll.yaml   | setUp: roll    | setUp: rol     | exercises/roll.yaml:22: variants[0].setUp: unknown set-up 'rol' (did you mean 'roll'?)
            exercises/roll.yaml   | [towel, cushion] | [towel]      | exercises/roll.yaml:22: variants[0].setUp: the set-up needs 'cushion' (add it to the variant's equipment)
            routines/desk.yaml    | exercise: turn | exercise: trun | routines/desk.yaml:6: items[1].exercise: unknown exercise 'trun' (did you mean 'turn'?)
            routines/desk.yaml    | standing       | sitting        | routines/desk.yaml:5: items[0].variant: unknown variant of 'reach' 'sitting' (known: standing, table, band)
            routines/desk.yaml    | aboutMinutes: 3| aboutMinutes: 0| routines/desk.yaml:2: aboutMinutes: 0 is out of bounds (from 1 to 60)
            routines/desk.yaml    | places: [desk] | places: []     | routines/desk.yaml:3: places: 'places' is empty (name at least one)
            sources.yaml          | id: guide      | id: book       | sources.yaml:5: sources[1]: the id 'book' is taken (first in sources.yaml:2)
            equipment.yaml        | towel,         | towel, towel,  | equipment.yaml:1: equipment[2]: the id 'towel' is taken (first in equipment.yaml:1)
            conditions.yaml       | id: unscreened | id: unscreend  | conditions.yaml: the condition 'unscreened' is missing (it says what is left out for whoever skips the health check)
            conditions.yaml       | variant: chair | variant: heels | conditions.yaml:10: conditions[2].instead[0].variant: 'heels' is left out with 'knees', so it cannot be done instead (see avoidWith and avoidPositions)
            conditions.yaml       | {exercise: reach} | {exercise: twist} | conditions.yaml:14: conditions[3].instead[0].exercise: 'twist' is left out with 'floor', so it cannot be done instead (see avoidWith and avoidPositions)
            pack.yaml             | formatVersion: 1 | formatVersion: 2 | pack.yaml:1: formatVersion: the pack has format 2 (this Limber reads format 1; use a newer one)
            pack.yaml             | [desk, floor,  | [desc, floor,  | pack.yaml:2: routines[0]: unknown routine 'desc' (did you mean 'desk'?)
            set-ups/roll.yaml     | `id: roll`     | `id: [roll`    | `set-ups/roll.yaml:2: not YAML: expected ',' or ']', but got : (check indentation, quotes and brackets here and on the line before)`
            texts/en/others.yaml  | name: Desk     | nome: Desk     | texts/en: routine.desk.name: there is no text (write one of at most 40 characters)
            texts/en/others.yaml  | name: Desk     | nome: Desk     | texts/en/others.yaml:2: warning: routine.desk.nome: 'routine.desk.nome' is not used (did you mean 'routine.desk.name'?)
            texts/en/others.yaml  | name: Desk,    | name: A desk with a name that goes on for much too long, | texts/en/others.yaml:2: routine.desk.name: 49 characters (at most 40)
            texts/en/others.yaml  | At the desk    | "At {desk}"    | texts/en/others.yaml:2: routine.desk.for: the argument {desk} is not given here (plain text)
            texts/en/others.yaml  | At the desk    | "At {desk"     | texts/en/others.yaml:2: routine.desk.for: not a message pattern: Unmatched '{' braces in message "At {desk" (see ICU message format: {name}, {n, plural, one {…} other {…}})
            texts/en/others.yaml  | At the desk    | "{0} desks"    | texts/en/others.yaml:2: routine.desk.for: an argument with a number for a name: {0} (see ICU message format: {name}, {n, plural, one {…} other {…}})
            texts/en/others.yaml  | At the desk    | "{n, nmber}"   | texts/en/others.yaml:2: routine.desk.for: not a message pattern: Unknown format type "nmber" (see ICU message format: {name}, {n, plural, one {…} other {…}})
            texts/en/others.yaml  | At the desk    | "At '{desk}"   | texts/en/others.yaml:2: routine.desk.for: an apostrophe next to a brace takes the brace for text (see ICU message format: {name}, {n, plural, one {…} other {…}})
            texts/en/others.yaml  | for: At the desk | for: ""      | texts/en/others.yaml:2: routine.desk.for: the text is empty (write one, or leave the key out)
            texts/en/others.yaml  | [Fever]        | []             | texts/en/others.yaml:32: health.doctor-signs: the list is empty (write at least one line, or leave the key out)
            texts/en/others.yaml  | doctor-signs   | doctor signs   | texts/en/others.yaml:32: health.doctor signs: 'doctor signs' is not a key (letters, digits, hyphens and underscores)
            texts/de/others.yaml  | name: Alles    | neme: Alles    | texts/de/others.yaml:4: warning: routine.everything.neme: 'routine.everything.neme' has no text in en (did you mean 'routine.everything.name'?)
            texts/de/others.yaml  | name: Alles    | neme: Alles    | texts/de: warning: routine.everything.name: there is no text (the one in en is used)
            """)
    void aFaultNamesFileLinePathAndWhatWouldBeRight(String file, String from, String to, String expected) {
        assertThat(faults(FixtureContent.with(file, from, to)))
                .extracting(Fault::toString)
                .contains(expected);
    }

    @Test
    void allFaultsOfAllFilesAreReportedAtOnceInTheirOrder() {
        var files = new TreeMap<>(FixtureContent.pack().files());
        files.put("exercises/reach.yaml", "id: reach\nlevel: 3\n");
        files.put("routines/desk.yaml", "- not\n- a mapping\n");
        files.put("sources.yaml", "sources: none\n");
        files.put("texts/english/a.yaml", "a: b\n");

        assertThat(faults(FixtureContent.packOf(files)))
                .extracting(fault -> fault.file() + ":" + fault.line() + " " + fault.problem())
                .containsSubsequence(
                        "exercises/reach.yaml:1 'areas' is missing",
                        "exercises/reach.yaml:2 unknown key 'level'",
                        "exercises/turn.yaml:2 unknown source 'book'",
                        "routines/desk.yaml:1 expected a mapping, found a list",
                        "sources.yaml:1 expected a list, found text",
                        "texts/english/a.yaml:0 no folder of a language");
    }

    @Test
    void aTextGivenTwiceInOneLayerIsAFault() {
        var files = new TreeMap<>(FixtureContent.pack().files());
        files.put("texts/en/more.yaml", "routine:\n  desk:\n    name: Again\n");

        assertThat(faults(FixtureContent.packOf(files)))
                .extracting(Fault::toString)
                .contains("texts/en/others.yaml:2: routine.desk.name: 'routine.desk.name' has a text already"
                        + " (in texts/en/more.yaml:3)");
    }

    @Test
    void aFileInTheWrongPlaceIsPointedOut() {
        var files = new TreeMap<>(FixtureContent.pack().files());
        files.put("exercise/new.yaml", "id: new\n");
        files.put("source.yaml", "sources: []\n");

        assertThat(faults(FixtureContent.packOf(files)))
                .extracting(Fault::toString)
                .containsExactly(
                        "exercise/new.yaml: warning: the file is not used (did you mean 'exercises'?)",
                        "source.yaml: warning: the file is not used (did you mean 'sources.yaml'?)");
    }

    @Test
    void aPackSaysWhichFormatItHas() {
        var files = new TreeMap<>(FixtureContent.pack().files());
        files.remove("pack.yaml");

        assertThat(faults(new Pack("author", files, List.of())))
                .extracting(Fault::toString)
                .containsExactly("pack.yaml: the file is missing (with the line 'formatVersion: 1')");
    }

    private static List<Fault> faults(Pack pack) {
        return switch (ContentReader.read(List.of(pack))) {
            case ContentReading.Accepted(Content _, List<Fault> warnings) -> warnings;
            case ContentReading.Refused(List<Fault> faults) -> faults;
        };
    }
}
