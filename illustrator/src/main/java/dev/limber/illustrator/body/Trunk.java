package dev.limber.illustrator.body;

import dev.limber.illustrator.geometry.Frame;
import dev.limber.illustrator.geometry.Vec;
import dev.limber.illustrator.pose.Joint;
import dev.limber.illustrator.solid.Coat;
import dev.limber.illustrator.solid.Part;
import dev.limber.illustrator.solid.Solid;
import java.util.List;

/** Pelvis, belly and chest: a stack of slices along the spine, close enough to look like one body; and the neck. */
final class Trunk {
    private static final List<Joint> KNOTS =
            List.of(Joint.PELVIS, Joint.WAIST, Joint.LOWER_BACK, Joint.MIDDLE_BACK, Joint.CHEST);

    /** For each knot, half the width, half the depth, and how far the flesh sits before the spine. */
    private static final double[][] FLESH = {
        {15.0, 9.7, -0.4}, {14.4, 9.5, 0.2}, {12.6, 8.8, 0.8}, {14.2, 9.8, 0.9}, {9.6, 7.0, 0}
    };

    private static final int SLICES = 8;

    private final Physique physique;
    private final Skeleton skeleton;
    private final List<Solid> solids;

    Trunk(Physique physique, Skeleton skeleton, List<Solid> solids) {
        this.physique = physique;
        this.skeleton = skeleton;
        this.solids = solids;
    }

    void build() {
        for (int knot = 0; knot < KNOTS.size() - 1; knot++) {
            boolean last = knot == KNOTS.size() - 2;
            for (int slice = 0; slice < (last ? SLICES + 1 : SLICES); slice++) {
                slice(knot, (double) slice / SLICES);
            }
        }
        if (physique.chest() > 0) {
            bust();
        }
        solids.add(new Solid.Tapered(
                Part.figure(Figure.TRUNK),
                physique.skin(),
                skeleton.at(Joint.CHEST, 0, -1, 0),
                5.4,
                skeleton.at(Joint.NECK, 0, 2.5, 0),
                4.9));
    }

    private void slice(int knot, double t) {
        boolean top = knot == KNOTS.size() - 2;
        double eased = top ? t * t : t * t * (3 - 2 * t);
        double width = between(knot, 0, eased) * physique.width();
        double depth = between(knot, 1, eased) * physique.depth();
        if (top) {
            // The ribs are widest between the knots.
            double swell = StrictMath.sin(Math.PI * Math.min(1, t * 1.15));
            width += swell * 2.6;
            depth += swell * 0.9;
        }
        Frame frame = skeleton.frame(KNOTS.get(knot)).blend(skeleton.frame(KNOTS.get(knot + 1)), knot == 0 ? 0 : t);
        Vec centre = onSpine(knot, t).plus(frame.ahead().times(between(knot, 2, eased)));
        boolean trousers = knot == 0 || (knot == 1 && t < 0.1);
        double height = knot == 0 ? 6 : top && t > 0.8 ? 4.2 : 5.4;
        Coat coat = trousers ? physique.trousers() : physique.shirt();
        solids.add(new Solid.Ellipsoid(
                Part.figure(Figure.TRUNK), coat, centre, frame, new Vec(width, height, depth), true));
    }

    private void bust() {
        for (double sign : new double[] {-1, 1}) {
            solids.add(new Solid.Ellipsoid(
                    Part.figure(Figure.TRUNK),
                    physique.shirt(),
                    skeleton.at(Joint.CHEST, sign * 7.2, -12.5, 6.2 + physique.chest()),
                    skeleton.frame(Joint.CHEST),
                    new Vec(6.6, 6.6, 5.2),
                    false));
        }
    }

    private static double between(int knot, int what, double share) {
        return FLESH[knot][what] + (FLESH[knot + 1][what] - FLESH[knot][what]) * share;
    }

    /** A smooth curve through the knots. */
    private Vec onSpine(int knot, double t) {
        Vec before = skeleton.place(KNOTS.get(Math.max(0, knot - 1)));
        Vec from = skeleton.place(KNOTS.get(knot));
        Vec to = skeleton.place(KNOTS.get(knot + 1));
        Vec after = skeleton.place(KNOTS.get(Math.min(KNOTS.size() - 1, knot + 2)));
        Vec leaving = to.minus(before).times(0.5);
        Vec arriving = after.minus(from).times(0.5);
        double t2 = t * t;
        double t3 = t2 * t;
        return from.times(2 * t3 - 3 * t2 + 1)
                .plus(leaving.times(t3 - 2 * t2 + t))
                .plus(to.times(3 * t2 - 2 * t3))
                .plus(arriving.times(t3 - t2));
    }
}
