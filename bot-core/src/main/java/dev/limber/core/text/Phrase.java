package dev.limber.core.text;

import java.util.List;
import java.util.Set;

/** A phrase of a vocabulary, with all its alternatives laid open. */
record Phrase(List<Slot> slots) {
    /** How many words a gap can stand for. */
    static final int WIDEST_GAP = 3;

    Phrase {
        slots = List.copyOf(slots);
    }

    boolean hasGap() {
        return slots.stream().anyMatch(Gap.class::isInstance);
    }

    sealed interface Slot {}

    /** @param terms folded words; one with {@code *} at its end or start stands for many */
    record OneOf(Set<String> terms, boolean optional) implements Slot {
        OneOf {
            terms = Set.copyOf(terms);
        }
    }

    record Gap() implements Slot {}
}
