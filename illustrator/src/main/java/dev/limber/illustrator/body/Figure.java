package dev.limber.illustrator.body;

import dev.limber.illustrator.geometry.Frame;
import dev.limber.illustrator.geometry.Vec;
import dev.limber.illustrator.pose.Joint;
import dev.limber.illustrator.pose.Side;
import dev.limber.illustrator.solid.Coat;
import dev.limber.illustrator.solid.Part;
import dev.limber.illustrator.solid.Solid;
import java.util.ArrayList;
import java.util.List;

/** Puts flesh and clothes on a skeleton. */
public final class Figure {
    static final String TRUNK = "trunk";

    private final Physique physique;
    private final Skeleton skeleton;
    private final List<Solid> solids = new ArrayList<>();

    private Figure(Physique physique, Skeleton skeleton) {
        this.physique = physique;
        this.skeleton = skeleton;
    }

    /** All that the figure is made of. */
    public static List<Solid> solids(Physique physique, Skeleton skeleton) {
        var figure = new Figure(physique, skeleton);
        new Trunk(physique, skeleton, figure.solids).build();
        for (Side side : Side.values()) {
            figure.arm(side);
            new HandShape(physique, skeleton, side, figure.solids).build();
            figure.leg(side);
            figure.foot(side);
        }
        new HeadShape(physique, skeleton, figure.solids).build();
        return List.copyOf(figure.solids);
    }

    private void limb(Part part, Coat coat, Vec from, double fromRadius, Vec to, double toRadius) {
        double thick = physique.limbs();
        solids.add(new Solid.Tapered(part, coat, from, fromRadius * thick, to, toRadius * thick));
    }

    private void arm(Side side) {
        Vec shoulder = skeleton.place(Joint.shoulder(side));
        Vec elbow = skeleton.place(Joint.elbow(side));
        Vec wrist = skeleton.place(Joint.wrist(side));
        double sign = side.sign();
        var trunk = Part.figure(TRUNK);
        limb(trunk, physique.shirt(), skeleton.at(Joint.CHEST, sign * 3, -1.8, 0), 5, shoulder, 5.7);
        limb(trunk, physique.shirt(), skeleton.at(Joint.CHEST, sign * 8, -10, 0), 8, shoulder, 5.5);
        var part = Part.figure("arm." + side.word());
        int shirt = physique.colours().shirt();
        int skin = physique.colours().skin();
        limb(part, (along, b, c) -> along < 0.55 ? shirt : skin, shoulder, 5.7, elbow, 4.1);
        limb(part, physique.skin(), elbow, 4.0, elbow.towards(wrist, 0.3), 4.1);
        limb(part, physique.skin(), elbow.towards(wrist, 0.3), 4.1, wrist, 2.6);
    }

    private void leg(Side side) {
        Vec hip = skeleton.place(Joint.hip(side));
        Vec knee = skeleton.place(Joint.knee(side));
        Vec ankle = skeleton.place(Joint.ankle(side));
        Vec front = skeleton.frame(Joint.ankle(side)).ahead();
        Frame pelvis = skeleton.frame(Joint.PELVIS);
        var part = Part.figure("leg." + side.word());
        Coat trousers = physique.trousers();
        limb(part, trousers, hip, 8.7, knee, 5.6);
        limb(part, trousers, knee, 5.6, ankle, 3.6);
        Vec calf = knee.towards(ankle, 0.3).minus(front.times(1.7));
        limb(part, trousers, knee.towards(ankle, 0.1).minus(front.times(0.5)), 5, calf, 5.1);
        limb(part, trousers, calf, 5.1, knee.towards(ankle, 0.75), 3.9);
        Vec seat = hip.plus(pelvis.apply(-side.sign() * 0.8, -0.5, -2.2));
        double broad = physique.width();
        solids.add(new Solid.Ellipsoid(
                Part.figure(TRUNK), trousers, seat, pelvis, new Vec(8.3 * broad, 9.4, 8.1 * physique.depth()), false));
    }

    private void foot(Side side) {
        Vec ankle = skeleton.place(Joint.ankle(side));
        Vec heel = skeleton.place(Joint.heel(side));
        Vec toe = skeleton.place(Joint.toe(side));
        var part = Part.figure("foot." + side.word());
        Coat sock = Coat.plain(physique.colours().socks());
        solids.add(new Solid.Tapered(part, sock, ankle, 3.8, heel.towards(toe, 0.12), 3.6));
        solids.add(new Solid.Tapered(part, sock, ankle, 3.7, heel.towards(toe, 0.55), 3.1));
        solids.add(new Solid.Tapered(part, sock, heel, 3.4, heel.towards(toe, 0.7), 3.2));
        solids.add(new Solid.Tapered(part, sock, heel.towards(toe, 0.7), 3.2, toe, 2.4));
    }
}
