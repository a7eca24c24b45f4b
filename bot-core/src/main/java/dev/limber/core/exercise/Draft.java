package dev.limber.core.exercise;

import java.util.List;

/**
 * A definition as one file has it, before it is known whether what it names is there.
 *
 * @param place where it begins
 */
record Draft<T>(T value, Place place, List<Reference> references) {
    Draft {
        references = List.copyOf(references);
    }
}
