package dev.limber.app.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what somebody meant who mistyped a name. */
final class Nearest {
    private Nearest() {}

    /** The nearest of {@code known}, however far it is; empty only where nothing is known. */
    static Optional<String> among(Collection<String> known, String typed) {
        String wanted = plain(typed);
        return known.stream()
                .min(Comparator.<String>comparingInt(candidate -> distance(candidate, wanted))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Likewise, but only where it is near enough to be what was meant. */
    static Optional<String> closeAmong(Collection<String> known, String typed) {
        String wanted = plain(typed);
        return among(known, typed).filter(found -> distance(found, wanted) <= Math.max(2, wanted.length() / 3));
    }

    private static int distance(String candidate, String wanted) {
        String name = plain(candidate);
        // An abbreviation is nearer than its length tells.
        return !wanted.equals(name) && !wanted.isEmpty() && name.startsWith(wanted)
                ? 1
                : LevenshteinDistance.getDefaultInstance().apply(name, wanted);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }
}
