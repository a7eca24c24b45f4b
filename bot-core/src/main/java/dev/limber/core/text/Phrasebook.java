package dev.limber.core.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All texts in all languages. Immutable. */
public final class Phrasebook {
    /** The language that is complete by definition, and the one that fills the gaps of the others. */
    public static final Locale FALLBACK = Locale.ENGLISH;

    private final Map<Locale, Phrases> byLanguage;

    /** @param byLanguage keyed by bare language, {@link #FALLBACK} included */
    public Phrasebook(Map<Locale, Phrases> byLanguage) {
        if (!byLanguage.containsKey(FALLBACK)) {
            throw new IllegalArgumentException("there must be texts in " + FALLBACK);
        }
        this.byLanguage = Map.copyOf(byLanguage);
    }

    /** All languages, by their tags. */
    public List<Locale> languages() {
        return byLanguage.keySet().stream()
                .sorted((a, b) -> a.toLanguageTag().compareTo(b.toLanguageTag()))
                .toList();
    }

    /** The language here that serves somebody who wants {@code wanted}: {@code de} for {@code de-AT}. */
    public Optional<Locale> findLanguage(Locale wanted) {
        Locale bare = Locale.of(wanted.getLanguage());
        return byLanguage.containsKey(bare) ? Optional.of(bare) : Optional.empty();
    }

    /** Texts for somebody who wants {@code wanted}; in the fallback language where there are none. */
    public Phrases in(Locale wanted) {
        Locale language = findLanguage(wanted).orElse(FALLBACK);
        Phrases phrases = byLanguage.get(language);
        if (phrases == null) {
            throw new IllegalStateException("the fallback language is always there");
        }
        return phrases;
    }
}
