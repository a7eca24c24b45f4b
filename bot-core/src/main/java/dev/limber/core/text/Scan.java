package dev.limber.core.text;

import dev.limber.core.text.Lexicon.Entry;
import dev.limber.core.text.Lexicon.Heard;
import dev.limber.core.text.Phrase.Gap;
import dev.limber.core.text.Phrase.OneOf;
import dev.limber.core.text.Phrase.Slot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds every phrase in a sentence. Each place is compared with the phrases that can begin there, so the time is linear
 * in the number of words.
 */
final class Scan {
    private final List<Heard> words;
    private final Map<String, List<List<Entry>>> byFirstTerm;
    private final List<Found> found = new ArrayList<>();
    /** Where the phrase at hand can end, as bits counted from where it begins; a phrase is shorter than 64 words. */
    private long exactEnds;

    private long misspeltEnds;
    /** Whether the phrase at hand says how somebody feels: then a word must be as good as certain. */
    private boolean needsCertainty;

    Scan(List<Heard> words, Map<String, List<List<Entry>>> byFirstTerm) {
        this.words = words;
        this.byFirstTerm = byFirstTerm;
    }

    /** @param to the index after its last word */
    record Found(int from, int to, Entry entry, boolean misspelt) {
        boolean contains(Found other) {
            return from <= other.from && to >= other.to;
        }
    }

    List<Found> all() {
        for (int from = 0; from < words.size(); from++) {
            Set<Entry> tried = Collections.newSetFromMap(new IdentityHashMap<>());
            begin(words.get(from).exact(), from, tried);
            begin(words.get(from).misspelt(), from, tried);
        }
        return found;
    }

    private void begin(Set<String> terms, int from, Set<Entry> tried) {
        for (String term : terms) {
            for (List<Entry> entries : byFirstTerm.getOrDefault(term, List.of())) {
                for (Entry entry : entries) {
                    if (tried.add(entry)) {
                        match(entry, from);
                    }
                }
            }
        }
    }

    private void match(Entry entry, int from) {
        exactEnds = 0;
        misspeltEnds = 0;
        needsCertainty = switch (entry.meaning()) {
            case Meaning.Alarm _, Meaning.Complaint _, Meaning.Ache _, Meaning.AllWell _ -> true;
            case Meaning.Despair _, Meaning.Exaggeration _ -> true;
            case Meaning.Command _, Meaning.Name _, Meaning.Wish _, Meaning.Filler _, Meaning.Ask _ -> false;
            case Meaning.NegatorBefore _, Meaning.NegatorAfter _, Meaning.Named _ -> false;
        };
        match(entry.phrase().slots(), 0, from, from, false);
        report(entry, from, exactEnds, false);
        report(entry, from, misspeltEnds & ~exactEnds, true);
    }

    private void report(Entry entry, int from, long ends, boolean misspelt) {
        for (long rest = ends; rest != 0; rest &= rest - 1) {
            found.add(new Found(from, from + Long.numberOfTrailingZeros(rest), entry, misspelt));
        }
    }

    private void match(List<Slot> slots, int slot, int from, int at, boolean misspelt) {
        if (slot == slots.size()) {
            if (misspelt) {
                misspeltEnds |= 1L << (at - from);
            } else {
                exactEnds |= 1L << (at - from);
            }
            return;
        }
        switch (slots.get(slot)) {
            case Gap gap -> {
                for (int skip = 0; skip <= Phrase.WIDEST_GAP && at + skip <= words.size(); skip++) {
                    match(slots, slot + 1, from, at + skip, misspelt);
                }
            }
            case OneOf one -> {
                if (one.optional()) {
                    match(slots, slot + 1, from, at, misspelt);
                }
                if (at < words.size()) {
                    Heard word = words.get(at);
                    if (meets(one.terms(), word.exact())) {
                        match(slots, slot + 1, from, at + 1, misspelt);
                    } else if (meets(one.terms(), needsCertainty ? word.surely() : word.misspelt())) {
                        match(slots, slot + 1, from, at + 1, true);
                    }
                }
            }
        }
    }

    private static boolean meets(Set<String> wanted, Set<String> heard) {
        for (String term : heard) {
            if (wanted.contains(term)) {
                return true;
            }
        }
        return false;
    }
}
