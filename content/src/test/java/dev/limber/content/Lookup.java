package dev.limber.content;

import dev.limber.core.exercise.Catalog;
import dev.limber.core.exercise.Exercise;
import dev.limber.core.exercise.ExerciseId;
import dev.limber.core.exercise.Variant;
import dev.limber.core.exercise.VariantId;
import dev.limber.core.text.Phrases;
import java.util.Locale;

/** Finds things in the built-in content by plain names, as the tests of its facts write them. */
final class Lookup {
    private Lookup() {}

    static Catalog catalog() {
        return BuiltIn.content().catalog();
    }

    static Exercise exercise(String id) {
        return catalog().exercise(new ExerciseId(id));
    }

    static Variant variant(String exercise, String variant) {
        return exercise(exercise).findVariant(new VariantId(variant)).orElseThrow();
    }

    static Phrases english() {
        return BuiltIn.content().phrasebook().in(Locale.ENGLISH);
    }

    static Phrases german() {
        return BuiltIn.content().phrasebook().in(Locale.GERMAN);
    }
}
