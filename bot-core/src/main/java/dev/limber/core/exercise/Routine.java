package dev.limber.core.exercise;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Exercises in an order; its texts stand under {@code routine.<id>}.
 *
 * @param about how long it takes with everybody's defaults, for choosing
 * @param places where it can be done
 * @param partsOfDay what it is made for; empty where any will do
 */
public record Routine(
        RoutineId id, List<RoutineItem> items, Duration about, Set<Place> places, Set<PartOfDay> partsOfDay) {
    public Routine {
        items = List.copyOf(items);
        places = Set.copyOf(places);
        partsOfDay = Set.copyOf(partsOfDay);
    }

    /** Where somebody stretches. */
    public enum Place {
        DESK,
        FLOOR
    }

    /** When somebody stretches. */
    public enum PartOfDay {
        MORNING,
        NOON,
        AFTERNOON,
        EVENING
    }
}
