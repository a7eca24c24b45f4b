package dev.limber.core.text;

import dev.limber.core.exercise.Faults;
import dev.limber.core.exercise.Fields;
import dev.limber.core.exercise.Nearest;
import dev.limber.core.exercise.Place;
import dev.limber.core.exercise.YamlNode;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one file {@code times.yaml}. */
final class TimeWordsReader {
    private static final int MOST_MINUTES = 12 * 60;
    private static final int MOST = 99;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,4}");

    private final Faults faults;
    private final Map<Said, TimeWord> first = new HashMap<>();

    TimeWordsReader(Faults faults) {
        this.faults = faults;
    }

    private record Said(TimeWord.Kind kind, String phrase) {}

    /**
     * What the file has; what is wrong goes to the faults and is left out.
     *
     * @param before what earlier layers have
     */
    TimeWords read(YamlNode document, TimeWords before) {
        var fields = new Fields(document, faults);
        Map<TimeWord, List<String>> words =
                each(fields, "words", (name, node) -> constant(TimeWord.class, "word", name, node.place()));
        var read = new TimeWords(
                words,
                numbers(fields, "numbers", 1, MOST),
                numbers(fields, "spans", 1, MOST_MINUTES),
                numbers(fields, "offsets", -MOST, MOST),
                each(fields, "moments", this::time),
                fields.find("date").flatMap(this::date).orElse(before.date()),
                each(
                        fields,
                        "examples",
                        (name, node) -> constant(TimeWords.Example.class, "kind of example", name, node.place())));
        fields.refuseOthers();
        TimeWords all = before.with(read);
        refuseMissing(all, fields.place("words"));
        return all;
    }

    /** Two meanings of one kind cannot be told from one another. */
    private void refuseClash(TimeWord word, String phrase, Place place) {
        String plain = Words.of(phrase).stream().map(Words.Word::text).collect(Collectors.joining(" "));
        if (plain.isEmpty()) {
            faults.error(place, "'" + phrase + "' has no word", "letters are what is compared with what people type");
            return;
        }
        TimeWord other = first.putIfAbsent(new Said(word.kind(), plain), word);
        if (other != null && other != word) {
            faults.error(
                    place,
                    "'" + phrase + "' stands for '" + Fields.wordFor(other) + "' already",
                    "it cannot be told which is meant");
        }
    }

    private void refuseMissing(TimeWords all, Place place) {
        List<String> missing = Arrays.stream(TimeWord.values())
                .filter(TimeWord::isPrinted)
                .filter(word -> all.words().getOrDefault(word, List.of()).isEmpty())
                .map(Fields::wordFor)
                .toList();
        if (!missing.isEmpty()) {
            faults.error(place, "there is no word for " + String.join(", ", missing), "Limber says them itself");
        }
    }

    private Map<Integer, List<String>> numbers(Fields fields, String key, int least, int most) {
        return each(fields, key, (name, node) -> {
            Optional<Integer> number = Optional.of(name)
                    .filter(text -> NUMBER.matcher(text).matches())
                    .map(Integer::valueOf)
                    .filter(value -> value >= least && value <= most);
            if (number.isEmpty()) {
                faults.error(node.place(), "'" + name + "' is no number", "a whole one from " + least + " to " + most);
            }
            return number;
        });
    }

    private Optional<LocalTime> time(String name, YamlNode node) {
        try {
            return Optional.of(LocalTime.parse(name));
        } catch (DateTimeException wrong) {
            faults.error(node.place(), "'" + name + "' is no time of the day", "write it as '09:30'");
            return Optional.empty();
        }
    }

    private Optional<String> date(YamlNode node) {
        Optional<String> date = Fields.text(node, faults);
        List<String> missing = Stream.of(TimeWords.DAY, TimeWords.MONTH, TimeWords.YEAR)
                .filter(part -> date.isPresent() && !date.get().contains(part))
                .toList();
        missing.forEach(part -> faults.error(node.place(), "the date has no " + part, "{day}. {month} {year}"));
        return date;
    }

    private <E extends Enum<E>> Optional<E> constant(Class<E> type, String kind, String name, Place place) {
        List<E> all = List.of(type.getEnumConstants());
        Optional<E> found =
                all.stream().filter(each -> Fields.wordFor(each).equals(name)).findFirst();
        if (found.isEmpty()) {
            faults.error(
                    place,
                    "unknown " + kind + " '" + name + "'",
                    Nearest.hint(name, all.stream().map(Fields::wordFor).toList()));
        }
        return found;
    }

    private <K> Map<K, List<String>> each(Fields file, String key, BiFunction<String, YamlNode, Optional<K>> keyOf) {
        var found = new LinkedHashMap<K, List<String>>();
        file.find(key).map(node -> new Fields(node, faults)).ifPresent(section -> {
            for (String name : List.copyOf(section.keys())) {
                section.find(name)
                        .ifPresent(node -> keyOf.apply(name, node).ifPresent(k -> found.put(k, phrases(k, node))));
            }
        });
        return found;
    }

    private List<String> phrases(Object key, YamlNode node) {
        if (!(node instanceof YamlNode.Sequence(Place _, List<YamlNode> items))) {
            faults.error(node.place(), "expected a list, found " + node.kind(), "[a, b], or a line with '- ' for each");
            return List.of();
        }
        var phrases = new ArrayList<String>();
        for (YamlNode item : items) {
            Fields.text(item, faults).ifPresent(text -> {
                if (key instanceof TimeWord word) {
                    refuseClash(word, text, item.place());
                }
                phrases.add(text);
            });
        }
        return phrases;
    }
}
