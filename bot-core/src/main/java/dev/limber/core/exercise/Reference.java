package dev.limber.core.exercise;

/**
 * One definition naming another.
 *
 * @param within for a variant, the exercise that should have it; for a set-up, the variant that asks for it; else empty
 */
record Reference(Place place, Kind kind, String id, String within) {
    Reference(Place place, Kind kind, String id) {
        this(place, kind, id, "");
    }

    enum Kind {
        SOURCE,
        EQUIPMENT,
        CONDITION,
        SET_UP,
        EXERCISE,
        VARIANT,
        ROUTINE
    }
}
