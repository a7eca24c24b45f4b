package dev.limber.app.ops;

import dev.limber.core.runtime.Gauges;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What is looked at.
 *
 * @param platforms those that are configured
 * @param gauges how much there is in memory
 * @param storeRead reads something small from the store; throws where that fails
 * @param leads whether this is the instance that sends nudges, on one platform at least
 */
public record Watched(
        List<Presence> platforms,
        Supplier<Gauges> gauges,
        Runnable storeRead,
        BooleanSupplier leads,
        InstantSource clock) {
    public Watched {
        platforms = List.copyOf(platforms);
    }
}
