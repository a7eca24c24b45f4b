package dev.limber.illustrator.solid;

/** The colour of a solid, place by place. */
@FunctionalInterface
public interface Coat {
    /**
     * A colour as 0xRRGGBB. What the numbers are depends on the solid: of an {@link Solid.Ellipsoid} the place on the
     * unit ball; of {@link Solid.Tapered} the first runs from 0 to 1 along it; of {@link Solid.Roll} the first runs
     * along, and the others are the place on an end, -1 to 1, or 0 on its side; of a {@link Solid.Board} the place from
     * -1 to 1.
     */
    int colour(double one, double two, double three);

    static Coat plain(int colour) {
        return (one, two, three) -> colour;
    }
}
