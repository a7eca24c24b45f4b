package dev.limber.core.text;

import dev.limber.core.exercise.RoutineId;
import dev.limber.core.text.Phrase.OneOf;
import dev.limber.core.text.Phrase.Slot;
import dev.limber.core.text.Words.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One language's vocabulary, made ready for finding its phrases in what somebody typed. */
final class Lexicon {
    private static final Pattern STRETCHED = Pattern.compile("(\\p{L})\\1{2,}");
    private static final Pattern DOUBLED = Pattern.compile("(\\p{L})\\1+");
    /** Where words have more alternatives than that, nobody runs them together. */
    private static final int MAX_JOINED = 60;

    private final Map<String, List<List<Entry>>> byFirstTerm = new HashMap<>();
    private final Set<String> terms = new HashSet<>();
    private final IdentityHashMap<OneOf, List<Entry>> byFirstSlot = new IdentityHashMap<>();
    private final int longestStem;
    private final Set<String> notTypos = new HashSet<>();
    private final Map<String, List<String>> joinedPairs = new HashMap<>();
    private final List<JoinedName> joinedNames = new ArrayList<>();
    private final List<RoutineId> routines;
    private final Typos typos;

    /** @param negates whether the phrase itself says no, as in "no time" */
    record Entry(Phrase phrase, Meaning meaning, boolean negates) {
        /** A gap inside a longer sentence may hold a wish, which says more. */
        boolean isWholeCommand() {
            return meaning instanceof Meaning.Command command && !(command.within() && phrase.hasGap());
        }
    }

    /** A routine's name written as one word. */
    record JoinedName(String joined, RoutineId routine) {}

    /** @throws IllegalArgumentException where a phrase cannot be read */
    Lexicon(Vocabulary vocabulary) {
        var parser = new PhraseParser(vocabulary);
        routines = List.copyOf(vocabulary.routines().keySet());
        Set<String> negators = negators(vocabulary, parser);
        new Entries(vocabulary).forEach((text, meaning) -> {
            for (Phrase phrase : parser.parse(text)) {
                add(new Entry(phrase, meaning, negatesItself(phrase, negators)));
            }
        });
        vocabulary.spelling().notTypos().forEach(word -> Words.of(word).forEach(part -> notTypos.add(part.text())));
        longestStem = terms.stream()
                        .filter(term -> term.contains("*"))
                        .mapToInt(String::length)
                        .max()
                        .orElse(1)
                - 1;
        typos = new Typos(terms.stream().filter(term -> !term.contains("*")).toList());
        routines.forEach(id -> joinedNames.add(new JoinedName(id.value().replace("-", ""), id)));
    }

    private static Set<String> negators(Vocabulary vocabulary, PhraseParser parser) {
        var found = new HashSet<String>();
        for (String text : vocabulary.negators().before()) {
            for (Phrase phrase : parser.parse(text)) {
                if (phrase.slots().size() == 1 && phrase.slots().getFirst() instanceof OneOf one) {
                    found.addAll(one.terms());
                }
            }
        }
        return found;
    }

    private static boolean negatesItself(Phrase phrase, Set<String> negators) {
        for (Slot slot : phrase.slots()) {
            if (slot instanceof OneOf one && !Collections.disjoint(negators, one.terms())) {
                return true;
            }
        }
        return false;
    }

    private void add(Entry entry) {
        List<Slot> slots = entry.phrase.slots();
        boolean canBegin = true;
        for (Slot slot : slots) {
            if (slot instanceof OneOf one) {
                List<Entry> beginning = byFirstSlot.computeIfAbsent(one, this::indexed);
                if (canBegin) {
                    beginning.add(entry);
                }
                canBegin = canBegin && one.optional();
            }
        }
        if (isSaidOnPurpose(entry.meaning)) {
            addPairs(slots);
        }
        if (entry.meaning instanceof Meaning.Name name) {
            joined(slots).forEach(text -> joinedNames.add(new JoinedName(text, routines.get(name.rank()))));
        }
    }

