package dev.limber.core.exercise;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Exercises in an order; its texts stand under {@code routine.<id>}.
 *
 * @param about how long it takes with everybody's defaults, for choosing
 * @param places where it can be done
 */
public record Routine(RoutineId id, List<RoutineItem> items, Duration about, Set<Place> places) {
    public Routine {
        items = List.copyOf(items);
        places = Set.copyOf(places);
    }

    /** Where somebody stretches. */
    public enum Place {
        DESK,
        FLOOR
    }
}
