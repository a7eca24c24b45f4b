package dev.limber.core.text;

import dev.limber.core.text.Phrase.Gap;
import dev.limber.core.text.Phrase.OneOf;
import dev.limber.core.text.Phrase.Slot;
import dev.limber.core.text.Words.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads phrases as {@link Vocabulary} describes them. */
final class PhraseParser {
    private static final Pattern GROUP = Pattern.compile("<([^>]*)>");
    private static final int MAX_SLOTS = 20;
    private static final int MAX_ALTERNATIVES = 400;
    private static final int MAX_GROUP_DEPTH = 4;

    private final Map<String, List<String>> groups;
    private final Map<String, String> spellings;
    /** The same parts come again and again, above all the groups. */
    private final Map<String, List<List<Slot>>> knownParts = new HashMap<>();

    PhraseParser(Vocabulary vocabulary) {
        this.groups = vocabulary.groups();
        this.spellings = vocabulary.spelling().alternatives();
    }

    /** {@code text} as a phrase that has nothing but its words; empty where it has none. */
    static String quoted(String text) {
        return Words.of(text).stream().map(Word::text).collect(Collectors.joining(" "));
    }

    /** The same for all ways of writing the same phrase. */
    static String plain(String phrase) {
        return phrase.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    /** The first group that a phrase mentions. */
    static Optional<String> groupIn(String phrase) {
        Matcher group = GROUP.matcher(phrase);
        return group.find() ? Optional.of(group.group(1)) : Optional.empty();
    }

    /**
     * @return the phrase, once for each of its alternatives of more than one word
     * @throws IllegalArgumentException says in a sentence for authors what is wrong with it
     */
    List<Phrase> parse(String phrase) {
        List<List<Slot>> alternatives = slots(phrase, 0);
        var phrases = new ArrayList<Phrase>(alternatives.size());
        for (List<Slot> slots : alternatives) {
            refuseUnusable(slots, phrase);
            phrases.add(new Phrase(slots));
        }
        return phrases;
    }

    private static void refuseUnusable(List<Slot> slots, String phrase) {
        if (slots.getFirst() instanceof Gap) {
            throw new IllegalArgumentException("'" + phrase + "' must not begin with a gap");
        }
        if (slots.size() > MAX_SLOTS) {
            throw new IllegalArgumentException("'" + phrase + "' has more than " + MAX_SLOTS + " words");
        }
        for (Slot slot : slots) {
            if (slot instanceof OneOf one && !one.optional()) {
                return;
            }
        }
        throw new IllegalArgumentException("'" + phrase + "' has no word that must be there");
    }

    private List<List<Slot>> slots(String phrase, int depth) {
        if (phrase.isBlank()) {
            throw new IllegalArgumentException("a phrase must not be empty");
        }
        List<List<Slot>> all = List.of(List.of());
        for (var parts = new StringTokenizer(phrase); parts.hasMoreTokens(); ) {
            String part = parts.nextToken();
            List<List<Slot>> known = knownParts.get(part);
            if (known == null) {
                known = part(part, depth);
                knownParts.put(part, known);
            }
            all = product(all, known, phrase);
        }
        return all;
    }

    private static List<List<Slot>> product(List<List<Slot>> left, List<List<Slot>> right, String phrase) {
        if (left.size() * right.size() > MAX_ALTERNATIVES) {
            throw new IllegalArgumentException("'" + phrase + "' has more than " + MAX_ALTERNATIVES + " alternatives");
        }
        var all = new ArrayList<List<Slot>>();
        for (List<Slot> head : left) {
            for (List<Slot> tail : right) {
                var joined = new ArrayList<>(head);
                joined.addAll(tail);
                all.add(joined);
            }
        }
        return all;
    }

    /** The alternatives for one part; those of a single word are together in one slot. */
    private List<List<Slot>> part(String part, int depth) {
        if (part.equals("...")) {
            return List.of(List.of(new Gap()));
        }
        boolean optional = part.length() > 2 && part.startsWith("(") && part.endsWith(")");
        String bare = optional ? part.substring(1, part.length() - 1) : part;
        var single = new LinkedHashSet<String>();
        var longer = new ArrayList<List<Slot>>();
        for (List<Slot> alternative : alternatives(bare, depth)) {
            if (alternative.size() == 1 && alternative.getFirst() instanceof OneOf one && !one.optional()) {
                single.addAll(one.terms());
            } else {
                longer.add(alternative);
            }
        }
        if (!single.isEmpty()) {
            longer.addFirst(List.of(new OneOf(single, optional)));
        } else if (optional) {
            longer.addFirst(List.of());
        }
        return longer;
    }

    private List<List<Slot>> alternatives(String bare, int depth) {
        var all = new ArrayList<List<Slot>>();
        for (String alternative : bare.split("\\|", -1)) {
            if (alternative.startsWith("<") && alternative.endsWith(">")) {
                all.addAll(group(alternative.substring(1, alternative.length() - 1), depth));
            } else {
                all.add(word(alternative));
            }
        }
        return all;
    }

    private List<List<Slot>> group(String name, int depth) {
        List<String> members = groups.get(name);
        if (members == null) {
            throw new IllegalArgumentException("there is no group '" + name + "'");
        }
        if (depth == MAX_GROUP_DEPTH) {
            throw new IllegalArgumentException("group '" + name + "' leads back to itself, or too deep");
        }
        var all = new ArrayList<List<Slot>>();
        for (String member : members) {
            all.addAll(slots(member, depth + 1));
        }
        return all;
    }

    /** One slot; several for a word such as {@code hands-free} that people may write as two. */
    private List<Slot> word(String written) {
        boolean anyStart = written.length() > 1 && written.startsWith("*");
        boolean anyEnd = written.length() > 1 && written.endsWith("*");
        String bare = written.substring(anyStart ? 1 : 0, written.length() - (anyEnd ? 1 : 0));
        if (anyStart && anyEnd) {
            throw new IllegalArgumentException("'" + written + "' must have letters at its start or at its end");
        }
        List<Word> plain = Words.of(bare);
        if (plain.isEmpty()) {
            throw new IllegalArgumentException("'" + written + "' is not a word");
        }
        if (plain.size() > 1) {
            return plain.stream()
                    .<Slot>map(part -> new OneOf(Set.of(part.text()), false))
                    .toList();
        }
        Set<String> terms = new LinkedHashSet<>();
        terms.add(term(plain.getFirst().text(), anyStart, anyEnd));
        String other = otherSpelling(bare);
        if (!other.equals(bare)) {
            terms.add(term(Words.of(other).getFirst().text(), anyStart, anyEnd));
        }
        return List.of(new OneOf(terms, false));
    }

    private static String term(String folded, boolean anyStart, boolean anyEnd) {
        return (anyStart ? "*" : "") + folded + (anyEnd ? "*" : "");
    }

    private String otherSpelling(String bare) {
        String other = bare;
        for (Map.Entry<String, String> alternative : spellings.entrySet()) {
            other = other.replace(alternative.getKey(), alternative.getValue());
        }
        return other;
    }
}