    /** Groups come again and again, and are the same slot then: their many words are looked at once. */
    private List<Entry> indexed(OneOf slot) {
        var beginning = new ArrayList<Entry>();
        for (String term : slot.terms()) {
            terms.add(term);
            byFirstTerm.computeIfAbsent(term, first -> new ArrayList<>()).add(beginning);
        }
        return beginning;
    }

    private static boolean isSaidOnPurpose(Meaning meaning) {
        return meaning instanceof Meaning.Command || meaning instanceof Meaning.Name || meaning instanceof Meaning.Wish;
    }

    /** People run two words together: "lowerback", "handsfree". */
    private void addPairs(List<Slot> slots) {
        for (int i = 0; i + 1 < slots.size(); i++) {
            if (slots.get(i) instanceof OneOf left
                    && slots.get(i + 1) instanceof OneOf right
                    && left.terms().size() * right.terms().size() <= MAX_JOINED) {
                for (String first : left.terms()) {
                    right.terms().forEach(second -> joinedPairs.putIfAbsent(first + second, List.of(first, second)));
                }
            }
        }
    }

    private static Set<String> joined(List<Slot> slots) {
        Set<String> all = Set.of("");
        for (Slot slot : slots) {
            if (!(slot instanceof OneOf one)) {
                return Set.of();
            }
            var longer = new LinkedHashSet<String>(one.optional() ? all : Set.of());
            for (String head : all) {
                one.terms().forEach(term -> longer.add(head + term));
            }
            if (longer.size() > MAX_JOINED) {
                return Set.of();
            }
            all = longer;
        }
        return all;
    }

    List<JoinedName> joinedNames() {
        return joinedNames;
    }

    Typos typos() {
        return typos;
    }

    RoutineId routine(int rank) {
        return routines.get(rank);
    }

    /** Whether this is a word here, so that it is no slip of another one. */
    boolean knows(String word) {
        return notTypos.contains(word) || !exactTerms(word).isEmpty();
    }

    /** @param ordinary whether a word is one in any language */
    Sentence sentence(List<Word> words, Predicate<String> ordinary) {
        var heard = new ArrayList<Heard>();
        for (Word word : words) {
            Set<String> exact = exactTerms(word.text());
            List<String> pair = joinedPairs.get(word.text());
            if (exact.isEmpty() && pair != null && !notTypos.contains(word.text())) {
                pair.forEach(part -> heard.add(new Heard(Set.of(part), Set.of(), Set.of(), word.clause())));
            } else if (exact.isEmpty() && !ordinary.test(word.text())) {
                Set<String> near = typos.near(word.text());
                heard.add(new Heard(unstretched(word.text()), near, surely(word.text(), near), word.clause()));
            } else {
                heard.add(new Heard(exact, Set.of(), Set.of(), word.clause()));
            }
        }
        return new Sentence(heard, new Scan(heard, byFirstTerm).all());
    }

    private static Set<String> surely(String word, Set<String> near) {
        return near.stream().filter(term -> Typos.isSure(word, term)).collect(Collectors.toSet());
    }

    private Set<String> exactTerms(String word) {
        var found = new HashSet<String>();
        addTerm(word, found);
        int longest = Math.min(word.length(), longestStem);
        for (int length = 1; length <= longest; length++) {
            addTerm(word.substring(0, length) + "*", found);
            addTerm("*" + word.substring(word.length() - length), found);
        }
        return found;
    }

    private void addTerm(String term, Set<String> found) {
        if (terms.contains(term)) {
            found.add(term);
        }
    }

    /** What is meant by "stoppp" and "yesss". */
    private Set<String> unstretched(String word) {
        Matcher stretched = STRETCHED.matcher(word);
        Set<String> twice = stretched.find() ? exactTerms(stretched.replaceAll("$1$1")) : Set.of();
        if (!twice.isEmpty()) {
            return twice;
        }
        Matcher doubled = DOUBLED.matcher(word);
        return doubled.find() ? exactTerms(doubled.replaceAll("$1")) : Set.of();
    }

    /**
     * A word as this language hears it.
     *
     * @param exact the terms that it is
     * @param misspelt the terms that it may be a slip of
     * @param surely those of them that are so near that it counts even as a complaint
     */
    record Heard(Set<String> exact, Set<String> misspelt, Set<String> surely, int clause) {}
}
