package dev.limber.core.text;

import com.ibm.icu.text.MessageFormat;
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
    private final Map<String, String> patterns;
    private final @Nullable Phrases fallback;

    public Phrases(Locale language, Map<String, String> patterns, @Nullable Phrases fallback) {
        this.language = language;
        this.patterns = Map.copyOf(patterns);
        this.fallback = fallback;
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
        return format(pattern(key), arguments);
    }

    public Optional<String> find(String key) {
        return findPattern(key).map(pattern -> format(pattern, Map.of()));
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
        return findPattern(key)
                .orElseThrow(() -> new MissingResourceException(
                        "no text for " + key + " in " + language.toLanguageTag(), Phrases.class.getName(), key));
    }

    /** The patterns of a list, empty where there is none. */
    public List<String> patterns(String key) {
        var found = new ArrayList<String>();
        Optional<String> next = findPattern(key + ".0");
        while (next.isPresent()) {
            found.add(next.get());
            next = findPattern(key + "." + found.size());
        }
        return List.copyOf(found);
    }

    /** Formats a message pattern by this language's rules. */
    public String format(String pattern, Map<String, ?> arguments) {
        var copy = new HashMap<String, Object>(arguments);
        return new MessageFormat(pattern, language).format(copy);
    }

    private Optional<String> findPattern(String key) {
        String own = patterns.get(key);
        if (own != null) {
            return Optional.of(own);
        }
        return fallback == null ? Optional.empty() : fallback.findPattern(key);
    }
}
