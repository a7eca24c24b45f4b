package dev.limber.testkit;

import dev.limber.core.exercise.Catalog;
import dev.limber.core.exercise.Pictures;
import dev.limber.core.text.Content;
import dev.limber.core.text.Phrasebook;
import dev.limber.core.text.Phrases;
import dev.limber.core.text.Utterances;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** As little content as there can be. */
public final class TestContent {
    private TestContent() {}

    /** No exercises; in English and German what the runtime says by itself. */
    public static Content minimal() {
        var english = new Phrases(
                Locale.ENGLISH,
                Map.of("error.bug", "Something broke. Try /help.", "error.storage", "I cannot remember anything now."),
                null);
        var german = new Phrases(Locale.GERMAN, Map.of("error.bug", "Etwas ging schief. Versuch /help."), english);
        return new Content(
                "0",
                new Catalog(Map.of(), List.of(), Map.of(), Map.of(), Map.of(), Map.of(), Set.of()),
                Pictures.none(),
                new Phrasebook(Map.of(Locale.ENGLISH, english, Locale.GERMAN, german)),
                new Utterances(Map.of()),
                Map.of());
    }
}
