package dev.limber.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

class UtterancesPropertyTest {
    private static final Utterances UTTERANCES = UtterancesTest.UTTERANCES;
    private static final Map<String, Reading> KNOWN = Map.of(
            "next", new Reading.Word(Intent.NEXT),
            "go back", new Reading.Word(Intent.BACK),
            "zurück", new Reading.Word(Intent.BACK),
            "stop", new Reading.Word(Intent.STOP),
            "my back hurts", new Reading.Complaint(),
            "no pain", new Reading.AllWell(),
            "chest pain", new Reading.Alarm());

    @Property(tries = 500)
    void anythingAtAllIsReadInAnyLanguage(@ForAll @StringLength(max = 2_000) String typed) {
        assertThat(UTTERANCES.read(typed, Locale.ENGLISH)).isNotNull();
        assertThat(UTTERANCES.read(typed, Locale.of("xx"))).isNotNull();
        assertThat(UTTERANCES.findRoutine(typed, Locale.GERMAN)).isNotNull();
    }

    @Property(tries = 300)
    void anyHeapOfKnownWordsIsRead(@ForAll("heaps") String typed) {
        assertThat(UTTERANCES.read(typed, Locale.ENGLISH)).isNotNull();
    }

    @Property
    void whatIsAroundTheWordsChangesNothing(
            @ForAll("known") String phrase, @ForAll("padding") String before, @ForAll("padding") String after) {
        assertThat(UTTERANCES.read(before + phrase + after, Locale.ENGLISH)).isEqualTo(KNOWN.get(phrase));
    }

    @Property
    void capitalsChangeNothing(@ForAll("known") String phrase, @ForAll long capitals) {
        var mixed = new StringBuilder();
        for (int i = 0; i < phrase.length(); i++) {
            char c = phrase.charAt(i);
            mixed.append((capitals >> i & 1) == 1 ? Character.toUpperCase(c) : c);
        }

        assertThat(UTTERANCES.read(mixed.toString(), Locale.ENGLISH)).isEqualTo(KNOWN.get(phrase));
    }

    @Property
    void aComplaintAfterAnythingUnknownIsStillHeard(@ForAll("gibberish") String gibberish) {
        assertThat(UTTERANCES.read(gibberish + ", my back hurts", Locale.ENGLISH))
                .isEqualTo(new Reading.Complaint());
    }

    @Provide
    Arbitrary<String> known() {
        return Arbitraries.of(KNOWN.keySet());
    }

    @Provide
    Arbitrary<String> padding() {
        return Arbitraries.of(" ", "!", "?", ".", "…", "\t", "\n", "👍", "🏋🏽‍♀️", "*", "_", "\"", "»", "~", "-")
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> heaps() {
        return Arbitraries.of(
                        "no", "not", "pain", "lower", "back", "stiff", "chest", "next", "weh", "xhurts", ",", "<", "*")
                .list()
                .ofMaxSize(400)
                .map(words -> String.join(" ", words));
    }

    @Provide
    Arbitrary<String> gibberish() {
        return Arbitraries.strings().withCharRange('q', 'z').ofMinLength(1).ofMaxLength(60);
    }
}
