package dev.limber.illustrator.pose;

import dev.limber.illustrator.geometry.Vec;
import java.util.Locale;
import java.util.Map;

/**
 * Something beside the figure.
 *
 * @param at where it stands on the floor
 * @param sizes in cm, by name; what is not there is the usual
 * @param across whether it lies from side to side rather than from head to foot
 * @param side of the foot that a towel is looped round
 */
public record Thing(Type type, Vec at, Map<String, Double> sizes, boolean across, Side side) {
    /** All that can be drawn. */
    public enum Type {
        MAT,
        CHAIR,
        TABLE,
        CUSHION,
        TOWEL_ROLL,
        TOWEL_SPREAD,
        TOWEL_FOLDING,
        TOWEL_ROLLING,
        TOWEL_LOOP;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Thing {
        sizes = Map.copyOf(sizes);
    }

    public double size(String name, double usual) {
        return sizes.getOrDefault(name, usual);
    }
}
