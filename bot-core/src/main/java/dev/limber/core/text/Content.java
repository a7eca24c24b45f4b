package dev.limber.core.text;

import dev.limber.core.exercise.Catalog;
import dev.limber.core.exercise.Pictures;
import java.util.Locale;
import java.util.Map;

/**
 * A whole, consistent set of content.
 *
 * @param version hex SHA-256 over all files that it was read from
 * @param times the words for days and times, keyed by bare language
 */
public record Content(
        String version,
        Catalog catalog,
        Pictures pictures,
        Phrasebook phrasebook,
        Utterances utterances,
        Map<Locale, TimeWords> times) {
    public Content {
        times = Map.copyOf(times);
    }

    public Content withPictures(Pictures value) {
        return new Content(version, catalog, value, phrasebook, utterances, times);
    }
}
