package dev.limber.app.config;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the tags of languages. */
final class Languages {
    private static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());

    private Languages() {}

    /** A language tag such as {@code de} or {@code de-AT}; {@code de_AT} will do as well. */
    static Optional<Locale> find(String tag) {
        try {
            Locale locale =
                    new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
            return KNOWN.contains(locale.getLanguage()) ? Optional.of(locale) : Optional.empty();
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    /** What the machine is set to, by the variables that programs look at, in their order; empty for none ("C"). */
    static Optional<Locale> ofMachine(Map<String, String> environment) {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .flatMap(value -> find(value.replaceAll("[.@].*", "")));
    }

    /** The tag that somebody may have meant: {@code de} for {@code German} or {@code deutsch}. */
    static Optional<String> nearest(String typed) {
        return Arrays.stream(Locale.getISOLanguages())
                .filter(code -> named(code, typed))
                .findFirst()
                .or(() -> Nearest.closeAmong(Set.of("en", "de"), typed));
    }

    private static boolean named(String code, String name) {
        Locale locale = Locale.of(code);
        return locale.getDisplayLanguage(Locale.ENGLISH).equalsIgnoreCase(name)
                || locale.getDisplayLanguage(locale).equalsIgnoreCase(name);
    }
}
