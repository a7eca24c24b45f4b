package dev.limber.core.text;

import dev.limber.core.exercise.Catalog;
import dev.limber.core.exercise.Faults;
import dev.limber.core.exercise.Layer;
import dev.limber.core.exercise.Nearest;
import dev.limber.core.exercise.Place;
import dev.limber.core.exercise.RoutineId;
import dev.limber.core.text.VocabularyReader.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the understanding of what people type of all files {@code texts/<language>/words.yaml}. */
final class UtterancesReader {
    private static final Pattern FILE = Pattern.compile("texts/([a-z]{2,3})/words\\.yaml");

    private final Catalog catalog;
    private final Phrasebook phrasebook;
    private final Faults faults;
    private final Map<String, Vocabulary> vocabularies = new TreeMap<>();
    private final Map<String, List<Written>> written = new HashMap<>();

    private UtterancesReader(Catalog catalog, Phrasebook phrasebook, Faults faults) {
        this.catalog = catalog;
        this.phrasebook = phrasebook;
        this.faults = faults;
    }

    /**
     * Later layers add to what earlier ones have. Worth using only where {@code faults} has no errors afterwards.
     *
     * @param phrasebook has the names by which people know the routines
     */
    static Utterances read(List<Layer> layers, Catalog catalog, Phrasebook phrasebook, Faults faults) {
        var reader = new UtterancesReader(catalog, phrasebook, faults);
        layers.forEach(reader::readLayer);
        return reader.utterances();
    }

    private void readLayer(Layer layer) {
        layer.documents().forEach((path, document) -> {
            Matcher file = FILE.matcher(path);
            if (file.matches()) {
                var reader = new VocabularyReader(catalog, faults);
                vocabularies.merge(file.group(1), reader.read(document), Vocabulary::plus);
                written.computeIfAbsent(file.group(1), language -> new ArrayList<>())
                        .addAll(reader.written());
            }
        });
    }

    private Utterances utterances() {
        written.values().forEach(this::refuseTwoIntents);
        for (Locale language : phrasebook.languages()) {
            String tag = language.getLanguage();
            if (!vocabularies.containsKey(tag)) {
                faults.warning(
                        Place.ofFile("texts/" + tag + "/words.yaml"),
                        "there are no words to understand",
                        "those of the other languages are understood");
            }
            vocabularies.put(tag, withNames(vocabularies.getOrDefault(tag, Vocabulary.empty()), language));
        }
        var byLanguage = new HashMap<Locale, Vocabulary>();
        vocabularies.forEach((tag, vocabulary) -> byLanguage.put(Locale.of(tag), vocabulary));
        try {
            return new Utterances(byLanguage);
        } catch (IllegalArgumentException broken) {
            vocabularies.forEach(this::refuseBrokenPhrases);
            if (!faults.hasErrors()) {
                throw broken;
            }
            return new Utterances(Map.of());
        }
    }

    /** A routine answers to the name under which it is shown, too. */
    private Vocabulary withNames(Vocabulary vocabulary, Locale language) {
        var names = new LinkedHashMap<RoutineId, Vocabulary.RoutineWords>();
        for (RoutineId id : catalog.routines().keySet()) {
            List<String> shown = phrasebook.in(language).find("routine." + id + ".name").stream()
                    .map(PhraseParser::quoted)
                    .filter(name -> !name.isEmpty())
                    .toList();
            names.put(id, new Vocabulary.RoutineWords(shown, List.of()));
        }
        return vocabulary.plus(Vocabulary.ofRoutines(names));
    }

    private void refuseTwoIntents(List<Written> phrases) {
        var first = new HashMap<String, Written>();
        for (Written phrase : phrases) {
            if (phrase.intent().isEmpty()) {
                continue;
            }
            Written other = first.putIfAbsent(PhraseParser.plain(phrase.text()), phrase);
            if (other != null && !other.intent().equals(phrase.intent())) {
                faults.error(
                        phrase.place(),
                        "'" + phrase.text() + "' stands for two intents",
                        "the other one is in " + other.place().file() + ":"
                                + other.place().line());
            }
        }
    }

    private void refuseBrokenPhrases(String language, Vocabulary vocabulary) {
        var parser = new PhraseParser(vocabulary);
        for (Written phrase : written.getOrDefault(language, List.of())) {
            try {
                parser.parse(phrase.text());
            } catch (IllegalArgumentException broken) {
                String hint = PhraseParser.groupIn(phrase.text())
                        .filter(group -> !vocabulary.groups().containsKey(group))
                        .map(group -> Nearest.hint(group, vocabulary.groups().keySet()))
                        .orElse("a|b, <group>, (maybe), ... and begin* are what a phrase can have beside words");
                faults.error(phrase.place(), String.valueOf(broken.getMessage()), hint);
            }
        }
    }
}
