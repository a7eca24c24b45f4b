package dev.limber.core.nudge;

import dev.limber.core.text.Content;
import dev.limber.core.text.Phrasebook;
import dev.limber.core.text.TimeWords;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Says and understands, in each language of the content, when somebody is to be nudged. Immutable. */
public final class NudgePhrases {
    private record Made(String version, NudgePhrases phrases) {}

    /** Making them takes longer than all the rest of a turn, and the content hardly ever changes. */
    private static volatile Optional<Made> made = Optional.empty();

    private final Map<String, NudgePhrase> byLanguage = new HashMap<>();
    private final NudgePhrase fallback;
    private final Openings openings;

    public NudgePhrases(Content content) {
        Map<String, TimeLexicon> lexicons = new TreeMap<>();
        lexicons.put(Phrasebook.FALLBACK.getLanguage(), new TimeLexicon(TimeWords.empty()));
        content.times().forEach((language, words) -> lexicons.put(language.getLanguage(), new TimeLexicon(words)));
        lexicons.keySet().forEach(language -> byLanguage.put(language, phrase(language, lexicons)));
        fallback = phrase(Phrasebook.FALLBACK.getLanguage(), lexicons);
        openings = new Openings(content.phrasebook());
    }

    /** Those of this content, made once as long as no other comes between. Safe for use by many threads. */
    public static NudgePhrases of(Content content) {
        Made current = made.filter(known -> known.version().equals(content.version()))
                .orElseGet(() -> new Made(content.version(), new NudgePhrases(content)));
        made = Optional.of(current);
        return current.phrases();
    }

    /** The phrases of a person's language; English ones where there are none. */
    public NudgePhrase in(Locale language) {
        return byLanguage.getOrDefault(language.getLanguage(), fallback);
    }

    /** Whether a sentence begins, in any language, as those do that are about nudges: "remind me". */
    public boolean isAboutNudges(String typed) {
        return openings.begin(typed);
    }

    /** The language's own words first, because people speak the language of their client, but may type another one. */
    private static NudgePhrase phrase(String language, Map<String, TimeLexicon> lexicons) {
        List<TimeLexicon> ordered = lexicons.entrySet().stream()
                .sorted(Comparator.comparing(each -> !each.getKey().equals(language)))
                .map(Map.Entry::getValue)
                .toList();
        return new NudgePhrase(ordered);
    }
}
