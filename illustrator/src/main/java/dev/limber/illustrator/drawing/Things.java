package dev.limber.illustrator.drawing;

import dev.limber.illustrator.body.Skeleton;
import dev.limber.illustrator.geometry.Vec;
import dev.limber.illustrator.pose.Joint;
import dev.limber.illustrator.pose.Side;
import dev.limber.illustrator.pose.Thing;
import dev.limber.illustrator.solid.Coat;
import dev.limber.illustrator.solid.Part;
import dev.limber.illustrator.solid.Solid;
import java.util.ArrayList;
import java.util.List;

/** Mats, chairs, towels and what else there is beside the figure. */
final class Things {
    private static final Coat WOOD = Coat.plain(Colours.WOOD);

    private static final int FOLD_THREADS = 60;
    private static final double FOLD_DEGREES = 130;

    private final List<Solid> solids = new ArrayList<>();

    private Things() {}

    /** What stands still. */
    static List<Solid> standing(List<Thing> things) {
        var all = new Things();
        for (int i = 0; i < things.size(); i++) {
            all.add(things.get(i), things.get(i).type().word() + i);
        }
        return all.solids;
    }

    /** What the figure moves: a towel in its hands. */
    static List<Solid> held(List<Thing> things, Skeleton skeleton) {
        var all = new Things();
        things.stream()
                .filter(thing -> thing.type() == Thing.Type.TOWEL_LOOP)
                .forEach(thing -> all.loop(thing.side(), skeleton));
        return all.solids;
    }

    private void add(Thing thing, String name) {
        switch (thing.type()) {
            case MAT -> mat(thing, name);
            case CHAIR -> chair(thing, name);
            case TABLE -> table(thing, name);
            case CUSHION -> cushion(thing, name);
            case TOWEL_ROLL -> roll(thing, name);
            case TOWEL_SPREAD -> cloth(name, thing.at(), thing.size("width", 70), thing.size("length", 130), 0.5, true);
            case TOWEL_FOLDING -> folding(thing, name);
            case TOWEL_ROLLING -> rolling(thing, name);
            case TOWEL_LOOP -> {}
        }
    }

    private void mat(Thing mat, String name) {
        Coat coat = (left, up, ahead) -> up >= 1 ? Colours.MAT : Colours.MAT_EDGE;
        var half = new Vec(mat.size("width", 66) / 2, 0.9, mat.size("length", 185) / 2);
        solids.add(new Solid.Board(Part.floor(name), coat, mat.at().plus(new Vec(0, -0.9, 0)), half, 6));
    }

    private void bar(String name, Vec from, double fromRadius, Vec to, double toRadius) {
        solids.add(new Solid.Tapered(Part.thing(name), WOOD, from, fromRadius, to, toRadius));
    }

    private void chair(Thing chair, String name) {
        double seat = chair.size("height", 45);
        Vec at = chair.at();
        solids.add(new Solid.Board(Part.thing(name), WOOD, at.plus(new Vec(0, seat - 2, 0)), new Vec(21, 2, 20), 4));
        for (int left = -1; left <= 1; left += 2) {
            for (int ahead = -1; ahead <= 1; ahead += 2) {
                bar(
                        name,
                        at.plus(new Vec(left * 18, seat - 4, ahead * 17)),
                        1.8,
                        at.plus(new Vec(left * 18.5, 1.4, ahead * 18)),
                        1.4);
            }
            bar(
                    name,
                    at.plus(new Vec(left * 18, seat - 3, -18.5)),
                    1.8,
                    at.plus(new Vec(left * 18, seat + 38, -24)),
                    1.6);
        }
        for (double height : new double[] {22, 36}) {
            double back = -18.5 - height * 0.145;
            bar(name, at.plus(new Vec(-18, seat + height, back)), 2.5, at.plus(new Vec(18, seat + height, back)), 2.5);
        }
    }

    private void table(Thing table, String name) {
        double height = table.size("height", 72);
        double width = table.size("width", 70) / 2;
        double length = table.size("length", 60) / 2;
        Vec at = table.at();
        solids.add(new Solid.Board(
                Part.thing(name), WOOD, at.plus(new Vec(0, height - 1.5, 0)), new Vec(width, 1.5, length), 3));
        for (int left = -1; left <= 1; left += 2) {
            for (int ahead = -1; ahead <= 1; ahead += 2) {
                bar(
                        name,
                        at.plus(new Vec(left * (width - 4), height - 3, ahead * (length - 4))),
                        2,
                        at.plus(new Vec(left * (width - 4), 1.5, ahead * (length - 4))),
                        1.5);
            }
        }
    }

    /** Puffed rows side by side, for a soft edge all round. */
    private void cushion(Thing cushion, String name) {
        double high = cushion.size("height", 9) / 2;
        double wide = cushion.size("width", 42) / 2 - high;
        double deep = cushion.size("length", 30) / 2 - high;
        Coat coat = Coat.plain(Colours.CUSHION);
        for (int row = -6; row <= 6; row++) {
            double radius = Math.abs(row) == 6 ? high * 0.86 : high;
            Vec middle = cushion.at().plus(new Vec(0, high, deep * row / 6.0));
            solids.add(new Solid.Tapered(
                    Part.thing(name),
                    coat,
                    middle.plus(new Vec(-wide, 0, 0)),
                    radius,
                    middle.plus(new Vec(wide, 0, 0)),
                    radius));
        }
    }

