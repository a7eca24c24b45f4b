package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.exercise.Exercise;
import dev.limber.core.exercise.Variant;
import dev.limber.core.text.Phrases;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextFactsTest {
    static Stream<Locale> languages() {
        return BuiltIn.content().phrasebook().languages().stream();
    }

    @Test
    void thereAreEnglishAndGerman() {
        assertThat(languages()).containsExactly(Locale.GERMAN, Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cross-leg-rotation/arm-across/start      | cross your left leg over the right, and bring your right arm
            cross-leg-rotation/arm-across/cues.0     | to the left
            lying-leg-over-twist/straight-leg/start  | lift your left leg straight, and hold its outer side with your right hand
            lying-leg-over-twist/straight-leg/cues.0 | to the right
            lying-leg-over-twist/straight-leg/cues.1 | Shoulders and upper back stay on the floor
            childs-pose-side-reach/hands-walk/cues.0 | over to the right, until your left side
            upper-back-reach/standing/cues.0         | push your hands far away
            upper-back-reach/seated/cues.1           | head sink down between your arms
            upper-back-reach/partner/cues.1          | gently
            upper-back-reach/band/start              | something strong
            mid-back-extension/chair-back/cues.1     | higher up your spine
            mid-back-extension/chair-small/caution   | very small
            cross-leg-rotation/arm-across/breath     | deep breath
            seal/hands/cues.0                        | Press up with your hands
            seal/hands/feel                          | Mostly your lower back
            childs-pose/on-heels/cues.0              | head towards the floor and walk your hands out
            towel-roll-overhead-reach/roll/cues.0    | palms facing
            towel-roll-overhead-reach/roll/breath    | Breathe in as you reach up, and slowly out
            towel-roll-overhead-reach/roll/caution   | lower them; if it stays, stop
            towel-roll-cactus/roll/start             | palms turned towards your feet
            towel-roll-cactus/roll/cues.0            | backs of your upper arms touch the floor
            towel-roll-cactus/roll/breath            | slowly out on the way down, and in on the way up
            hamstring-stretch/towel/start            | towel round your left foot
            """)
    void theMovementsAreTheOnesOfTheFacts(String key, String words) {
        assertThat(Lookup.english().say("exercise." + key.replace('/', '.'), Map.of("side", "left")))
                .contains(words);
    }

    @Test
    void sidesAreMirroredAndGermanInflectsThem() {
        String key = "exercise.childs-pose-side-reach.hands-walk.cues.0";

        assertThat(Lookup.german().say(key, Map.of("side", "left")))
                .isEqualTo("Wandere mit beiden Händen nach rechts, bis deine linke Seite lang wird.");
        assertThat(Lookup.german().say(key, Map.of("side", "right")))
                .isEqualTo("Wandere mit beiden Händen nach links, bis deine rechte Seite lang wird.");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everySidedExerciseTellsItsSides(Locale language) {
        Phrases phrases = BuiltIn.content().phrasebook().in(language);
        for (Exercise exercise : Lookup.catalog().exercises().values()) {
            for (Variant variant : exercise.variants()) {
                String key = "exercise." + exercise.id() + "." + variant.id();
                assertThat(said(phrases, key, "left").equals(said(phrases, key, "right")))
                        .as(key)
                        .isEqualTo(!exercise.eachSide());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theSignsOfDangerAreComplete(Locale language) {
        Phrases phrases = BuiltIn.content().phrasebook().in(language);

        assertThat(phrases.patterns("health.emergency-signs")).hasSize(6).allMatch(line -> line.length() <= 60);
        assertThat(phrases.patterns("health.doctor-signs")).hasSize(6).allMatch(line -> line.length() <= 70);
    }

    @Test
    void theSignsOfDangerAreTheOnesOfTheFacts() {
        assertThat(String.join("\n", Lookup.english().patterns("health.emergency-signs")))
                .containsIgnoringCase("both legs")
                .contains("tingle", "weak", "numb", "genitals", "buttocks", "Peeing", "Bladder or bowel", "chest")
                .contains("serious accident");
        assertThat(String.join("\n", Lookup.english().patterns("health.doctor-signs")))
                .contains("Fever", "Losing weight", "lump", "shape", "rest", "night", "sneeze", "cough", "toilet")
                .contains("between the shoulders");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void nobodyIsPromisedReliefOfPain(Locale language) {
        Phrases phrases = BuiltIn.content().phrasebook().in(language);
        List<String> why = Lookup.catalog().exercises().keySet().stream()
                .map(id -> phrases.say("exercise." + id + ".why"))
                .toList();

        assertThat(why).noneMatch(line -> line.matches("(?i).*\\b(pain|relie|cure|heal|schmerz|heil|linder).*"));
        assertThat(phrases.patterns("fact.no-promise")).hasSize(2);
    }

    @Test
    void theFactsForExplainingAreThere() {
        Phrases english = Lookup.english();

        assertThat(String.join(" ", english.patterns("fact.tight-backs")))
                .contains("athletes", "desk", "too little", "hamstrings", "curve", "with or without pain");
        assertThat(String.join(" ", english.patterns("fact.how-often")))
                .contains("five days a week", "through the day");
        assertThat(String.join(" ", english.patterns("fact.dose")))
                .contains("Two or three days", "every day", "10 to 30", "30 to 60", "two to four times");
        assertThat(String.join(" ", english.patterns("fact.towel-roll")))
                .contains("general good health", "osteoporosis");
    }

    private static String said(Phrases phrases, String key, String side) {
        Map<String, String> arguments = Map.of("side", side);
        return phrases.say(key + ".start", arguments) + phrases.say(key + ".cues.0", arguments);
    }
}
