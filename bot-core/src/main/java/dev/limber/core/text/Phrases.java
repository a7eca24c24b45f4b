package dev.limber.core.text;

import dev.limber.core.chat.Piece;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All texts in one language. A text is an ICU message pattern under a key such as {@code prompt.step}; a list of texts
 * stands under {@code key.0}, {@code key.1} and so on. What is missing comes from the fallback language.
 */
public final class Phrases {
    /** Frames the number of a moment in formatted text; in no font, so in no text. */
    private static final char MOMENT_MARK = '\uE000';

    private final Locale language;
    private final Map<String, Template> byKey;
    private final Map<String, Template> byPattern;
    private final @Nullable Phrases fallback;

    /**
     * @param patterns by key
     * @param fallback has what is missing here
     */
    public Phrases(Locale language, Map<String, String> patterns, @Nullable Phrases fallback) {
        this.language = language;
        this.fallback = fallback;
        var keyed = new HashMap<String, Template>();
        var shared = new HashMap<String, Template>();
        patterns.forEach((key, pattern) ->
                keyed.put(key, shared.computeIfAbsent(pattern, text -> new Template(text, language))));
        this.byKey = Map.copyOf(keyed);
        this.byPattern = Map.copyOf(shared);
    }

    public Locale language() {
        return language;
    }

    /** @throws MissingResourceException where there is none in the fallback language either */
    public String say(String key) {
        return say(key, Map.of());
    }

    /**
     * @param arguments by name: text, numbers, or enum-like keywords for {@code select}
     * @throws MissingResourceException where there is none in the fallback language either
     */
    public String say(String key, Map<String, ?> arguments) {
        return template(key).format(arguments);
    }

    public Optional<String> find(String key) {
        return findTemplate(key).map(template -> template.format(Map.of()));
    }

    /**
     * Like {@link #say(String, Map)}, with arguments of type {@link Piece.Moment} kept as such.
     *
     * @throws MissingResourceException where there is none in the fallback language either
     */
    public List<Piece> pieces(String key, Map<String, ?> arguments) {
        var moments = new ArrayList<Piece.Moment>();
        var marked = new HashMap<String, Object>();
        arguments.forEach((name, value) -> {
            if (value instanceof Piece.Moment moment) {
                marked.put(name, "" + MOMENT_MARK + moments.size() + MOMENT_MARK);
                moments.add(moment);
            } else {
                marked.put(name, value instanceof String text ? text.replace(MOMENT_MARK, ' ') : value);
            }
        });
        var pieces = new ArrayList<Piece>();
        String[] parts = say(key, marked).split(String.valueOf(MOMENT_MARK), -1);
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 1) {
                pieces.add(moments.get(Integer.parseInt(parts[i])));
            } else if (!parts[i].isEmpty()) {
                pieces.add(new Piece.Words(parts[i]));
            }
        }
        return List.copyOf(pieces);
    }

    /**
     * The pattern itself, to be formatted later with {@link #format}.
     *
     * @throws MissingResourceException where there is none in the fallback language either
     */
    public String pattern(String key) {
        return template(key).pattern();
    }

    /** The patterns of a list, empty where there is none; all of them from one language. */
    public List<String> patterns(String key) {
        if (fallback != null && !byKey.containsKey(key + ".0")) {
            return fallback.patterns(key);
        }
        var found = new ArrayList<String>();
        Template next = byKey.get(key + ".0");
        while (next != null) {
            found.add(next.pattern());
            next = byKey.get(key + "." + found.size());
        }
        return List.copyOf(found);
    }

    /**
     * Formats a message pattern by this language's rules; by those of the fallback where the pattern is one of its texts.
     *
     * @throws IllegalArgumentException where it is no message pattern
     */
    public String format(String pattern, Map<String, ?> arguments) {
        return findByPattern(pattern)
                .orElseGet(() -> new Template(pattern, language))
                .format(arguments);
    }

    private Template template(String key) {
        return findTemplate(key)
                .orElseThrow(() -> new MissingResourceException(
                        "no text for " + key + " in " + language.toLanguageTag(), Phrases.class.getName(), key));
    }

    private Optional<Template> findTemplate(String key) {
        Template own = byKey.get(key);
        if (own != null) {
            return Optional.of(own);
        }
        return fallback == null ? Optional.empty() : fallback.findTemplate(key);
    }

    private Optional<Template> findByPattern(String pattern) {
        Template own = byPattern.get(pattern);
        if (own != null) {
            return Optional.of(own);
        }
        return fallback == null ? Optional.empty() : fallback.findByPattern(pattern);
    }
}