    private void roll(Thing towel, String name) {
        double radius = towel.size("radius", 4.5);
        double half = towel.size("length", 60) / 2;
        Vec way = (towel.across() ? Vec.LEFT : Vec.AHEAD).times(half);
        Vec middle = towel.at().plus(new Vec(0, radius, 0));
        solids.add(new Solid.Roll(Part.thing(name), rolledUp(half * 2), middle.minus(way), middle.plus(way), radius));
    }

    /** Stripes near both ends, and layers to be seen on the ends themselves. */
    private static Coat rolledUp(double length) {
        double border = 4 / length;
        return (along, left, ahead) -> {
            if (left != 0 || ahead != 0) {
                return spiral(left, ahead) ? Colours.TOWEL_DARK : Colours.TOWEL;
            }
            double fromEnd = Math.min(along, 1 - along);
            return fromEnd > border && fromEnd < border * 1.9 ? Colours.TOWEL_DARK : Colours.TOWEL;
        };
    }

    private static boolean spiral(double left, double ahead) {
        double radius = Math.sqrt(left * left + ahead * ahead);
        double angle = StrictMath.atan2(ahead, left) / (2 * Math.PI);
        double layer = radius * 2.6 - angle;
        return radius < 0.93 && layer - Math.floor(layer) < 0.34;
    }

    private void cloth(String name, Vec at, double width, double length, double half, boolean borders) {
        Coat coat = (left, up, ahead) -> {
            double end = (1 - Math.abs(ahead)) * length / 2;
            return borders && end > 5 && end < 9 ? Colours.TOWEL_DARK : Colours.TOWEL;
        };
        solids.add(new Solid.Board(
                Part.thing(name), coat, at.plus(new Vec(0, half, 0)), new Vec(width / 2, half, length / 2), 1));
    }

    /** One half flat, the other on its way over it: threads side by side along a curve make the cloth that rises. */
    private void folding(Thing towel, String name) {
        double half = towel.size("width", 70) / 2;
        double length = towel.size("length", 110);
        Vec at = towel.at();
        cloth(name, at.plus(new Vec(-half / 2, 0, 0)), half, length, 0.5, true);
        Vec along = Vec.AHEAD.times(length / 2);
        double border = 7 / length;
        Coat coat = (share, b, c) ->
                Math.abs(Math.min(share, 1 - share) - border) < 2 / length ? Colours.TOWEL_DARK : Colours.TOWEL;
        double radius = half * 0.62;
        for (int thread = 0; thread <= FOLD_THREADS; thread++) {
            double angle = Math.toRadians(-90 + FOLD_DEGREES * thread / FOLD_THREADS);
            Vec middle =
                    at.plus(new Vec(radius * StrictMath.cos(angle), 0.6 + radius * (1 + StrictMath.sin(angle)), 0));
            solids.add(new Solid.Tapered(
                    Part.thing(name + "-over"), coat, middle.minus(along), 0.7, middle.plus(along), 0.7));
        }
    }

    /** Half rolled up, from its long edge. */
    private void rolling(Thing towel, String name) {
        double width = towel.size("width", 26);
        double length = towel.size("length", 130);
        double radius = towel.size("radius", 5.2);
        Vec at = towel.at();
        cloth(name, at, width, length, 1.2, true);
        Vec middle = at.plus(new Vec(width / 2 + radius * 0.3, radius, 0));
        Vec way = Vec.AHEAD.times(length / 2);
        solids.add(new Solid.Roll(
                Part.thing(name + "-roll"), rolledUp(length), middle.minus(way), middle.plus(way), radius));
    }

    /** From one hand round the sole to the other hand, or to the same where one alone holds it. */
    private void loop(Side side, Skeleton skeleton) {
        Coat coat = Coat.plain(Colours.TOWEL);
        var part = Part.thing("towel-loop");
        Vec heel = skeleton.place(Joint.heel(side));
        Vec toe = skeleton.place(Joint.toe(side));
        Vec ball = heel.towards(toe, 0.55);
        var foot = skeleton.frame(Joint.toe(side));
        Vec under = ball.plus(foot.up().times(-3.4));
        for (Side hand : Side.values()) {
            Vec edge = under.plus(foot.left().times(hand.sign() * 4.6))
                    .plus(foot.up().times(2.6));
            Vec grip = skeleton.place(Joint.hand(hand));
            solids.add(new Solid.Tapered(part, coat, under, 2.1, edge, 1.8));
            solids.add(new Solid.Tapered(part, coat, edge, 1.8, grip, 1.5));
            Vec loose = grip.plus(grip.minus(edge).unit().times(7)).plus(Vec.DOWN.times(5));
            solids.add(new Solid.Tapered(part, coat, grip, 1.5, loose, 1.7));
        }
    }
}
