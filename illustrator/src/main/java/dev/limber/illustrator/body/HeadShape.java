package dev.limber.illustrator.body;

import dev.limber.illustrator.geometry.Vec;
import dev.limber.illustrator.pose.Joint;
import dev.limber.illustrator.solid.Coat;
import dev.limber.illustrator.solid.Part;
import dev.limber.illustrator.solid.Solid;
import java.util.List;

/** Head, face and hair. */
final class HeadShape {
    static final String NAME = "head";

    private static final Vec SKULL = new Vec(8.2, 11.4, 9.5);

    private final Physique physique;
    private final Skeleton skeleton;
    private final List<Solid> solids;

    HeadShape(Physique physique, Skeleton skeleton, List<Solid> solids) {
        this.physique = physique;
        this.skeleton = skeleton;
        this.solids = solids;
    }

    void build() {
        ball(this::face, Vec.ZERO, SKULL);
        for (double sign : new double[] {-1, 1}) {
            ball(physique.skin(), new Vec(sign * 8.3, -1.2, 0.2), new Vec(1.5, 2.6, 2));
        }
        ball(physique.skin(), new Vec(0, -1.8, 9.2), new Vec(1.5, 1.8, 1.9));
        hair();
    }

    private void hair() {
        Coat hair = Coat.plain(physique.colours().hair());
        switch (physique.hair()) {
            case SHORT -> {
                ball(hair, new Vec(0, 2.4, -2.4), new Vec(8.9, 10, 9.2));
                ball(hair, new Vec(0, 7.4, 1.6), new Vec(7.3, 4.8, 7.6));
            }
            case BUN -> {
                ball(hair, new Vec(0, 1.6, -2.2), new Vec(9, 10.2, 9.1));
                ball(hair, new Vec(0, 7.6, 1), new Vec(7.5, 4.6, 7.8));
                ball(hair, new Vec(0, 9.6, -8.2), new Vec(5.2, 5, 4.8));
            }
        }
    }

    private void ball(Coat coat, Vec centre, Vec radii) {
        solids.add(new Solid.Ellipsoid(
                Part.figure(NAME),
                coat,
                skeleton.at(Joint.HEAD, centre.left(), centre.up(), centre.ahead()),
                skeleton.frame(Joint.HEAD),
                radii,
                false));
    }

    /** Eyes, brows, cheeks and a smile, on the front of the unit ball. */
    private int face(double left, double up, double ahead) {
        Physique.Colours colours = physique.colours();
        if (ahead <= 0) {
            return colours.skin();
        }
        double beside = Math.abs(left);
        boolean eye = within(beside - 0.4, up - 0.04, 0.1);
        boolean brow =
                Math.abs(up - 0.27 + (beside - 0.4) * (beside - 0.4) * 1.2) < 0.035 && beside > 0.22 && beside < 0.58;
        boolean smile = beside < 0.3 && Math.abs(up + 0.46 - left * left * 0.9) < 0.042;
        if (eye || brow || smile) {
            return colours.face();
        }
        return within(beside - 0.62, up + 0.26, 0.16) ? colours.cheek() : colours.skin();
    }

    private static boolean within(double one, double other, double radius) {
        return one * one + other * other < radius * radius;
    }
}
