package dev.limber.core.text;

import dev.limber.core.exercise.RoutineId;
import java.util.Locale;
import java.util.Optional;

/** Understands what people type, in every language of the content at once. */
public final class Utterances {
    /**
     * @param preferred the person's language, tried first
     */
    public Reading read(String typed, Locale preferred) {
        return new Reading.Unclear();
    }

    /** The routine that somebody means by a name that may be misspelt: "lowerback", "towel", "lower bakc". */
    public Optional<RoutineId> findRoutine(String name, Locale preferred) {
        return Optional.empty();
    }
}
