package dev.limber.core.text;

import dev.limber.core.exercise.Catalog;
import dev.limber.core.exercise.Exercise;
import dev.limber.core.exercise.Faults;
import dev.limber.core.exercise.Layer;
import dev.limber.core.exercise.Place;
import dev.limber.core.exercise.Source;
import dev.limber.core.exercise.Variant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a phrasebook of all files {@code texts/<language>/**}{@code .yaml}, words to be understood apart, or says all
 * that is wrong with them.
 */
final class PhrasebookReader {
    private static final Pattern FILE = Pattern.compile("texts/([^/]+)/(.+)\\.yaml");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Set<String> WORDS = Set.of("words", "times");

    /** Texts that hold for all variants of an exercise where a variant has none of its own. */
    private static final List<String> SHARED_BY_VARIANTS = List.of("breath", "feel", "caution");

    private final Faults faults;
    private final Map<String, TextTable> tables = new TreeMap<>();

    private PhrasebookReader(Faults faults) {
        this.faults = faults;
    }

    /** Worth using only where {@code faults} has no errors afterwards. */
    static Phrasebook read(List<Layer> layers, Catalog catalog, Faults faults) {
        var reader = new PhrasebookReader(faults);
        layers.forEach(reader::readLayer);
        return reader.phrasebook(catalog, layers);
    }

    private void readLayer(Layer layer) {
        layer.documents().forEach((path, document) -> {
            Matcher file = FILE.matcher(path);
            if (!path.startsWith("texts/")) {
                return;
            }
            if (!file.matches() || !LANGUAGE.matcher(file.group(1)).matches()) {
                faults.error(layer.file(path), "no folder of a language", "texts/de/…, texts/fr/…: the bare language");
            } else if (!WORDS.contains(file.group(2))) {
                table(file.group(1)).addFile(document);
            }
        });
        tables.values().forEach(TextTable::endLayer);
    }

    private TextTable table(String tag) {
        return tables.computeIfAbsent(tag, language -> new TextTable(Locale.of(language), faults));
    }

    private Phrasebook phrasebook(Catalog catalog, List<Layer> layers) {
        // What is missing or unused is told only where it does not merely follow from a fault told already.
        boolean catalogIsRight = !faults.hasErrors();
        boolean whole = isWhole(Phrasebook.FALLBACK, layers);
        TextTable complete = table(Phrasebook.FALLBACK.toLanguageTag());
        tables.values().forEach(table -> spreadOverVariants(table, catalog));
        tables.values().forEach(table -> catalog.sources().values().forEach(source -> cite(table, source)));
        for (TextTable table : tables.values()) {
            var checks = new TextChecks(catalog, table, faults);
            checks.check(whole && table == complete);
            if (table == complete && catalogIsRight) {
                checks.warnOfUnused();
            } else if (table != complete && whole && isWhole(table.language(), layers)) {
                table.compareWith(complete);
            }
        }
        Phrases fallback = complete.phrases(Optional.empty());
        Map<Locale, Phrases> byLanguage = new HashMap<>();
        tables.values()
                .forEach(table -> byLanguage.put(
                        table.language(), table == complete ? fallback : table.phrases(Optional.of(fallback))));
        return new Phrasebook(byLanguage);
    }

    private static void spreadOverVariants(TextTable table, Catalog catalog) {
        for (Exercise exercise : catalog.exercises().values()) {
            for (String name : SHARED_BY_VARIANTS) {
                String key = "exercise." + exercise.id() + "." + name;
                table.find(key).ifPresent(text -> {
                    for (Variant variant : exercise.variants()) {
                        table.putIfAbsent("exercise." + exercise.id() + "." + variant.id() + "." + name, text);
                    }
                    table.remove(key);
                });
            }
        }
    }

    private static void cite(TextTable table, Source source) {
        String citation = source.author() + ": " + source.title();
        String pattern = citation.replace("'", "''").replace("{", "'{'").replace("}", "'}'");
        table.putIfAbsent("source." + source.id(), new Text(pattern, Place.ofFile("sources.yaml")));
    }

    private static boolean isWhole(Locale language, List<Layer> layers) {
        String folder = "texts/" + language.toLanguageTag() + "/";
        return layers.stream().flatMap(layer -> layer.unreadable().stream()).noneMatch(path -> path.startsWith(folder));
    }
}
