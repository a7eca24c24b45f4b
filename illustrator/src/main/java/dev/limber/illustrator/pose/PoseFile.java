package dev.limber.illustrator.pose;

import java.util.List;
import java.util.Optional;

/**
 * What a pose file says: either one movement, from its first pose to its last, or several panels that follow each other.
 *
 * @param side for which side it is drawn; the other one is its mirror image. Empty where both sides do the same
 * @param panels pictures in a row, each a movement of its own; empty where there is one
 */
public record PoseFile(String id, Optional<Side> side, List<Movement> panels) {
    public PoseFile {
        panels = List.copyOf(panels);
    }

    /** Whether several panels are shown. */
    public boolean isStrip() {
        return panels.size() > 1;
    }

    public Movement movement() {
        return panels.getFirst();
    }
}
