package dev.limber.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limber.core.text.Phrase.Gap;
import dev.limber.core.text.Phrase.OneOf;
import dev.limber.core.text.Vocabulary.Feelings;
import dev.limber.core.text.Vocabulary.Ignored;
import dev.limber.core.text.Vocabulary.Negators;
import dev.limber.core.text.Vocabulary.Spelling;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseParserTest {
    private static final PhraseParser PARSER = new PhraseParser(new Vocabulary(
            new Spelling(Map.of("ü", "ue"), List.of()),
            Map.of(
                    "pain", List.of("hurts", "pain"),
                    "many", List.of("one two", "three", "four five"),
                    "loop", List.of("<loop>"),
                    "huge", List.of("a b", "c d", "e f", "g h", "i j", "k l", "m n", "o p")),
            new Ignored(List.of(), List.of()),
            new Negators(List.of(), List.of()),
            Map.of(),
            Feelings.none(),
            Map.of(),
            Map.of()));

    @Test
    void aPhraseIsASlotForEachWord() {
        assertThat(PARSER.parse("Back|lower (really) ... <pain> weh*"))
                .containsExactly(new Phrase(List.of(
                        new OneOf(Set.of("back", "lower"), false),
                        new OneOf(Set.of("really"), true),
                        new Gap(),
                        new OneOf(Set.of("hurts", "pain"), false),
                        new OneOf(Set.of("weh*"), false))));
    }

    @Test
    void otherSpellingsAreOtherWordsForTheSame() {
        assertThat(PARSER.parse("zurück"))
                .containsExactly(new Phrase(List.of(new OneOf(Set.of("zuruck", "zurueck"), false))));
    }

    @Test
    void aHyphenPartsTwoWordsAndAnApostropheNone() {
        assertThat(PARSER.parse("hands-free don't"))
                .containsExactly(new Phrase(List.of(
                        new OneOf(Set.of("hands"), false),
                        new OneOf(Set.of("free"), false),
                        new OneOf(Set.of("dont"), false))));
    }

    @Test
    void alternativesOfSeveralWordsArePhrasesOfTheirOwn() {
        assertThat(PARSER.parse("so <many>")).hasSize(3);
        assertThat(PARSER.parse("so (<many>)"))
                .hasSize(3)
                .allMatch(phrase -> phrase.slots().size() > 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '=', textBlock = """
            ' '                          = a phrase must not be empty
            '... back'                   = '... back' must not begin with a gap
            (maybe)                      = '(maybe)' has no word that must be there
            <nobody> back                = there is no group 'nobody'
            <loop>                       = group 'loop' leads back to itself, or too deep
            *a*                          = '*a*' must have letters at its start or at its end
            a||b                         = '' is not a word
            !!                           = '!!' is not a word
            <huge> <huge> <huge>         = '<huge> <huge> <huge>' has more than 400 alternatives
            a a a a a a a a a a a a a a a a a a a a a = 'a a a a a a a a a a a a a a a a a a a a a' has more than 20 words
            """, quoteCharacter = '"')
    void whatIsWrongIsSaidInASentence(String phrase, String problem) {
        String text = phrase.equals("' '") ? " " : phrase.replace("'", "");
        assertThatThrownBy(() -> PARSER.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(problem);
    }
}
