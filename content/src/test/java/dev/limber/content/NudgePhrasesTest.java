package dev.limber.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.nudge.NudgePhrase;
import dev.limber.core.nudge.NudgePhrases;
import dev.limber.core.nudge.NudgeRequest;
import dev.limber.core.nudge.NudgeRule;
import dev.limber.core.text.TimeWords;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the tables of phrases with the built-in words, as if it were a Wednesday at 14:00. */
class NudgePhrasesTest {
    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 3, 18, 14, 0, 0, 0, ZoneId.of("Europe/Vienna"));
    private static final NudgePhrases PHRASES = new NudgePhrases(BuiltIn.content());
    private static final NudgePhrase ENGLISH = PHRASES.in(Locale.ENGLISH);
    private static final NudgePhrase GERMAN = PHRASES.in(Locale.GERMAN);

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/times/en.csv", delimiter = '|', quoteCharacter = '`')
    void englishPhrasesAreReadAsTheTableSays(String typed, String expected) {
        assertThat(read(ENGLISH, typed)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/times/de.csv", delimiter = '|', quoteCharacter = '`')
    void germanPhrasesAreReadAsTheTableSays(String typed, String expected) {
        assertThat(read(GERMAN, typed)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/times/none.csv", delimiter = '|', quoteCharacter = '`')
    void whatIsNoScheduleIsNeverTakenForOne(String typed) {
        assertThat(read(ENGLISH, typed)).isEqualTo("none");
        assertThat(read(GERMAN, typed)).isEqualTo("none");
    }

    @Test
    void everyExampleIsUnderstoodInItsLanguage() {
        BuiltIn.content().times().forEach((language, words) -> {
            assertThat(words.examples()).containsOnlyKeys(TimeWords.Example.values());
            words.examples()
                    .values()
                    .forEach(examples -> assertThat(examples)
                            .hasSize(3)
                            .allSatisfy(
                                    example -> assertThat(PHRASES.in(language).read(example, NOW))
                                            .as(example)
                                            .isPresent()));
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            en | every 5 minutes             | every 90 min 9–17 mon–fri
            en | hourly at night             | every 90 min 9–17 mon–fri
            en | 25:00 or so, like 9:00      | 9:00 weekdays
            en | monday maybe                | 9:00 weekdays
            en | tomorrow-ish                | in 20 minutes
            en | pause a bit                 | pause until monday
            en | alle paar Minuten           | every 90 min 9–17 mon–fri
            en | blah                        | 9:00 weekdays
            de | alle 5 Minuten              | alle 90 Minuten 9–17 Uhr
            de | irgendwann am Montag        | werktags um 9
            de | in ein paar Minuten         | in 20 Minuten
            de | Pause für immer             | Pause bis Montag
            de | bla                         | werktags um 9
            """)
    void examplesAreNearestToWhatWasTyped(String language, String typed, String first) {
        assertThat(PHRASES.in(Locale.of(language)).nearest(typed))
                .hasSize(3)
                .first()
                .isEqualTo(first);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            it is 14:05 here         | 14:05
            14:05                    | 14:05
            14.05                    | 14:05
            2:05 pm                  | 14:05
            it's 2pm right now       | 14:00
            It's about 9 o'clock.    | 09:00
            2 in the afternoon       | 14:00
            half past 7              | 07:30
            bei mir ist es 14:05     | 14:05
            Hier ist es gerade 14 Uhr | 14:00
            es ist 14 Uhr 05         | 14:05
            halb drei                | 02:30
            mittags                  |
            14                       |
            25:00                    |
            14:05 and 15:00          |
            at 14:05 my back hurt    |
            """)
    void theTimeThatSomebodySaysItIsIsRead(String typed, String expected) {
        assertThat(ENGLISH.readClock(typed).map(LocalTime::toString).orElse(null))
                .isEqualTo(expected);
        assertThat(GERMAN.readClock(typed).map(LocalTime::toString).orElse(null))
                .isEqualTo(expected);
    }

    @Test
    void rulesAreSaidAsPeopleSayThem() {
        var workday = new NudgeRule.Every(Duration.ofMinutes(90), LocalTime.of(9, 0), LocalTime.of(17, 0), weekdays());
        var twice = new NudgeRule.AtTimes(
                Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY), List.of(LocalTime.of(18, 15), LocalTime.of(9, 0)));
        var tomorrow = new NudgeRule.Once(NOW.plusDays(1).toLocalDateTime());
        var christmas = new NudgeRule.Once(NOW.withMonth(12).withDayOfMonth(24).toLocalDateTime());
        var soon = new NudgeRule.At(NOW.plusMinutes(61).toInstant());

        assertThat(List.of(workday, twice, tomorrow, christmas, soon))
                .extracting(rule -> ENGLISH.print(rule, NOW))
                .containsExactly(
                        "every 90 minutes, 9:00–17:00, weekdays",
                        "Tue, Thu at 9:00 and 18:15",
                        "tomorrow at 14:00",
                        "24 December 2026 at 14:00",
                        "in 1 hour 1 minute");
        assertThat(List.of(workday, twice, tomorrow, christmas, soon))
                .extracting(rule -> GERMAN.print(rule, NOW))
                .containsExactly(
                        "alle 90 Minuten, 9:00–17:00, werktags",
                        "Di, Do um 9:00 und 18:15",
                        "morgen um 14:00",
                        "24. Dezember 2026 um 14:00",
                        "in 1 Stunde 1 Minute");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9:00 ",
                "every ",
                "pause ",
                "9",
                "every hour and a half ",
                "ä",
                "ß",
                "(",
                "\u202e",
                "\ud83d",
                "\0"
            })
    void tenThousandCharactersTakeNoTime(String piece) {
        String typed = piece.repeat(10_000 / piece.length());

        assertThat(ENGLISH.read(typed, NOW)).isEmpty();
        assertThat(ENGLISH.readClock(typed)).isEmpty();
        assertThat(ENGLISH.nearest(typed)).hasSize(3);
        assertThat(fastest(() -> ENGLISH.read(typed, NOW))).isLessThan(Duration.ofMillis(50));
        assertThat(fastest(() -> ENGLISH.nearest(typed))).isLessThan(Duration.ofMillis(50));
        assertThat(fastest(() -> GERMAN.read(typed.substring(0, 200), NOW))).isLessThan(Duration.ofMillis(50));
    }

    /** Of a few times, lest it is the machine that is measured. */
    private static Duration fastest(Runnable action) {
        return Stream.generate(() -> {
                    long start = System.nanoTime();
                    action.run();
                    return Duration.ofNanos(System.nanoTime() - start);
                })
                .limit(5)
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static String read(NudgePhrase phrase, String typed) {
        return phrase.read(typed, NOW).map(NudgePhrasesTest::name).orElse("none");
    }

    private static Set<DayOfWeek> weekdays() {
        return Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    }

    private static String name(NudgeRequest request) {
        return switch (request) {
            case NudgeRequest.Plan(NudgeRule rule) -> name(rule);
            case NudgeRequest.AtClock(NudgeRule next, NudgeRule daily) -> name(next) + " or " + name(daily);
            case NudgeRequest.Off _ -> "off";
            case NudgeRequest.Resume _ -> "resume";
            case NudgeRequest.Pause(var until) -> "pause " + until;
            case NudgeRequest.Here(var what) ->
                "here" + what.map(each -> " " + name(each)).orElse("");
            case NudgeRequest.Why _ -> "why";
            case NudgeRequest.Test _ -> "test";
        };
    }

    private static String name(NudgeRule rule) {
        return switch (rule) {
            case NudgeRule.AtTimes(var days, var times) ->
                name(days) + " " + times.stream().map(LocalTime::toString).collect(Collectors.joining(","));
            case NudgeRule.Every(var interval, var from, var to, var days) ->
                "every " + interval.toMinutes() + " " + from + "-" + to + " " + name(days);
            case NudgeRule.Once(var at) -> "once " + at;
            case NudgeRule.At(var at) ->
                "in " + Duration.between(NOW.toInstant(), at).toMinutes();
        };
    }

    private static String name(Set<DayOfWeek> days) {
        return days.stream().map(day -> String.valueOf(day.getValue())).collect(Collectors.joining());
    }
}
