package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.nudge.NudgePhrase;
import dev.limber.core.nudge.NudgePhrases;
import dev.limber.core.nudge.NudgeRequest;
import dev.limber.core.nudge.NudgeRule;
import dev.limber.core.nudge.Rules;
import dev.limber.core.text.TimeWords;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

class NudgePhrasesPropertyTest {
    private static final Map<Locale, TimeWords> TIMES = BuiltIn.content().times();
    private static final NudgePhrases PHRASES = new NudgePhrases(BuiltIn.content());
    private static final int MOST_MINUTES_AHEAD = 31 * 24 * 60;

    record Case(NudgeRule rule, ZonedDateTime now) {}

    @Property(tries = 2_000)
    void what_is_said_is_read_as_the_same_rule_again(@ForAll("rules") Case each, @ForAll("languages") Locale language) {
        NudgePhrase phrase = PHRASES.in(language);
        String said = phrase.print(each.rule(), each.now());

        assertThat(phrase.read(said, each.now())).as(said).contains(new NudgeRequest.Plan(each.rule()));
    }

    @Property(tries = 1_000)
    void what_is_said_in_one_language_is_read_in_any_other(
            @ForAll("rules") Case each, @ForAll("languages") Locale language, @ForAll("languages") Locale other) {
        String said = PHRASES.in(language).print(each.rule(), each.now());

        assertThat(PHRASES.in(other).read(said, each.now())).as(said).contains(new NudgeRequest.Plan(each.rule()));
    }

    @Property(tries = 2_000)
    void no_heap_of_known_words_makes_the_reader_fail(
            @ForAll("heaps") String typed, @ForAll("nows") ZonedDateTime now) {
        NudgePhrase phrase = PHRASES.in(Locale.GERMAN);

        assertThat(phrase.read(typed, now)).isNotNull();
        assertThat(phrase.readClock(typed)).isNotNull();
        assertThat(phrase.nearest(typed)).hasSize(3);
    }

    @Property(tries = 1_000)
    void nothing_at_all_makes_the_reader_fail(
            @ForAll @StringLength(max = 300) String typed, @ForAll("nows") ZonedDateTime now) {
        NudgePhrase phrase = PHRASES.in(Locale.ENGLISH);

        assertThat(phrase.read(typed, now)).isNotNull();
        assertThat(phrase.readClock(typed)).isNotNull();
        assertThat(phrase.nearest(typed)).hasSize(3);
    }

    @Property(tries = 1_000)
    void one_word_that_nobody_knows_makes_no_schedule_of_a_sentence(
            @ForAll("rules") Case each, @ForAll("languages") Locale language, @ForAll("places") double place) {
        NudgePhrase phrase = PHRASES.in(language);
        String said = phrase.print(each.rule(), each.now());
        int blank = said.indexOf(' ', (int) (said.length() * place));
        String spoilt = blank < 0 ? said + " hurts" : said.substring(0, blank) + " hurts" + said.substring(blank);

        assertThat(phrase.read(spoilt, each.now())).as(spoilt).isEmpty();
    }

    @Provide
    Arbitrary<Locale> languages() {
        return Arbitraries.of(TIMES.keySet());
    }

    @Provide
    Arbitrary<Double> places() {
        return Arbitraries.doubles().between(0, 1);
    }

    @Provide
    Arbitrary<ZonedDateTime> nows() {
        return Combinators.combine(Rules.moments(), Rules.zones()).as((moment, zone) -> moment.atZone(zone));
    }

    @Provide
    Arbitrary<Case> rules() {
        Arbitrary<Integer> minutes = Arbitraries.integers().between(1, MOST_MINUTES_AHEAD);
        return nows().flatMap(now -> Arbitraries.oneOf(List.of(
                        Rules.recurring(),
                        Rules.moments().map(NudgeRule.Once::new),
                        minutes.map(
                                ahead -> new NudgeRule.At(now.plusMinutes(ahead).toInstant()))))
                .map(rule -> new Case(rule, now)));
    }

    @Provide
    Arbitrary<String> heaps() {
        var words = new TreeSet<>(
                List.of("9", "17", "9:00", "8.30", "24.12.", "2026-12-24", "90", "2026", "0", ",", "-", "hurts"));
        TIMES.values().stream()
                .flatMap(times -> Stream.of(
                                times.words().values(),
                                times.numbers().values(),
                                times.spans().values(),
                                times.offsets().values(),
                                times.moments().values())
                        .flatMap(lists -> lists.stream().flatMap(List::stream)))
                .forEach(words::add);
        return Arbitraries.of(words).list().ofMinSize(1).ofMaxSize(14).map(parts -> String.join(" ", parts));
    }
}
