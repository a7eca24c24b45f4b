package dev.limber.illustrator.solid;

import dev.limber.illustrator.geometry.Frame;
import dev.limber.illustrator.geometry.Vec;

/** A shape in the room, in cm. */
public sealed interface Solid {
    Part part();

    Coat coat();

    /** The lowest height that it reaches. */
    double lowest();

    /** A ball, stretched along its own axes; a {@code slice} of a stack along its up is shaded as part of one tube. */
    record Ellipsoid(Part part, Coat coat, Vec centre, Frame axes, Vec radii, boolean slice) implements Solid {
        @Override
        public double lowest() {
            double left = axes.left().up() * radii.left();
            double up = axes.up().up() * radii.up();
            double ahead = axes.ahead().up() * radii.ahead();
            return centre.up() - Math.sqrt(left * left + up * up + ahead * ahead);
        }
    }

    /** A ball that moved from one place to another while its radius changed. */
    record Tapered(Part part, Coat coat, Vec from, double fromRadius, Vec to, double toRadius) implements Solid {
        @Override
        public double lowest() {
            return Math.min(from.up() - fromRadius, to.up() - toRadius);
        }
    }

    /** A cylinder with flat ends. */
    record Roll(Part part, Coat coat, Vec from, Vec to, double radius) implements Solid {
        @Override
        public double lowest() {
            return Math.min(from.up(), to.up()) - radius;
        }
    }

    /** A block along the room's axes, with corners rounded as seen from above. */
    record Board(Part part, Coat coat, Vec centre, Vec half, double corner) implements Solid {
        @Override
        public double lowest() {
            return centre.up() - half.up();
        }
    }
}
