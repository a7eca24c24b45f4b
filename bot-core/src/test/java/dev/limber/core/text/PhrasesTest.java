package dev.limber.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limber.core.chat.MomentStyle;
import dev.limber.core.chat.Piece;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    private final Phrases english = new Phrases(
            Locale.ENGLISH,
            Map.of(
                    "steps", "{n, plural, one {# step} other {# steps}}",
                    "at", "See you at {when}, {name}.",
                    "plain", "Don't hurry.",
                    "list.0", "one",
                    "list.1", "two",
                    "only", "{n, plural, one {# day} other {# days}} left"),
            null);
    private final Phrases german = new Phrases(
            Locale.GERMAN,
            Map.of(
                    "steps", "{n, plural, one {# Schritt} other {# Schritte}}",
                    "list.0", "eins"),
            english);

    @Test
    void pluralsAndNumbersFollowTheLanguage() {
        assertThat(english.say("steps", Map.of("n", 1))).isEqualTo("1 step");
        assertThat(german.say("steps", Map.of("n", 1200))).isEqualTo("1.200 Schritte");
    }

    @Test
    void whatIsMissingComesFromTheFallbackByItsOwnRules() {
        assertThat(german.say("plain")).isEqualTo("Don't hurry.");
        assertThat(german.say("only", Map.of("n", 1200))).isEqualTo("1,200 days left");
        assertThat(german.find("nothing")).isEmpty();
        assertThatThrownBy(() -> german.say("nothing")).isInstanceOf(MissingResourceException.class);
    }

    @Test
    void aListIsNeverMixedFromTwoLanguages() {
        assertThat(german.patterns("list")).containsExactly("eins");
        assertThat(english.patterns("list")).containsExactly("one", "two");
        assertThat(german.patterns("none")).isEmpty();
    }

    @Test
    void aPatternThatWasPinnedIsFormattedLater() {
        assertThat(german.format("{side, select, left {links} other {rechts}}", Map.of("side", "left")))
                .isEqualTo("links");
        assertThat(german.format(german.pattern("steps"), Map.of("n", 2))).isEqualTo("2 Schritte");
    }

    @Test
    void momentsStayMomentsAmongTheWords() {
        var moment = new Piece.Moment(Instant.EPOCH, MomentStyle.TIME, ZoneOffset.UTC);

        List<Piece> pieces = english.pieces("at", Map.of("when", moment, "name", "Ann {0}"));

        assertThat(pieces).containsExactly(new Piece.Words("See you at "), moment, new Piece.Words(", Ann {0}."));
    }

    @Test
    void manyThreadsFormatTheSamePatternAtOnce() {
        List<String> said = IntStream.range(0, 20_000)
                .parallel()
                .mapToObj(n -> english.say("steps", Map.of("n", n % 500)))
                .toList();

        assertThat(said)
                .isEqualTo(IntStream.range(0, 20_000)
                        .mapToObj(n -> n % 500 == 1 ? "1 step" : n % 500 + " steps")
                        .toList());
    }
}
