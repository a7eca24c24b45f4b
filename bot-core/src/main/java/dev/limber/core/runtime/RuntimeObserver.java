package dev.limber.core.runtime;

import dev.limber.core.chat.Body;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.Platform;
import dev.limber.core.session.Lane;
import java.time.Duration;

/**
 * Is told what the running coach does, by those who do it: it must be quick, must not throw, and is called from many
 * threads at once.
 */
public interface RuntimeObserver {
    /** A turn was taken and stored. */
    void turnTaken(Body body, Duration took);

    /** A message was attempted to be delivered; perhaps not for the last time. */
    void delivered(Platform platform, Lane lane, Delivery outcome, Duration took);

    /** @param lateness how long after its time somebody took a scheduled message up */
    void nudgeClaimed(Duration lateness);

    /** @param decision what became of a scheduled message, in a word or two such as {@code sent} */
    void nudgeDecided(String decision);

    /** Nobody who wants to know. */
    static RuntimeObserver none() {
        return new RuntimeObserver() {
            @Override
            public void turnTaken(Body body, Duration took) {}

            @Override
            public void delivered(Platform platform, Lane lane, Delivery outcome, Duration took) {}

            @Override
            public void nudgeClaimed(Duration lateness) {}

            @Override
            public void nudgeDecided(String decision) {}
        };
    }
}
