package dev.limber.core.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/**
 * Finds the words that a misspelt one may stand for: of four letters, one pair of them swapped; from five letters on,
 * one letter wrong, missing, added or swapped; from eight letters on, two.
 */
final class Typos {
    private static final int SHORTEST = 4;
    private static final int SHORTEST_FOR_ONE = 5;
    private static final int SHORTEST_FOR_TWO = 8;
    private static final int SHORTEST_SURE = 7;
    private static final int LONGEST = 24;
    private static final int LETTERS_OF_SIGNATURE = 32;

    private final Map<Integer, List<Candidate>> byLength = new HashMap<>();
    private final DamerauLevenshteinDistance distance = new DamerauLevenshteinDistance();

    /** @param signature a bit for each letter that occurs: one slip changes at most two of them */
    private record Candidate(String word, int signature) {}

    Typos(Collection<String> words) {
        for (String word : words) {
            if (word.length() >= SHORTEST && word.length() <= LONGEST) {
                byLength.computeIfAbsent(word.length(), length -> new ArrayList<>())
                        .add(new Candidate(word, signature(word)));
            }
        }
    }

    /** The nearest words, several where they are equally near. */
    Set<String> near(String typed) {
        if (typed.length() < SHORTEST || typed.length() > LONGEST) {
            return Set.of();
        }
        var nearest = new HashSet<String>();
        int best = Integer.MAX_VALUE;
        int signature = signature(typed);
        for (int length = typed.length() - 2; length <= typed.length() + 2; length++) {
            int slips = slips(Math.min(length, typed.length()));
            for (Candidate candidate : byLength.getOrDefault(length, List.of())) {
                if (Integer.bitCount(signature ^ candidate.signature) > 2 * slips
                        || !mayBe(typed, candidate.word, slips)) {
                    continue;
                }
                int apart = distance.apply(typed, candidate.word);
                if (apart <= slips && apart <= best) {
                    if (apart < best) {
                        nearest.clear();
                    }
                    best = apart;
                    nearest.add(candidate.word);
                }
            }
        }
        return nearest;
    }

    /** Whether {@code typed} is {@code word}, where a name is expected, with as many slips as its length allows. */
    boolean isNear(String typed, String word) {
        int slips = slips(word.length());
        return Math.abs(typed.length() - word.length()) <= slips
                && (word.length() >= SHORTEST_FOR_ONE || isSwapped(typed, word))
                && distance.apply(typed, word) <= slips;
    }

    /** Whether so near a word can hardly be meant as another: two letters swapped, or a long word. */
    static boolean isSure(String typed, String word) {
        return Math.min(typed.length(), word.length()) >= SHORTEST_SURE || isSwapped(typed, word);
    }

    private static int slips(int length) {
        if (length < SHORTEST) {
            return 0;
        }
        return length < SHORTEST_FOR_TWO ? 1 : 2;
    }

    /** Short words differ in one letter from too many others. */
    private static boolean mayBe(String typed, String word, int slips) {
        if (Math.abs(typed.length() - word.length()) > slips) {
            return false;
        }
        return Math.min(typed.length(), word.length()) >= SHORTEST_FOR_ONE || isSwapped(typed, word);
    }

    private static boolean isSwapped(String typed, String word) {
        if (typed.length() != word.length()) {
            return false;
        }
        int i = 0;
        while (i < typed.length() - 2 && typed.charAt(i) == word.charAt(i)) {
            i++;
        }
        return typed.charAt(i) == word.charAt(i + 1)
                && typed.charAt(i + 1) == word.charAt(i)
                && typed.substring(i + 2).equals(word.substring(i + 2));
    }

    private static int signature(String word) {
        int bits = 0;
        for (int i = 0; i < word.length(); i++) {
            bits |= 1 << (word.charAt(i) % LETTERS_OF_SIGNATURE);
        }
        return bits;
    }
}
