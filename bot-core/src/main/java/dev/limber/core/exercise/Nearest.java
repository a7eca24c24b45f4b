package dev.limber.core.exercise;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the name that was probably meant. */
public final class Nearest {
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private Nearest() {}

    /** The known name most like {@code wrong}, if one is close. */
    public static Optional<String> find(String wrong, Collection<String> known) {
        int farthest = wrong.length() < 4 ? 1 : Math.max(2, wrong.length() * 2 / 5);
        return known.stream()
                .min(Comparator.<String>comparingInt(name -> DISTANCE.apply(wrong, name))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(name -> DISTANCE.apply(wrong, name) <= farthest);
    }

    /** A hint for an author: the nearest name, else what there is. */
    public static String hint(String wrong, Collection<String> known) {
        return find(wrong, known)
                .map(name -> "did you mean '" + name + "'?")
                .orElseGet(() -> known.isEmpty() ? "" : "known: " + String.join(", ", known));
    }
}
