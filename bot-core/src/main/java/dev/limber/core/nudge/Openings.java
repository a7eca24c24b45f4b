package dev.limber.core.nudge;

import dev.limber.core.text.Phrasebook;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How sentences about nudges begin, in every language, and those that are known as a whole. Immutable. */
final class Openings {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Set<String> sentences = new HashSet<>();
    private final List<String> beginnings;

    Openings(Phrasebook phrasebook) {
        var words = new HashSet<String>();
        for (Locale language : phrasebook.languages()) {
            phrasebook.in(language).patterns("nudge.words").forEach(each -> words.add(bare(each)));
            phrasebook.in(language).patterns("nudge.sentences").forEach(each -> sentences.add(bare(each)));
        }
        sentences.addAll(words);
        beginnings = words.stream().map(word -> word + " ").toList();
    }

    boolean begin(String typed) {
        String words = bare(typed);
        return sentences.contains(words) || beginnings.stream().anyMatch(words::startsWith);
    }

    /** Words in lower case with single blanks between. */
    private static String bare(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return BETWEEN_WORDS.matcher(folded).replaceAll(" ").strip();
    }
}
