package dev.limber.core.text;

import dev.limber.core.exercise.Fields;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The words for days and times in one language, each of one word or several. Case, accents and apostrophes do not
 * matter.
 *
 * @param words the first one is the one that Limber says
 * @param numbers words for numbers, keyed by their value
 * @param spans words for a while, keyed by its minutes: "half an hour"
 * @param offsets words before an hour, keyed by the minutes that they add to it: "quarter to" adds -15
 * @param moments words for a time of the day: "noon"
 * @param date how a date is written, with {@code {day}}, {@code {month}} and {@code {year}}
 * @param examples sentences to learn from, by what they show
 */
public record TimeWords(
        Map<TimeWord, List<String>> words,
        Map<Integer, List<String>> numbers,
        Map<Integer, List<String>> spans,
        Map<Integer, List<String>> offsets,
        Map<LocalTime, List<String>> moments,
        String date,
        Map<Example, List<String>> examples) {
    static final String DAY = "{day}";
    static final String MONTH = "{month}";
    static final String YEAR = "{year}";

    /** What an example shows. */
    public enum Example {
        /** For somebody of whom nothing is known: one of each kind. */
        STANDARD,
        INTERVAL,
        CLOCK,
        ONCE,
        PAUSE
    }

    public TimeWords {
        words = copy(words);
        numbers = copy(numbers);
        spans = copy(spans);
        offsets = copy(offsets);
        moments = copy(moments);
        examples = copy(examples);
    }

    /** Not one word. */
    public static TimeWords empty() {
        return new TimeWords(
                Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), DAY + " " + MONTH + " " + YEAR, Map.of());
    }

    /** The word that Limber says; the English key where the language has none. */
    public String printed(TimeWord word) {
        return words.getOrDefault(word, List.of()).stream().findFirst().orElseGet(() -> Fields.wordFor(word));
    }

    /** A date as it is written in this language. */
    public String dateOf(String day, String month, String year) {
        return date.replace(DAY, day).replace(MONTH, month).replace(YEAR, year);
    }

    /** All that is here; what {@code more} has under the same key replaces it. */
    TimeWords with(TimeWords more) {
        return new TimeWords(
                with(more, TimeWords::words),
                with(more, TimeWords::numbers),
                with(more, TimeWords::spans),
                with(more, TimeWords::offsets),
                with(more, TimeWords::moments),
                more.date,
                with(more, TimeWords::examples));
    }

    private <K> Map<K, List<String>> with(TimeWords more, Function<TimeWords, Map<K, List<String>>> part) {
        Map<K, List<String>> both = new HashMap<>(part.apply(this));
        both.putAll(part.apply(more));
        return both;
    }

    private static <K> Map<K, List<String>> copy(Map<K, List<String>> map) {
        return map.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> List.copyOf(each.getValue())));
    }
}
