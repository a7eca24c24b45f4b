package dev.limber.core.text;

import dev.limber.core.text.Meaning.Command;
import dev.limber.core.text.Meaning.Filler;
import dev.limber.core.text.Scan.Found;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * A sentence laid out with phrases from its first to its last word, with the fewest phrases that do it.
 *
 * @param parts how many phrases
 * @param strong what is commanded
 * @param weak what is commanded by words that mean nothing beside a strong command, such as "ok"
 * @param names ranks of the routines named
 */
record Cover(int parts, Set<Intent> strong, Set<Intent> weak, Set<Integer> names) {
    /** Nobody steers in longer sentences, and it bounds the work. */
    private static final int MAX_WORDS = 40;

    private static final Cover NOTHING = new Cover(0, Set.of(), Set.of(), Set.of());

    /** @return empty where some word is in no phrase */
    static Optional<Cover> of(int words, List<Found> usable) {
        if (words > MAX_WORDS) {
            return Optional.empty();
        }
        List<List<Found>> byStart = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            byStart.add(new ArrayList<>());
        }
        usable.forEach(each -> byStart.get(each.from()).add(each));
        Map<Integer, Cover> fromHere = new HashMap<>(Map.of(words, NOTHING));
        for (int i = words - 1; i >= 0; i--) {
            Optional<Cover> best = best(byStart.get(i), fromHere);
            if (best.isPresent()) {
                fromHere.put(i, best.get());
            }
        }
        return Optional.ofNullable(fromHere.get(0));
    }

    private static Optional<Cover> best(List<Found> here, Map<Integer, Cover> fromHere) {
        Optional<Cover> best = Optional.empty();
        for (Found each : here) {
            Cover rest = fromHere.get(each.to());
            if (rest != null) {
                Cover with = rest.with(each, here);
                if (best.isEmpty() || with.isBetterThan(best.get())) {
                    best = Optional.of(with);
                }
            }
        }
        return best;
    }

    OptionalInt lowestName() {
        return names.stream().mapToInt(Integer::intValue).min();
    }

    private Cover with(Found each, List<Found> here) {
        Set<Intent> stronger = strong;
        Set<Intent> weaker = weak;
        Set<Integer> more = names;
        if (each.entry().meaning() instanceof Command command) {
            boolean alsoFiller = here.stream()
                    .anyMatch(other -> other.to() == each.to() && other.entry().meaning() instanceof Filler);
            if (alsoFiller) {
                weaker = plus(weak, command.intent());
            } else {
                stronger = plus(strong, command.intent());
            }
        } else if (each.entry().meaning() instanceof Meaning.Name name) {
            more = new TreeSet<>(names);
            more.add(name.rank());
        }
        return new Cover(parts + 1, stronger, weaker, more);
    }

    private static Set<Intent> plus(Set<Intent> some, Intent one) {
        Set<Intent> more = EnumSet.of(one);
        more.addAll(some);
        return more;
    }

    /** Of as many phrases, the one that is clearest; then the one that says more; then of the first routine. */
    private boolean isBetterThan(Cover other) {
        if (parts != other.parts) {
            return parts < other.parts;
        }
        if (vagueness() != other.vagueness()) {
            return vagueness() < other.vagueness();
        }
        int said = weak.size() + names.size();
        int otherSaid = other.weak.size() + other.names.size();
        if (said != otherSaid) {
            return said > otherSaid;
        }
        return lowestName().orElse(Integer.MAX_VALUE) < other.lowestName().orElse(Integer.MAX_VALUE);
    }

    /** One command is best, none is better than two. */
    private int vagueness() {
        return strong.isEmpty() ? 1 : 2 * (strong.size() - 1);
    }
}
