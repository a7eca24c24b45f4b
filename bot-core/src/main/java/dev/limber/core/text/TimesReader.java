package dev.limber.core.text;

import dev.limber.core.exercise.Faults;
import dev.limber.core.exercise.Layer;
import dev.limber.core.exercise.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gathers the words for days and times of all files {@code texts/<language>/times.yaml}. */
final class TimesReader {
    private static final Pattern FILE = Pattern.compile("texts/([a-z]{2,3})/times\\.yaml");

    private TimesReader() {}

    /**
     * A list in a later layer replaces the one under the same key in earlier ones. Worth using only where {@code faults}
     * has no errors afterwards.
     *
     * @param phrasebook has the languages that there are
     */
    static Map<Locale, TimeWords> read(List<Layer> layers, Phrasebook phrasebook, Faults faults) {
        var times = new HashMap<Locale, TimeWords>();
        for (Layer layer : layers) {
            layer.documents().forEach((path, document) -> {
                Matcher file = FILE.matcher(path);
                if (file.matches()) {
                    times.compute(
                            Locale.of(file.group(1)),
                            (language, before) -> new TimeWordsReader(faults)
                                    .read(document, before == null ? TimeWords.empty() : before));
                }
            });
        }
        for (Locale language : phrasebook.languages()) {
            String path = "texts/" + language.getLanguage() + "/times.yaml";
            boolean unreadable =
                    layers.stream().anyMatch(layer -> layer.unreadable().contains(path));
            if (!times.containsKey(language) && !unreadable) {
                faults.warning(
                        Place.ofFile(path),
                        "there are no words for days and times",
                        "those of the other languages are understood");
            }
        }
        return times;
    }
}
