package dev.limber.illustrator.body;

import dev.limber.illustrator.geometry.Frame;
import dev.limber.illustrator.geometry.Vec;
import dev.limber.illustrator.pose.Joint;
import dev.limber.illustrator.pose.Side;
import dev.limber.illustrator.solid.Part;
import dev.limber.illustrator.solid.Solid;
import java.util.List;

/** A palm, four fingers and a thumb. */
final class HandShape {
    /** From the index finger to the little one. */
    private static final double[] LENGTHS = {7.2, 8, 7.4, 5.8};

    private final Physique physique;
    private final Side side;
    private final Vec wrist;
    private final Hand hand;
    private final Vec thumbwards;
    private final List<Solid> solids;

    HandShape(Physique physique, Skeleton skeleton, Side side, List<Solid> solids) {
        this.physique = physique;
        this.side = side;
        this.solids = solids;
        wrist = skeleton.place(Joint.wrist(side));
        hand = skeleton.hand(Joint.wrist(side));
        thumbwards = hand.fingers().cross(hand.palm()).times(-side.sign());
    }

    void build() {
        var frame = new Frame(thumbwards, hand.fingers(), thumbwards.cross(hand.fingers()));
        var part = Part.finger("palm." + side.word());
        solids.add(new Solid.Ellipsoid(part, physique.skin(), place(4.7, 0, 0), frame, new Vec(3.9, 5.4, 1.75), false));
        solids.add(new Solid.Tapered(part, physique.skin(), wrist, 2.5, place(3.4, 0.2, 0), 2.3));
        for (int finger = 0; finger < LENGTHS.length; finger++) {
            finger(finger);
        }
        thumb();
    }

    /** In cm from the wrist: along the fingers, towards the thumb, out of the palm. */
    private Vec place(double along, double thumb, double out) {
        return wrist.plus(direction(along, thumb, out));
    }

    private Vec direction(double along, double thumb, double out) {
        return hand.fingers()
                .times(along)
                .plus(thumbwards.times(thumb))
                .plus(hand.palm().times(out));
    }

    private void finger(int index) {
        double sideways = 2.85 - 1.9 * index + (hand.clasped() ? 0.5 * side.sign() : 0);
        Vec base = place(index == 0 || index == 3 ? 8.2 : 8.7, sideways, 0.1);
        double fan = hand.clasped() ? 0 : (0.16 - 0.105 * index) * Math.max(0, 1 - 3 * hand.curl());
        double length = LENGTHS[index];
        if (hand.clasped()) {
            Vec knuckle = base.plus(direction(1.6, 0, 3.0));
            bone(index, base, knuckle, knuckle.plus(direction(-3.4, 0, 1.6)));
            return;
        }
        double first = hand.curl() * 1.25;
        double second = hand.curl() * 2.6;
        Vec knuckle = base.plus(bent(first, fan).times(length * 0.52));
        bone(index, base, knuckle, knuckle.plus(bent(second, fan * 0.8).times(length * 0.48)));
    }

    /** Bent towards the palm by an angle in radians. */
    private Vec bent(double angle, double fan) {
        return direction(StrictMath.cos(angle), fan * StrictMath.cos(angle), StrictMath.sin(angle))
                .unit();
    }

    private void bone(int index, Vec base, Vec knuckle, Vec tip) {
        var part = Part.finger("finger" + index + "." + side.word());
        solids.add(new Solid.Tapered(part, physique.skin(), base, 1.1, knuckle, 1.0));
        solids.add(new Solid.Tapered(part, physique.skin(), knuckle, 1.0, tip, 0.85));
    }

    private void thumb() {
        var part = Part.finger("thumb." + side.word());
        double in = 0.5 + hand.curl() * 1.6;
        Vec base = place(2.4, 2.6, 0.4);
        Vec knuckle = base.plus(direction(0.72, 0.6, in * 0.3).unit().times(4.3));
        Vec tip = knuckle.plus(
                direction(0.9, 0.3 - hand.curl() * 0.5, in * 0.35).unit().times(3.1));
        solids.add(new Solid.Tapered(part, physique.skin(), base, 1.7, knuckle, 1.2));
        solids.add(new Solid.Tapered(part, physique.skin(), knuckle, 1.2, tip, 0.95));
    }
}
